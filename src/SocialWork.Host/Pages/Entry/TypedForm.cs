using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Core.Typing;

namespace SocialWork.Host.Pages.Entry;

/// <summary>What was typed for one cell: a value, nothing, or why it is not understood.</summary>
/// <param name="Json">The value in the JSON of the API; null for nothing.</param>
/// <param name="Problem">Why it is not understood; null where it is.</param>
internal sealed record TypedAnswer(JsonNode? Json, Text? Problem);

/// <summary>
/// What a page's form posted, by the names that <see cref="InputNames"/> gives. A cell of a table is its rows together; rows
/// without anything in them are left out. A file that came with the form takes the place of what its box said before.
/// </summary>
internal sealed class TypedForm(IFormCollection posted, IReadOnlyDictionary<string, Result<Attachment>> files)
{
    /// <summary>What was typed for a cell.</summary>
    public TypedAnswer Read(FormField field, CellKey cell) => field switch
    {
        TableField table => Table(table),
        MultiChoiceField => Many(posted[InputNames.Of(cell)]),
        _ => One(field, InputNames.Of(cell)),
    };

    /// <summary>The text of one box, as it was typed.</summary>
    public string Text(string name) => files.GetValueOrDefault(name) is Result<Attachment>.Ok { Value.Id: var id } ? id : posted[name].ToString();

    /// <summary>How many rows were posted for a table.</summary>
    public int RowsOf(TableField table) =>
        posted.Keys.Concat(files.Keys).Where(name => name.StartsWith(InputNames.Of(table), StringComparison.Ordinal)).Select(name => RowOf(table, name)).DefaultIfEmpty(0).Max();

    private TypedAnswer One(FormField field, string name)
    {
        if (files.GetValueOrDefault(name) is Result<Attachment>.No { Refusal: var refusal }) return new TypedAnswer(null, refusal.Message);
        var text = Text(name).Trim();
        if (text.Length == 0) return new TypedAnswer(null, null);
        return TypedCell.Read(field, text) switch
        {
            Result<JsonNode>.Ok ok => new TypedAnswer(ok.Value, null),
            Result<JsonNode>.No no => new TypedAnswer(null, no.Refusal.Message),
            _ => throw new InvalidOperationException("Unknown result."),
        };
    }

    // Boxes that were ticked: options, or one kind of empty.
    private static TypedAnswer Many(IEnumerable<string?> ticked)
    {
        var codes = ticked.OfType<string>().Where(code => code.Length > 0).ToArray();
        if (codes.Length == 0) return new TypedAnswer(null, null);
        return codes is [var only] && TypedWords.Empty(only) is { } kind ? new TypedAnswer(TypedCell.Json(kind), null) : new TypedAnswer(new JsonArray([.. codes.Select(code => JsonValue.Create(code))]), null);
    }

    private TypedAnswer Table(TableField table)
    {
        var rows = new JsonArray();
        for (var row = 1; row <= RowsOf(table); row++)
        {
            var typed = new JsonObject();
            foreach (var column in table.Columns)
            {
                var answer = column is MultiChoiceField ? Many(posted[InputNames.Of(table, row, column)]) : One(column, InputNames.Of(table, row, column));
                if (answer.Problem is { } problem)
                    return new TypedAnswer(null, new Text($"Dòng {row}, {column.Label.Vi}: {problem.Vi}", $"Row {row}, {column.Label.En}: {problem.En}"));
                if (answer.Json is { } json) typed[column.Id] = json;
            }

            if (typed.Count > 0) rows.Add(typed);
        }

        return rows.Count > 0 ? new TypedAnswer(rows, null) : One(table, InputNames.Of(new CellKey(table.Id)));
    }

    private static int RowOf(TableField table, string name)
    {
        var rest = name.AsSpan(InputNames.Of(table).Length);
        var end = rest.IndexOf('/');
        return end > 0 && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= table.MaxRows ? row : 0;
    }
}

/// <summary>How the boxes of a page are called.</summary>
internal static class InputNames
{
    private const string FilePrefix = "f.";

    /// <summary>The box of a cell.</summary>
    public static string Of(CellKey cell) => "c." + cell;

    /// <summary>The box in which a file is chosen for another box.</summary>
    public static string OfFile(string name) => FilePrefix + name;

    /// <summary>The box that a chosen file is for; null where it is for none.</summary>
    public static string? ForFile(string name) => name.StartsWith(FilePrefix, StringComparison.Ordinal) ? name[FilePrefix.Length..] : null;

    /// <summary>What the boxes of a table's rows begin with.</summary>
    public static string Of(TableField table) => $"c.{table.Id}/";

    /// <summary>The box of a column in a row of a table, rows from 1.</summary>
    public static string Of(TableField table, int row, FormField column) => string.Create(CultureInfo.InvariantCulture, $"c.{table.Id}/{row}/{column.Id}");

    /// <summary>The id of a box in its page: names may hold what an id in an address may not.</summary>
    public static string IdOf(string name) => string.Create(name.Length, name, static (id, name) =>
    {
        for (var i = 0; i < id.Length; i++) id[i] = char.IsAsciiLetterOrDigit(name[i]) || name[i] == '_' ? name[i] : '-';
    });
}
