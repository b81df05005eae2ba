using System.IO.Compression;
using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Lineage;
using SocialWork.Core.Past;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Agencies;
using SocialWork.Core.Sectors;
using SocialWork.Core.Snapshots;
using SocialWork.Documents;
using SocialWork.Documents.Annexes;
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
        var sources = await city.Get<LineageReader>().ReadAllAsync(Reader, model, lease, CancellationToken.None);
        (string Name, Func<byte[]> Write)[] made =
        [
            ("combined report, Word", () => WordFile.Write(CombinedReportDocument.Of(paper), CancellationToken.None)),
            ("combined report, HTML", () => System.Text.Encoding.UTF8.GetBytes(CombinedReportHtml.Document(paper.Report, paper.Frame))),
            ("combined report, annexes as a workbook", () => AnnexWorkbook.Write(paper.Report, "vi", CancellationToken.None)),
            ("where every indicator comes from, workbook", () => ((Result<byte[]>.Ok)LineageWorkbook.Write(sources, model.ModuleName, report.AsOf, demonstration: true, "vi", CancellationToken.None)).Value),
            ($"reports of all {agencies.Length} agencies, Word", () => agencies.Select(agency => Agency(model, agency)).Aggregate(Array.Empty<byte>(), (_, file) => file)),
        ];
        foreach (var (name, write) in made) await AddAsync(table, name, write);
        var word = made[0].Write();
        table.Add("document: combined report held against the decree", "writing it", await Compare.RatioAsync(Rounds, () => Once(() => made[0].Write()), () => Once(() => DecreeChecker.Check(new MemoryStream(word), CancellationToken.None))));
        await PastAsync(city, table, model, lease);
        await PdfAsync(city, table, word, made[0].Write);
    }

    // A snapshot is the report built once more with its documents; what is recounted reads every version.
    private static async Task PastAsync(ServedCity city, RatioTable table, PlanModel model, ISectorLease lease)
    {
        var none = CancellationToken.None;
        var builder = city.Get<CombinedReportBuilder>();
        Task<double> Present() => Compare.TimeAsync(1, async () => _ = await builder.BuildAsync(model, lease, none));
        table.Add("the report of a past moment", "the report as it stands", await Compare.RatioAsync(3, Present, () => Compare.TimeAsync(1, async () =>
        {
            var past = await city.Get<PastReports>().AtAsync(model, builder.Present().At, none);
            _ = await builder.BuildAsync(past.Model, past.Basis, lease, none);
        })));
        // Each of another reason and with another fact, or there would be nothing to freeze.
        var facts = city.Get<ReportFactsService>();
        table.Add("freezing the report with its documents", "the report as it stands", await Compare.RatioAsync(3, Present, () => Compare.TimeAsync(1, async () =>
        {
            var stored = await facts.OfAsync(model.Plan, none);
            _ = await facts.ChangeAsync(Reader, model.Plan, stored.Facts with { Number = (stored.Facts.Number ?? 0) + 1 }, stored.Revision, none);
            if (await city.Get<SnapshotService>().TakeAsync(Reader, model, lease, new SnapshotRequest("Chốt số liệu", Replaces: null), none) is Result<Snapshot>.No no) throw new InvalidOperationException(no.Refusal.Message.En);
        })));
        table.Add("a frozen report calculated anew and compared", "the report as it stands", await Compare.RatioAsync(3, Present, () => Compare.TimeAsync(1, async () => _ = await city.Get<SnapshotComparisons>().ReplayAsync(model, lease, 1, none))));
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
