using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Core.Reports;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;

namespace SocialWork.Documents.Tests.Word;

/// <summary>The report as a .docx file.</summary>
public sealed class WordFileTests
{
    internal static readonly DocumentFacts Facts = new()
    {
        Superior = ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ"],
        Issuer = ["SỞ Y TẾ"],
        Number = 5,
        Sign = "BC-SYT",
        Place = "Huế",
        Date = new DateOnly(2026, 12, 5),
        PlanNumber = "12/KH-UBND",
        PlanDate = new DateOnly(2026, 1, 9),
        Capacity = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        Signer = "Người Ký Ví Dụ",
        Recipients = ["Như trên", "Lưu: VT, BTXH"],
    };

    [Fact]
    public void The_file_is_valid_for_word()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Written(Facts)), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Heads_of_tables_are_repeated_and_rows_are_never_split()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Written(Facts)), isEditable: false);
        var tables = file.MainDocumentPart!.Document.Body!.Descendants<Table>().ToArray();
        tables.Length.ShouldBeGreaterThan(4);
        tables.SelectMany(table => table.Elements<TableRow>()).ShouldAllBe(row => row.TableRowProperties!.GetFirstChild<CantSplit>() != null);
        tables.Where(table => table.Descendants<TableBorders>().Any()).ShouldAllBe(table => table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>() != null);
    }

    [Fact]
    public void What_is_missing_is_marked_and_named()
    {
        DocumentFacts.Dated(new DateOnly(2026, 1, 9)).ShouldBe("ngày 09 tháng 01 năm 2026");
        DocumentFacts.Dated(new DateOnly(2026, 3, 12)).ShouldBe("ngày 12 tháng 3 năm 2026");
        Facts.Missing().ShouldBeEmpty();
        new DocumentFacts().Missing().ShouldContain(nameof(DocumentFacts.PlanNumber));
        using var file = WordprocessingDocument.Open(new MemoryStream(Written(new DocumentFacts())), isEditable: false);
        file.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("Kế hoạch số «…» ngày «…»");
    }

    private static byte[] Written(DocumentFacts facts) => WordFile.Write(CombinedReportDocument.Of(new ReportPaper(SampleReport.Report, SampleReport.Frame, facts)), CancellationToken.None);
}
