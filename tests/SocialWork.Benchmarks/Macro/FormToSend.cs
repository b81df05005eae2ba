using SocialWork.Abstractions;
using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Host.Demo;

namespace SocialWork.Benchmarks.Macro;

/// <summary>One form of the demonstration year, sent again and again under new keys; its totals go where its unit's go.</summary>
internal sealed class FormToSend(PlanModel model, PlanForm form, FormValues values, Unit[] units)
{
    private static readonly DateOnly AsOf = new(2026, 11, 15);

    public int Cells => values.Cells.Count;

    public string Json { get; } = FormValuesJson.Write(form.Compiled, values);

    public string Code => form.Code;

    public static async Task<FormToSend> OfAsync(ServedCity city, string code)
    {
        var model = await city.ModelAsync();
        var counting = await city.Get<ISubmissionReader>().CountingAsync(DemoFacts.Plan, code, DemoFacts.Plan, unit: null, CancellationToken.None);
        var fullest = counting.MaxBy(c => c.Version.Values.Cells.Count) ?? throw new InvalidOperationException($"The demonstration year has no {code}.");
        Unit[] units = [.. counting.Select(c => model.Units.Find(c.Version.Key.Unit)!).Where(u => u.Type == model.Units.Find(fullest.Version.Key.Unit)!.Type)];
        return new FormToSend(model, model.Form(code)!, fullest.Version.Values, units);
    }

    public SubmissionChange Save(int number) => Change(number, s => SubmissionWorkflow.Save(s, values, AsOf, "reporter", DemoFacts.Now));

    public SubmissionChange Submit(int number) => Change(number, s => SubmissionWorkflow.Submit(s, form.Compiled.Hash, "reporter", DemoFacts.Now));

    public SubmissionChange Approve(int number) => Change(number, s => SubmissionWorkflow.Approve(s, "approver", DemoFacts.Now));

    private SubmissionChange Change(int number, Func<Submission, Result<SubmissionStep>> decide)
    {
        var unit = units[number % units.Length];
        var key = new SubmissionKey(model.Plan.Id, form.Code, $"S{number:00000000}", DemoFacts.Plan);
        return new SubmissionChange(
            key,
            form.Compiled.Hash,
            (now, _) => decide(now),
            model.Plan.CutOff,
            (_, version) => model.Contribution(unit, key.Period, version.FormHash, version.Values),
            IfRevision: null,
            IdempotencyKey: null);
    }
}
