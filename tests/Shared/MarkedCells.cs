using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Documents.Workbooks;

namespace SocialWork.Tests.Shared;

/// <summary>What a form's sheet says by its marks, and what it should say.</summary>
public static class MarkedCells
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <summary>Every input cell of a sheet: its address and what it stands for, filled or not; explanations as <c>!XP7.r2</c> and <c>@TH0123 !</c>.</summary>
    public static IEnumerable<(int Row, int Column, string Key)> Keys(GridSheet sheet)
    {
        var columns = new List<(int Column, string Key)>();
        foreach (var row in sheet.Cells.Keys.Select(place => place.Row).Distinct().Order())
        {
            var mark = sheet[row, 1];
            if (mark == WorkbookMarks.Columns) columns = [.. sheet.Cells.Where(cell => cell.Key.Row == row && cell.Key.Column > 1).OrderBy(cell => cell.Key.Column).Select(cell => (cell.Key.Column, cell.Value.Text))];
            else if (mark.Length > 0 && !mark.StartsWith(WorkbookMarks.Sheet, StringComparison.Ordinal))
                foreach (var (column, key) in columns) yield return (row, column, KeyOf(mark, key));
        }
    }

    /// <summary>Whether a key is the place of an explanation, and no cell of the form.</summary>
    public static bool IsExplanation(string key) => key.StartsWith(WorkbookMarks.Explanation, StringComparison.Ordinal) || key.EndsWith(' ' + WorkbookMarks.Explanation, StringComparison.Ordinal);

    /// <summary>What each key holds; a row's kind of empty is given to its blank cells.</summary>
    public static Dictionary<string, string> Values(GridSheet sheet)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Keys(sheet).GroupBy(cell => cell.Row))
        {
            var reason = row.Where(cell => cell.Key.EndsWith(WorkbookMarks.Empty, StringComparison.Ordinal)).Select(cell => sheet[cell.Row, cell.Column]).SingleOrDefault(string.Empty);
            foreach (var (at, column, key) in row.Where(cell => !cell.Key.EndsWith(WorkbookMarks.Empty, StringComparison.Ordinal)))
            {
                var text = sheet[at, column];
                if (text.Length == 0 && !IsExplanation(key)) text = reason;
                if (text.Length > 0) values.Add(key, text);
            }
        }

        return values;
    }

    /// <summary>What a sheet should hold for some values: each cell behind a unit's mark, where there is one.</summary>
    public static Dictionary<string, string> Expected(CompiledForm form, FormValues values, string unit = "")
    {
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (cell, value) in values.Cells)
        {
            var field = form.Field(cell.Field);
            if (value is not CellValue.Rows rows) expected.Add(unit + cell, Words(field, value));
            else
            {
                foreach (var (row, columns) in rows.Items.Index())
                foreach (var (column, content) in columns)
                    expected.Add(string.Create(CultureInfo.InvariantCulture, $"{unit}{cell}#{row + 1}.{column}"), Words(((TableField)field).Columns.Single(c => c.Id == column), content));
            }
        }

        return expected;
    }

    private static string KeyOf(string row, string column)
    {
        if (column == WorkbookMarks.Empty) return row + WorkbookMarks.Empty;
        if (row.StartsWith(WorkbookMarks.Facility, StringComparison.Ordinal)) return $"{row} {column}";
        if (row == WorkbookMarks.DataAsOf || IsExplanation(row)) return row;
        // Clause ids, which are options of tasks, have the mark of a table's rows too.
        return row.Contains(WorkbookMarks.TableRow, StringComparison.Ordinal) && !row.Contains('[', StringComparison.Ordinal) ? $"{row}.{column}" : WorkbookMarks.CellAt(row, column).ToString()!;
    }

    private static string Words(FormField field, CellValue value) => value switch
    {
        CellValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        CellValue.Flag flag => flag.Value ? "Có" : "Không",
        CellValue.Words words => words.Value,
        CellValue.Date { Value: var date } when date < new DateOnly(1900, 3, 1) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        CellValue.Date date => (date.Value.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture),
        CellValue.Choice choice => Option(field, ((ChoiceField)field).Options, choice.Code),
        CellValue.Choices choices => string.Join("; ", choices.Codes.Select(code => Option(field, ((MultiChoiceField)field).Options, code))),
        CellValue.Empty empty => EmptyWords.Of(empty.Kind).Vi,
        _ => throw new InvalidOperationException($"Unknown value {value.GetType().Name}."),
    };

    private static string Option(FormField field, Dimension list, string code) => OptionWords.Of(field, list, list.Options.Single(option => option.Code == code));
}
