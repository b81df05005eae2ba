using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Turns the JSON rows of a table into a value. A column that is left out or null is not reported; a row without any is left out.</summary>
internal static class TableJsonReader
{
    /// <summary>The rows; null when something in them cannot be read, and then at least one problem was added.</summary>
    public static CellValue? Read(TableField table, CellPlace place, JsonElement json, ICollection<CellProblem> problems)
    {
        if (json.ValueKind != JsonValueKind.Array) return CellJsonReader.No(problems, CellProblems.NotRows(place));
        var most = Math.Min(table.MaxRows, FormLimits.MaxTableRows);
        if (json.GetArrayLength() > most) return CellJsonReader.No(problems, CellProblems.TooManyRows(place, most));
        var found = problems.Count;
        var rows = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, CellValue>>();
        var number = 0;
        foreach (var item in json.EnumerateArray())
        {
            number++;
            if (item.ValueKind != JsonValueKind.Object) problems.Add(CellProblems.NotRows(place.Row(number, null)));
            else if (Row(table, place, number, item, problems) is { IsEmpty: false } row) rows.Add(row);
        }

        return problems.Count == found ? new CellValue.Rows(rows.ToImmutable()) : null;
    }

    private static ImmutableSortedDictionary<string, CellValue> Row(
        TableField table, CellPlace place, int number, JsonElement json, ICollection<CellProblem> problems)
    {
        var row = ImmutableSortedDictionary.CreateBuilder<string, CellValue>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var id = FormValuesJson.NameOf(member);
            var column = table.Columns.FirstOrDefault(candidate => candidate.Id == id);
            if (column is null)
            {
                problems.Add(CellProblems.UnknownColumn(place.Row(number, null), id));
                continue;
            }

            var at = place.Row(number, column);
            if (!seen.Add(id)) problems.Add(CellProblems.Duplicate(at.Written, at.Label));
            else if (member.Value.ValueKind != JsonValueKind.Null && CellJsonReader.Read(column, at, member.Value, problems) is { } value) row[id] = value;
        }

        return row.ToImmutable();
    }
}
