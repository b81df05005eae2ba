using System.Collections.Immutable;
using System.Xml;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>A workbook whose cells were read and whose identity is in order. Immutable.</summary>
public sealed class UploadedWorkbook
{
    internal UploadedWorkbook(WorkbookIdentity identity, RawWorkbook raw) => (Identity, Raw) = (identity, raw);

    /// <summary>What it was made for.</summary>
    public WorkbookIdentity Identity { get; }

    internal RawWorkbook Raw { get; }
}

/// <summary>Reads workbooks that come back: hostile, damaged, or filled by busy people. Safe for concurrent use; changes nothing.</summary>
public static class WorkbookReader
{
    /// <summary>
    /// Opens a file under the limits of <see cref="UploadLimits"/>. Refused with a sentence that says what to do, whatever it
    /// turns out to be; see <c>docs/reporters/README.md</c>.
    /// </summary>
    /// <param name="file">The file; it must be possible to seek in it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Result<UploadedWorkbook> Open(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            using var package = WorkbookPackage.Open(file, cancellationToken);
            var raw = RawWorkbookReader.Read(package);
            if (raw.Sheets.FirstOrDefault(sheet => sheet.Name == WorkbookMarks.IdentitySheet) is not { } identity) return WorkbookRefusals.NoIdentity;
            return WorkbookIdentity.Read([.. identity.Rows.Select(row => new IdentityLine(row[1]?.Text ?? string.Empty, row[2]?.Text ?? string.Empty))])
                .Then<WorkbookIdentity, UploadedWorkbook>(read => new UploadedWorkbook(read, raw));
        }
        catch (WorkbookRefusedException no)
        {
            return no.Refusal;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return WorkbookRefusals.Damaged;
        }
    }

    /// <summary>Why a file above <see cref="UploadLimits.MaxFileBytes"/> is not even received.</summary>
    public static Refusal FileTooLarge => WorkbookRefusals.FileTooLarge;

    /// <summary>Understands every form's sheet under a plan as it is today. All findings at once, up to <see cref="UploadLimits.MaxFindings"/>.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="model">The plan.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static WorkbookContent Read(UploadedWorkbook workbook, PlanModel model, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<WorkbookFinding>();
        var sheets = ImmutableArray.CreateBuilder<SheetContent>();
        var seen = new Dictionary<int, string>();
        foreach (var sheet in workbook.Raw.Sheets)
        {
            if (NumberOf(sheet) is not { } number || workbook.Identity.Sheets.FirstOrDefault(s => s.Number == number) is not { } identity) continue;
            if (!seen.TryAdd(number, sheet.Name)) findings.Add(Copied(sheet.Name, seen[number], identity.Form));
            else if (model.Form(identity.Form) is not { } form) findings.Add(Gone(sheet.Name, identity.Form, model.Plan.Id));
            else
            {
                var found = new SheetFindings(sheet.Name, identity.Form, Math.Max(0, UploadLimits.MaxFindings - findings.Count));
                if (form.Compiled.Hash != identity.FormHash) findings.Add(Older(sheet.Name, identity.Form));
                sheets.Add(new FormSheetReader(sheet, form.Compiled, identity, model, workbook.Raw.CountsFrom1904, found).Read(cancellationToken));
                findings.AddRange(found.All);
            }
        }

        findings.AddRange(workbook.Identity.Sheets.Where(s => !seen.ContainsKey(s.Number)).Select(s => Missing(s.Form)));
        return new WorkbookContent(workbook.Identity, sheets.ToImmutable(), findings.ToImmutable());
    }

    private static int? NumberOf(RawSheet sheet)
    {
        var mark = sheet.Rows.Select(row => row[1]?.Text.Trim()).FirstOrDefault(text => text?.StartsWith(WorkbookMarks.Sheet, StringComparison.Ordinal) == true);
        return int.TryParse(mark?[WorkbookMarks.Sheet.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static WorkbookFinding Copied(string sheet, string first, string form) => new(sheet, null, form, null, null, "workbook.sheetTwice", FindingLevel.Problem, new Text(
        $"Trang “{sheet}” là bản sao của trang “{first}” (biểu {form}); hãy xóa một trong hai trang.",
        $"Sheet “{sheet}” is a copy of sheet “{first}” (form {form}); delete one of the two."));

    private static WorkbookFinding Gone(string sheet, string form, string plan) => new(sheet, null, form, null, null, "form.unknown", FindingLevel.Problem, new Text(
        $"Kế hoạch {plan} không còn biểu {form}; hãy xóa trang này hoặc tải biểu mới.",
        $"Plan {plan} no longer has form {form}; delete the sheet or download the workbook again."));

    private static WorkbookFinding Older(string sheet, string form) => new(sheet, null, form, null, null, "workbook.olderForm", FindingLevel.Warning, new Text(
        $"Biểu {form} đã thay đổi từ khi tải tệp; các ô còn trong biểu hiện hành vẫn được đọc, ô mới thì chưa có trong tệp.",
        $"Form {form} has changed since the file was downloaded; cells that it still has are read, new ones are not in the file."));

    private static WorkbookFinding Missing(string form) => new(null, null, form, null, null, "workbook.sheetMissing", FindingLevel.Notice, new Text(
        $"Tệp không còn trang của biểu {form}; số liệu đã lưu của biểu này được giữ nguyên.",
        $"The file no longer has the sheet of form {form}; what is stored of that form stays as it is."));
}
