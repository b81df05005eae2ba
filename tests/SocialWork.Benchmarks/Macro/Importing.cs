using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using ExcelDataReader;
using SocialWork.Abstractions;
using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Demo;
using SocialWork.Persistence;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Benchmarks.Macro;

/// <summary>Filled workbooks uploaded over HTTP and saved, against the same files read bare, cell by cell, with ExcelDataReader.</summary>
internal static class Importing
{
    private const int Facilities = 5_000;
    private const int BareReadings = 5;

    public static async Task MeasureAsync(string yearFolder, string emptyFolder, RatioTable table)
    {
        // ExcelDataReader asks for it even where it reads no old file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // A city on a day on which nobody has entered anything, so that every workbook is new to it.
        await using var empty = await ServedCity.StartAsync(emptyFolder, "--today", "2026-01-05");
        var model = await empty.ModelAsync();
        Dictionary<(string Form, string Unit), SubmissionVersion> answers;
        await using (var year = await ServedCity.StartAsync(yearFolder)) answers = await AnswersAsync(year);

        var agencies = model.Plan.Duties.Where(d => d.Before is not null).SelectMany(d => model.Plan.Owing(d, model.Units)).DistinctBy(u => u.Code).ToArray();
        var books = agencies.Select(agency => (Agency: agency.Code, File: Book(model, agency, answers))).Where(book => book.File.Length > 0).ToArray();
        await ImportAsync(empty, table, $"{books.Length} agencies' workbooks, every form filled, one after another", books);

        await AddSchoolsAsync(empty, model);
        var larger = await empty.ModelAsync();
        await ImportAsync(empty, table, $"one workbook of {Facilities} schools (GD2), a row each", [("SGDDT", Schools(larger, answers))]);
        var saved = await empty.Get<ISubmissionReader>().StandingsAsync(DemoFacts.Plan, DemoFacts.Plan, ["GD2"], CancellationToken.None);
        if (saved.Count(s => s.State == SubmissionState.Draft) < Facilities * 9 / 10) throw new InvalidOperationException($"Only {saved.Length} schools' forms were saved.");
    }

    private static async Task ImportAsync(ServedCity city, RatioTable table, string what, (string Agency, byte[] File)[] books)
    {
        var bare = Enumerable.Range(0, BareReadings).Select(_ => Compare.Time(1, () => Array.ForEach(books, book => ReadBare(book.File)))).Min();
        var before = GC.GetTotalAllocatedBytes();
        Array.ForEach(books, book => ReadBare(book.File));
        var bareAllocated = GC.GetTotalAllocatedBytes() - before;

        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        foreach (var (agency, _) in books) clients.TryAdd(agency, await city.SignInAsync(agency + ".reporter"));
        GC.Collect();
        var held = GC.GetTotalMemory(forceFullCollection: true);
        before = GC.GetTotalAllocatedBytes();
        var peak = 0L;
        var clock = Clock.Start();
        foreach (var (agency, file) in books)
        {
            await SendAsync(clients[agency], file);
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        var taken = clock.Milliseconds;
        var allocated = GC.GetTotalAllocatedBytes() - before;
        foreach (var client in clients.Values) client.Dispose();
        var size = books.Sum(book => book.File.Length) / 1024;
        table.Add($"{what} ({size} kB): uploaded, read, checked and saved", "the same files read bare with ExcelDataReader", taken / bare);
        table.Add($"{what}: allocated", "allocated by ExcelDataReader", allocated / (double)bareAllocated);
        table.Add($"for scale: {what}, on this machine", "—", $"{taken:0} ms, {allocated / 1024 / 1024} MB allocated in all, heap at most {(peak - held) / 1024 / 1024} MB above its start");
    }

    private static void ReadBare(byte[] file)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file, writable: false));
        do
        {
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++) _ = reader.GetValue(column);
            }
        }
        while (reader.NextResult());
    }

    private static async Task SendAsync(HttpClient client, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue(FormWorkbookFile.ContentType);
        content.Add(part, "file", "bieu.xlsx");
        using var answer = await client.PostAsync(new Uri("/api/v1/workbooks?plan=2026&commit=true", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<Dictionary<(string Form, string Unit), SubmissionVersion>> AnswersAsync(ServedCity year)
    {
        var model = await year.ModelAsync();
        var answers = new Dictionary<(string, string), SubmissionVersion>();
        foreach (var form in model.Forms.Where(f => !Periods.Of(f.Definition, model.Plan.Year).IsEmpty))
        {
            foreach (var counting in await year.Get<ISubmissionReader>().CountingAsync(DemoFacts.Plan, form.Code, DemoFacts.Plan, unit: null, CancellationToken.None))
                answers[(form.Code, counting.Version.Key.Unit)] = counting.Version;
        }

        return answers;
    }

    // The date at which the figures stand must not lie after the day on which the city stands.
    private static UnitAnswers Answers(PlanModel model, PlanForm form, Unit unit, string like, Dictionary<(string Form, string Unit), SubmissionVersion> answers) =>
        new(unit, model.Submitting(unit), 0, answers.GetValueOrDefault((form.Code, like))?.Values ?? FormValues.None, new DateOnly(2026, 1, 4));

    private static byte[] Book(PlanModel model, Unit agency, Dictionary<(string Form, string Unit), SubmissionVersion> answers)
    {
        ImmutableArray<WorkbookSheet> sheets =
        [
            .. from form in model.Forms
               where !Periods.Of(form.Definition, model.Plan.Year).IsEmpty && model.Fills(agency, form.Definition) && answers.ContainsKey((form.Code, agency.Code))
               select new WorkbookSheet.OfUnit(form, DemoFacts.Plan, Answers(model, form, agency, agency.Code, answers)),
        ];
        return sheets.IsEmpty ? [] : Write(model, agency, sheets);
    }

    private static byte[] Schools(PlanModel model, Dictionary<(string Form, string Unit), SubmissionVersion> answers)
    {
        var form = model.Form("GD2")!;
        ImmutableArray<UnitAnswers> rows =
        [
            .. model.Fillers(form.Definition).Take(Facilities).Select(school => Answers(model, form, school, school.Code.Split("-X")[0], answers)),
        ];
        if (rows.Length < Facilities) throw new InvalidOperationException($"The city has {rows.Length} schools only.");
        return Write(model, model.Units.Find("SGDDT")!, [new WorkbookSheet.OfFacilities(form, DemoFacts.Plan, rows)]);
    }

    private static byte[] Write(PlanModel model, Unit agency, ImmutableArray<WorkbookSheet> sheets) =>
        FormWorkbookFile.Write(new FormWorkbook { Plan = model.Plan, Agency = agency, Created = new DateOnly(2026, 1, 5), Sheets = sheets }, CancellationToken.None) switch
        {
            Result<byte[]>.Ok ok => ok.Value,
            Result<byte[]>.No no => throw new InvalidOperationException(no.Refusal.Message.En),
            _ => throw new InvalidOperationException("Unknown result."),
        };

    private static async Task AddSchoolsAsync(ServedCity city, PlanModel model)
    {
        var schools = model.Units.OfType(UnitTypes.School).ToArray();
        var copies = Enumerable.Range(1, Facilities / schools.Length).SelectMany(copy => schools.Select(school => school with { Code = $"{school.Code}-X{copy}" }));
        await city.Get<ReferenceStore>().ImportUnitsAsync(new UnitRegister(copies, []), "benchmark", CancellationToken.None);
        await city.Get<TotalsRecount>().EnsureAsync(await city.ModelAsync(), CancellationToken.None);
    }
}
