using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>A workbook in the hands of an officer, who fills in cells by what they are.</summary>
internal sealed class OfficersFile(byte[] file)
{
    public byte[] Bytes { get; private set; } = file;

    /// <summary>Types into cells of a form: a number, or text; null clears.</summary>
    public OfficersFile Type(string form, params (string Cell, object? Value)[] values)
    {
        var sheet = XlsxGrid.Read(Bytes).Single(s => s.Name.StartsWith(form, StringComparison.Ordinal));
        var places = MarkedCells.Keys(sheet).DistinctBy(cell => cell.Key).ToDictionary(cell => cell.Key, cell => (cell.Row, cell.Column), StringComparer.Ordinal);
        Edit(sheet.Name, cells =>
        {
            foreach (var (cell, value) in values) Put(cells(places[cell].Row, places[cell].Column), value);
        });
        return this;
    }

    /// <summary>Takes the mark from a row, as if the workbook had been made without it.</summary>
    public void Unmark(string form, string mark)
    {
        var sheet = XlsxGrid.Read(Bytes).Single(s => s.Name.StartsWith(form, StringComparison.Ordinal));
        var row = sheet.Cells.Single(cell => cell.Key.Column == 1 && cell.Value.Text == mark).Key.Row;
        Edit(sheet.Name, cells => Put(cells(row, 1), null));
    }

    /// <summary>Where a cell of a form stands.</summary>
    public string AddressOf(string form, string cell)
    {
        var place = MarkedCells.Keys(XlsxGrid.Read(Bytes).Single(s => s.Name.StartsWith(form, StringComparison.Ordinal))).Single(c => c.Key == cell);
        return Name(place.Row, place.Column);
    }

    /// <summary>The marks of the facilities on a form's sheet: <c>@TH0123</c>.</summary>
    public string[] Facilities(string form)
    {
        var sheet = XlsxGrid.Read(Bytes).Single(s => s.Name.StartsWith(form, StringComparison.Ordinal));
        return [.. sheet.Cells.Where(cell => cell.Key.Column == 1 && cell.Value.Text.StartsWith('@')).OrderBy(cell => cell.Key.Row).Select(cell => cell.Value.Text)];
    }

    private static string Name(int row, int column)
    {
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private static void Put(Cell cell, object? value)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        switch (value)
        {
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text));
                break;
            case int number:
                cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private void Edit(string name, Action<Func<int, int, Cell>> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(Bytes);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var part = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(s => s.Name == name).Id!);
            var rows = part.Worksheet.Descendants<Row>().ToDictionary(row => row.RowIndex!.Value);
            edit((row, column) => rows[(uint)row].Elements<Cell>().Single(cell => cell.CellReference == Name(row, column)));
        }

        Bytes = stream.ToArray();
    }
}
