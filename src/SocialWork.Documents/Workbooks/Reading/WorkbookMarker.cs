using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>
/// Gives an officer's file back with the findings marked in it: the cells coloured, each with a note, and a first sheet “Lỗi”
/// that lists all of them with links. What else is in the file stays as it was. Safe for concurrent use.
/// </summary>
public static class WorkbookMarker
{
    /// <summary>The most cells that are marked; the list names the first of the rest.</summary>
    public const int MaxMarks = 2_000;

    /// <summary>
    /// The same file with its findings marked. The file must be one that <see cref="WorkbookReader.Open"/> took: its parts are
    /// of bounded size then. Refused as damaged (<c>workbook.damaged</c>) where a part that was not read is broken.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">What was found in it, gravest first.</param>
    /// <param name="language">The language of the notes: vi or en.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Result<byte[]> Mark(Stream file, ImmutableArray<WorkbookFinding> findings, string language, CancellationToken cancellationToken)
    {
        try
        {
            MarkedParts.Check(file, cancellationToken);
            var copy = new MemoryStream();
            file.Position = 0;
            file.CopyTo(copy);
            using (var document = SpreadsheetDocument.Open(copy, isEditable: true, new OpenSettings { AutoSave = false }))
            {
                // The library finds the parts its own way, and may miss one that was read.
                if (document.WorkbookPart is not { Workbook: not null } book) return WorkbookRefusals.Damaged;
                var sheets = book.Workbook.Descendants<Sheet>().Where(sheet => sheet is { Name: not null, Id.Value: not null }).ToDictionary(sheet => sheet.Name!.Value!, StringComparer.Ordinal);
                var marks = MarksOf(findings, language, sheets);
                var styles = new MarkedStyles(book);
                foreach (var sheet in marks)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var part = (WorksheetPart)book.GetPartById(sheets[sheet.Key].Id!.Value!);
                    MarkedSheet.Mark(part, [.. sheet.Value], styles);
                }

                FindingsSheet.Add(book, findings, language, styles);
                styles.Save();
                book.Workbook.Save();
                document.Save();
            }

            return copy.ToArray();
        }
        catch (WorkbookRefusedException no)
        {
            return no.Refusal;
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FormatException or OverflowException or InvalidCastException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return WorkbookRefusals.Damaged;
        }
    }

    // One mark per cell, with the words of all its findings.
    private static Dictionary<string, List<CellMark>> MarksOf(ImmutableArray<WorkbookFinding> findings, string language, Dictionary<string, Sheet> sheets)
    {
        var marks = new Dictionary<string, List<CellMark>>(StringComparer.Ordinal);
        var byCell = new Dictionary<(string Sheet, CellAddress At), CellMark>();
        // A warning that was explained is listed and needs no look at its cells.
        foreach (var finding in findings.Where(f => f.Explanation is null && f.Sheet is not null && sheets.ContainsKey(f.Sheet)))
        {
            foreach (var address in finding.Others.Select(other => other.Address).Prepend(finding.Address))
            {
                if (!CellAddress.TryParse(address, out var at) || byCell.Count >= MaxMarks) continue;
                if (!byCell.TryGetValue((finding.Sheet!, at), out var mark))
                {
                    mark = new CellMark(at, finding.Level);
                    byCell.Add((finding.Sheet!, at), mark);
                    if (!marks.TryGetValue(finding.Sheet!, out var list)) marks.Add(finding.Sheet!, list = []);
                    list.Add(mark);
                }

                mark.Words.Add(finding.Message.In(language));
            }
        }

        return marks;
    }
}

/// <summary>What is marked at a cell: the gravest level, and the words of all that was found there.</summary>
internal sealed record CellMark(CellAddress At, FindingLevel Level)
{
    /// <summary>What the note says.</summary>
    public List<string> Words { get; } = [];
}
