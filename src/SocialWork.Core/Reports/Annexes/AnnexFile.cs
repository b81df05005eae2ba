using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>
/// Reads the outline of the annexes from its data file. Every fault is found at once and names its table; whether a form or a
/// field exists is seen when a report is made, since modules come and go.
/// </summary>
public static class AnnexFile
{
    /// <summary>The schema this version reads.</summary>
    public const string Schema = "socialwork-annexes/1";

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file is not an outline; the message lists what to mend.</exception>
    public static AnnexOutline Read(string json)
    {
        var problems = new List<string>();
        void Report(string place, string message) => problems.Add($"{place}: {message}");
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new InvalidDataException("annexes.json: one JSON object is expected.");
            var root = new JsonNodeReader(document.RootElement, "annexes", Report);
            if (root.String("schema") is var schema && schema != Schema) Report("schema", $"the file says '{schema}'; this version reads '{Schema}'.");
            AnnexPart[] annexes = [.. root.Items("annexes", "number").Select(annex => new AnnexPart(annex.String("number"), annex.Text("title"), [.. annex.Items("tables", "id").Select(table => Table(table, Report))]))];
            foreach (var twice in annexes.SelectMany(annex => annex.Tables).CountBy(table => table.Id, StringComparer.Ordinal).Where(id => id.Value > 1)) Report(twice.Key, "two tables have this id; give each its own.");
            if (problems.Count == 0) return new AnnexOutline([.. annexes]);
        }
        catch (JsonException fault)
        {
            problems.Add($"line {fault.LineNumber + 1}: not readable as JSON.");
        }

        throw new InvalidDataException("annexes.json: " + string.Join(" ", problems));
    }

    private static TableOutline Table(JsonNodeReader node, Action<string, string> report)
    {
        var table = new TableOutline
        {
            Id = node.String("id"),
            Caption = node.Text("caption"),
            Kind = node.Choice<TableKind>("kind"),
            Rowed = node.OptionalObject("rowed") is null ? null : node.Text("rowed"),
            Columns = node.Has("columns") ? [.. node.Items("columns", "id").Select(column => Column(column, report))] : [],
            Lines = node.Has("lines") ? [.. node.Items("lines", "label").Select(line => new LineOutline(line.Text("label"), Figures(line, "figures", report)))] : [],
            Dimension = node.OptionalString("dimension"),
            HasTotal = node.Bool("total"),
            Distinct = Figures(node, "distinct", report),
            Indicators = node.Strings("indicators"),
            Register = node.OptionalString("register"),
            Fields = node.Strings("fields"),
        };
        var ids = table.Columns.Select(column => column.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count < table.Columns.Length) report(table.Id, "two columns have one id; give each its own.");
        foreach (var unknown in table.Distinct.Keys.Concat(table.Lines.SelectMany(line => line.Figures.Keys)).Where(id => !ids.Contains(id)).Distinct(StringComparer.Ordinal)) report(table.Id, $"there is no column '{unknown}'.");
        foreach (var (i, column) in table.Columns.Index())
        {
            var before = table.Columns.Take(i).Select(other => other.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var unknown in column.SumOf.Concat(column.RatioOf is { } ratio ? [ratio.Numerator, ratio.Denominator] : []).Where(id => !before.Contains(id))) report(table.Id, $"column '{column.Id}' is made of '{unknown}', which does not stand before it.");
            if (column.Each is not null && table.Kind is not (TableKind.Communes or TableKind.Sectors)) report(table.Id, $"column '{column.Id}': only a table of communes or of sectors has a column for each option.");
        }

        if (table.Kind == TableKind.Options && table.Dimension is null) report(table.Id, "a table of options names its dimension.");
        if (table.Kind == TableKind.Entries && table.Register is null) report(table.Id, "a table of entries names its register.");
        return table;
    }

    private static ColumnOutline Column(JsonNodeReader node, Action<string, string> report)
    {
        var ratio = node.Strings("ratio");
        if (ratio.Length is not (0 or 2)) report(node.Place, "ratio: the columns of the numerator and of the denominator are expected.");
        return new ColumnOutline
        {
            Id = node.String("id"),
            Label = node.OptionalObject("label") is null ? null : node.Text("label"),
            Figure = node.Has("figure") || node.Has("units") ? Figure(node, report) : null,
            Each = node.OptionalString("each"),
            SumOf = node.Strings("sum"),
            RatioOf = ratio is [var numerator, var denominator] ? (numerator, denominator) : null,
        };
    }

    private static ImmutableDictionary<string, FigureOutline> Figures(JsonNodeReader node, string name, Action<string, string> report) =>
        node.OptionalObject(name) is { } figures
            ? figures.Names.Select(id => (Id: id, Figure: figures.OptionalObject(id))).Where(one => one.Figure is not null).ToImmutableDictionary(one => one.Id, one => Figure(one.Figure!, report), StringComparer.Ordinal)
            : ImmutableDictionary<string, FigureOutline>.Empty;

    // Either a question, “FORM.field” with its options, or a count of units; of the types that are named, and the network.
    private static FigureOutline Figure(JsonNodeReader node, Action<string, string> report)
    {
        var units = new Scope { Types = [.. node.Strings("types"), .. node.Strings("units")], InPlan = node.Bool("inPlan") ? true : null };
        if (node.Has("units")) return new FigureOutline { Units = units };
        var figure = node.String("figure");
        var dot = figure.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == figure.Length - 1) report(node.Place, $"figure: '{figure}' is not a question; write FORM.field.");
        return new FigureOutline
        {
            Form = dot <= 0 ? figure : figure[..dot],
            Field = figure[(dot + 1)..],
            Options = node.OptionalObject("options") is { } options ? options.Names.ToImmutableDictionary(id => id, options.String, StringComparer.Ordinal) : ImmutableDictionary<string, string>.Empty,
            Units = units,
        };
    }
}
