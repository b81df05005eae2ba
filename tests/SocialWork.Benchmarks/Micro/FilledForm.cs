using System.Text;
using SocialWork.Abstractions;
using SocialWork.Benchmarks.Support;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;
using SocialWork.Host.Demo;

namespace SocialWork.Benchmarks.Micro;

/// <summary>The fullest YT1 of the demonstration year and what belongs to it, made once per process.</summary>
internal sealed class FilledForm
{
    private static readonly Lazy<FilledForm> Made = new(() => MakeAsync().GetAwaiter().GetResult());

    public static FilledForm Instance => Made.Value;

    public required PlanModel Model { get; init; }

    public required PlanForm Form { get; init; }

    public required FormValues Values { get; init; }

    public required RuleContext Context { get; init; }

    public required byte[] Json { get; init; }

    public required TotalsSnapshot Snapshot { get; init; }

    public required ISectorLease Modules { get; init; }

    public required IReadOnlyList<(string Module, SectorIndicators Answer)> Answers { get; init; }

    /// <summary>The totals of the form over the whole city and one unit type: the vector that every sending of it changes.</summary>
    public required TotalsRow Totals { get; init; }

    private static async Task<FilledForm> MakeAsync()
    {
        using var scratch = new ScratchFolder();
        await using var city = await ServedCity.StartAsync(scratch.Below("year"));
        var none = CancellationToken.None;
        var model = await city.ModelAsync();
        var form = model.Form("YT1")!;
        var reader = city.Get<ISubmissionReader>();
        var fullest = (await reader.CountingAsync(DemoFacts.Plan, form.Code, DemoFacts.Plan, unit: null, none)).MaxBy(c => c.Version.Values.Cells.Count)!.Version;
        var snapshot = await city.Get<SnapshotReader>().CityAsync(model, none);
        await using var lease = city.Lease();
        var (modules, answers) = await RecordedModules.RecordAsync(model, lease, city.Get<IndicatorCalculator>(), snapshot);
        return new FilledForm
        {
            Model = model,
            Form = form,
            Values = fullest.Values,
            Context = model.Context(model.Units.Find(fullest.Key.Unit)!, form.Definition, new DateOnly(2026, 12, 1)),
            Json = Encoding.UTF8.GetBytes(FormValuesJson.Write(form.Compiled, fullest.Values)),
            Snapshot = snapshot,
            Modules = modules,
            Answers = answers,
            Totals = (await reader.TotalsAsync(model, DemoFacts.Plan, TotalsKey.City, none)).Where(r => r.Key.FormHash == form.Compiled.Hash).MaxBy(r => r.Submissions)!,
        };
    }
}
