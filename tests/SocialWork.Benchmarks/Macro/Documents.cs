using System.IO.Compression;
using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Documents;
using SocialWork.Documents.Conformance;
using SocialWork.Documents.Html;
using SocialWork.Documents.Official;
using SocialWork.Documents.Word;
using SocialWork.Host.Printing;

namespace SocialWork.Benchmarks.Macro;

/// <summary>
/// All documents of the demonstration year, each against a floor that puts as many bytes into a zip, and what they allocate. The
/// PDF is measured against the Word document it is printed from, where the machine prints.
/// </summary>
internal static class Documents
{
    private const int Rounds = 7;
    private static readonly Actor Reader = new("standing", [Role.StandingAgency], Unit: null);

    public static async Task MeasureAsync(ServedCity city, RatioTable table)
    {
        var model = await city.ModelAsync();
        await using var lease = city.Lease();
        var report = await city.Get<CombinedReportBuilder>().BuildAsync(model, lease, CancellationToken.None);
        var paper = new ReportPaper(report, ReportFrame.Of(model.Plan, "vi"), DocumentFacts.Of(model.Plan));
        var agencies = await AgenciesAsync(city, model);
        (string Name, Func<byte[]> Write)[] made =
        [
            ("combined report, Word", () => WordFile.Write(CombinedReportDocument.Of(paper), CancellationToken.None)),
            ("combined report, HTML", () => System.Text.Encoding.UTF8.GetBytes(CombinedReportHtml.Document(paper.Report, paper.Frame))),
            ($"reports of all {agencies.Length} agencies, Word", () => agencies.Select(agency => Agency(model, agency)).Aggregate(Array.Empty<byte>(), (_, file) => file)),
        ];
        foreach (var (name, write) in made) await AddAsync(table, name, write);
        var word = made[0].Write();
        table.Add("document: combined report held against the decree", "writing it", await Compare.RatioAsync(Rounds, () => Once(() => made[0].Write()), () => Once(() => DecreeChecker.Check(new MemoryStream(word), CancellationToken.None))));
        await PdfAsync(city, table, word, made[0].Write);
    }

    private static async Task AddAsync(RatioTable table, string name, Func<byte[]> write)
    {
        table.Add("document: " + name, "zipping as many letters", await Compare.RatioAsync(Rounds, () => Once(() => Zip(UnpackedSize(write()))), () => Once(() => write())));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = write().Length;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        table.Add("document: " + name, "bytes of the last file / allocated in all", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB / {allocated / 1048576.0:0.0} MB"));
    }

    private static async Task PdfAsync(ServedCity city, RatioTable table, byte[] word, Func<byte[]> write)
    {
        var printer = city.Get<PdfPrinter>();
        if (!printer.IsOn)
        {
            table.Add("document: combined report, PDF", "writing the Word document", "not measured: no LibreOffice");
            return;
        }

        table.Add("document: combined report, PDF", "writing the Word document", await Compare.RatioAsync(3, () => Once(() => write()), () => Compare.TimeAsync(1, async () => _ = await printer.PrintAsync(word, CancellationToken.None) is Result<byte[]>.Ok ? 0 : throw new InvalidOperationException("The report was not printed."))));
    }

    private static async Task<AgencyReport[]> AgenciesAsync(ServedCity city, PlanModel model)
    {
        var reports = new List<AgencyReport>();
        foreach (var unit in model.Units.All.Where(unit => AgencyReportBuilder.Find(model, unit.Code) is not null))
            reports.Add(((Result<AgencyReport>.Ok)await city.Get<AgencyReportBuilder>().BuildAsync(Reader, model, unit.Code, CancellationToken.None)).Value);
        return [.. reports];
    }

    private static byte[] Agency(PlanModel model, AgencyReport report) =>
        WordFile.Write(AgencyReportDocument.Of(report, AgencyLetterhead.Of(model.Plan, model.Units.Find(report.Unit)!)), CancellationToken.None);

    private static Task<double> Once(Action work) => Task.FromResult(Compare.Time(1, work));

    // HTML is no zip: its own length.
    private static long UnpackedSize(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8)) return file.Length;
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.Sum(entry => entry.Length);
    }

    private static void Zip(long letters)
    {
        using var file = new MemoryStream();
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("document.xml").Open();
        var line = "<w:p><w:r><w:t>Kết quả thực hiện Chương trình phát triển công tác xã hội</w:t></w:r></w:p>\n"u8;
        for (var written = 0L; written < letters; written += line.Length) entry.Write(line);
    }
}
