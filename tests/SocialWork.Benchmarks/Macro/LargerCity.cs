using SocialWork.Abstractions;
using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Host.Demo;
using SocialWork.Persistence;

namespace SocialWork.Benchmarks.Macro;

/// <summary>The demonstration's city with many times its facilities, each with the forms of the facility it is a copy of.</summary>
internal static class LargerCity
{
    private const int Rounds = 30;
    private const int InFlight = 2_000;

    public static async Task MeasureAsync(string yearFolder, string growingFolder, RatioTable table)
    {
        await using var year = await ServedCity.StartAsync(yearFolder);
        await using var city = await ServedCity.StartAsync(growingFolder);
        var demo = await city.ModelAsync();
        var originals = await FacilityFormsAsync(city, demo);
        var copies = 1;
        foreach (var times in new[] { 10, 40 })
        {
            await AddUnitsAsync(city, originals, copies, times);
            for (; copies < times; copies++) await SendCopyAsync(city, demo, originals, copies);
            var model = await city.ModelAsync();
            await SoundAsync(city, model);
            table.Add($"combined report of a city with {times} times the facilities' submissions ({originals.Count * times})", "the demonstration year's, by a second host",
                await Compare.RatioAsync(Rounds, () => ReportAsync(year), () => ReportAsync(city)));
        }
    }

    private static async Task<double> ReportAsync(ServedCity city)
    {
        var builder = city.Get<CombinedReportBuilder>();
        var model = await city.ModelAsync();
        await using var lease = city.Lease();
        return await Compare.TimeAsync(3, () => builder.BuildAsync(model, lease, CancellationToken.None));
    }

    private static async Task<List<(PlanForm Form, Unit Unit, SubmissionVersion Version)>> FacilityFormsAsync(ServedCity city, PlanModel model)
    {
        var found = new List<(PlanForm, Unit, SubmissionVersion)>();
        foreach (var form in model.Forms.Where(f => f.Definition.FilledBy is FilledBy.FacilitiesOf))
        {
            foreach (var counting in await city.Get<ISubmissionReader>().CountingAsync(DemoFacts.Plan, form.Code, DemoFacts.Plan, unit: null, CancellationToken.None))
            {
                if (model.Units.Find(counting.Version.Key.Unit) is { } unit) found.Add((form, unit, counting.Version));
            }
        }

        return found;
    }

    // All at once: new units empty the totals, which are then counted again.
    private static async Task AddUnitsAsync(ServedCity city, List<(PlanForm Form, Unit Unit, SubmissionVersion Version)> originals, int from, int to)
    {
        var units = Enumerable.Range(from, to - from).SelectMany(copy => originals.Select(o => o.Unit).DistinctBy(u => u.Code).Select(u => Copy(u, copy)));
        await city.Get<ReferenceStore>().ImportUnitsAsync(new UnitRegister(units, []), "benchmark", CancellationToken.None);
        await city.Get<TotalsRecount>().EnsureAsync(await city.ModelAsync(), CancellationToken.None);
    }

    private static async Task SendCopyAsync(ServedCity city, PlanModel demo, List<(PlanForm Form, Unit Unit, SubmissionVersion Version)> originals, int copy)
    {
        var writer = city.Get<ISubmissionWriter>();
        foreach (var batch in originals.Chunk(InFlight))
            await Task.WhenAll(batch.Select(o => SendAsync(writer, demo, o.Form, Copy(o.Unit, copy), o.Version)));
    }

    private static Unit Copy(Unit unit, int copy) => unit with { Code = $"{unit.Code}-X{copy}" };

    // Saved, submitted and approved in one step: the path of a bulk load.
    private static async Task SendAsync(ISubmissionWriter writer, PlanModel model, PlanForm form, Unit unit, SubmissionVersion like)
    {
        var key = new SubmissionKey(model.Plan.Id, form.Code, unit.Code, like.Key.Period);
        var change = new SubmissionChange(
            key,
            form.Compiled.Hash,
            (now, _) => SubmissionWorkflow.Save(now, like.Values, like.DataAsOf, "benchmark", like.At)
                .Then(saved => SubmissionWorkflow.Submit(saved.After, form.Compiled.Hash, "benchmark", like.At))
                .Then<SubmissionStep, SubmissionStep>(submitted => SubmissionWorkflow.Approve(submitted.After, "benchmark", like.At).Then<SubmissionStep, SubmissionStep>(approved => approved with { Frozen = submitted.Frozen })),
            model.Plan.CutOff,
            (_, version) => model.Contribution(unit, key.Period, version.FormHash, version.Values),
            IfRevision: null,
            IdempotencyKey: null);
        if (await writer.ChangeAsync(change, CancellationToken.None) is Result<Submission>.No no) throw new InvalidOperationException(no.Refusal.Message.En);
    }

    private static async Task SoundAsync(ServedCity city, PlanModel model)
    {
        var differences = await city.Get<TotalsRecount>().CompareAsync(model, CancellationToken.None);
        if (!differences.IsEmpty) throw new InvalidOperationException($"{differences.Length} rows of totals differ from the recount.");
    }
}
