using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Colours cells of one sheet and gives them notes; notes that were there stay.</summary>
internal static class MarkedSheet
{
    // Excel shows no more of a note than this.
    private const int MaxNote = 2_000;
    private const string Author = "Hệ thống";
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";

    /// <summary>Marks the cells.</summary>
    public static void Mark(WorksheetPart part, IReadOnlyList<CellMark> marks, MarkedStyles styles)
    {
        var data = part.Worksheet.GetFirstChild<SheetData>() ?? part.Worksheet.AppendChild(new SheetData());
        var rows = data.Elements<Row>().Where(row => row.RowIndex is not null).ToDictionary(row => row.RowIndex!.Value);
        foreach (var mark in marks)
        {
            var cell = CellAt(data, rows, mark.At);
            cell.StyleIndex = styles.Marked(cell.StyleIndex?.Value ?? 0, mark.Level);
        }

        var noted = Notes(part, marks);
        Shapes(part, noted);
        part.Worksheet.Save();
    }

    private static Cell CellAt(SheetData data, Dictionary<uint, Row> rows, CellAddress at)
    {
        if (!rows.TryGetValue((uint)at.Row, out var row))
        {
            row = new Row { RowIndex = (uint)at.Row };
            rows.Add((uint)at.Row, row);
            var next = data.Elements<Row>().FirstOrDefault(other => other.RowIndex?.Value > (uint)at.Row);
            if (next is null) data.Append(row);
            else data.InsertBefore(row, next);
        }

        var name = at.ToString();
        if (row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference?.Value == name) is { } found) return found;
        var made = new Cell { CellReference = name };
        var after = row.Elements<Cell>().FirstOrDefault(cell => CellAddress.TryParse(cell.CellReference?.Value, out var other) && other.Column > at.Column);
        if (after is null) row.Append(made);
        else row.InsertBefore(made, after);
        return made;
    }

    // A cell has one note: what somebody wrote there before stays above the new words.
    private static List<CellAddress> Notes(WorksheetPart part, IReadOnlyList<CellMark> marks)
    {
        var notes = part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>();
        notes.Comments ??= new Comments(new Authors(), new CommentList());
        var authors = notes.Comments.Authors ??= new Authors();
        var list = notes.Comments.CommentList ??= new CommentList();
        authors.Append(new Author(Author));
        var author = (uint)authors.Elements<Author>().Count() - 1;
        var known = list.Elements<Comment>().Where(note => note.Reference?.Value is not null).DistinctBy(note => note.Reference!.Value).ToDictionary(note => note.Reference!.Value!, StringComparer.Ordinal);
        var added = new List<CellAddress>();
        foreach (var mark in marks)
        {
            var words = XlsxText.Of(string.Join('\n', mark.Words));
            var run = new Run(new Text(words.Length <= MaxNote ? words : words[..MaxNote] + "…") { Space = SpaceProcessingModeValues.Preserve });
            if (known.TryGetValue(mark.At.ToString(), out var note)) (note.CommentText ??= new CommentText()).Append(new Run(new Text("\n") { Space = SpaceProcessingModeValues.Preserve }), run);
            else
            {
                list.Append(new Comment(new CommentText(run)) { Reference = mark.At.ToString(), AuthorId = author });
                added.Add(mark.At);
            }
        }

        notes.Comments.Save();
        return added;
    }

    // Excel draws a note only where an old drawing has a shape for it.
    private static void Shapes(WorksheetPart part, List<CellAddress> noted)
    {
        if (noted.Count == 0) return;
        var legacy = part.Worksheet.GetFirstChild<LegacyDrawing>();
        var drawing = legacy?.Id?.Value is { } id ? (VmlDrawingPart)part.GetPartById(id) : part.AddNewPart<VmlDrawingPart>();
        XDocument shapes;
        if (legacy is null) shapes = Empty();
        else
        {
            using var stream = drawing.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = HardenedXml.Open(stream, CancellationToken.None);
            shapes = XDocument.Load(xml);
        }

        foreach (var (index, at) in noted.Index()) shapes.Root!.Add(Shape(at, index));
        using (var stream = drawing.GetStream(FileMode.Create, FileAccess.Write)) shapes.Save(stream);
        if (legacy is null) Insert(part.Worksheet, new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
    }

    // The format wants its elements in order: only these may follow the old drawing.
    private static void Insert(Worksheet sheet, LegacyDrawing drawing)
    {
        var next = sheet.ChildElements.FirstOrDefault(element => element is LegacyDrawingHeaderFooter or Picture or OleObjects or Controls or WebPublishItems or TableParts or WorksheetExtensionList);
        if (next is null) sheet.Append(drawing);
        else sheet.InsertBefore(drawing, next);
    }

    private static XDocument Empty() => new(new XElement(
        "xml",
        new XAttribute(XNamespace.Xmlns + "v", V),
        new XAttribute(XNamespace.Xmlns + "o", O),
        new XAttribute(XNamespace.Xmlns + "x", X),
        new XElement(
            V + "shapetype",
            new XAttribute("id", "_x0000_t202"),
            new XAttribute("coordsize", "21600,21600"),
            new XAttribute(O + "spt", "202"),
            new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
            new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")))));

    private static XElement Shape(CellAddress at, int index) => new(
        V + "shape",
        new XAttribute("id", string.Create(CultureInfo.InvariantCulture, $"_x0000_s9{index + 1:0000}")),
        new XAttribute("type", "#_x0000_t202"),
        new XAttribute("style", "position:absolute;width:220pt;height:90pt;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"),
        new XAttribute(O + "insetmode", "auto"),
        new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
        new XElement(
            X + "ClientData",
            new XAttribute("ObjectType", "Note"),
            new XElement(X + "MoveWithCells"),
            new XElement(X + "SizeWithCells"),
            new XElement(X + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{at.Column}, 15, {at.Row - 1}, 2, {at.Column + 4}, 15, {at.Row + 4}, 4")),
            new XElement(X + "AutoFill", "False"),
            new XElement(X + "Row", at.Row - 1),
            new XElement(X + "Column", at.Column - 1)));
}
