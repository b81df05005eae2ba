using SocialWork.Core.Access;
using SocialWork.Core.Plans;
using SocialWork.Core.Time;

namespace SocialWork.Core.Reports;

/// <summary>Reading and setting what only the office knows of the document: the one way in, for pages and API alike. Safe for concurrent use.</summary>
public sealed class ReportFactsService(IReportFactsStore store, CityClock clock)
{
    /// <summary>The facts of a plan's document, for making it.</summary>
    public async Task<ReportFacts> OfAsync(Plan plan, CancellationToken cancellationToken) => await store.FindAsync(plan.Id, cancellationToken) ?? ReportFacts.Of(plan);

    /// <summary>The facts, for readers of the report.</summary>
    public async Task<Result<ReportFacts>> ReadAsync(Actor actor, Plan plan, CancellationToken cancellationToken) =>
        AccessPolicy.MaySeeCity(actor) ? await OfAsync(plan, cancellationToken) : Denied;

    /// <summary>Sets every fact.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="facts">All of them; what is not known yet is empty.</param>
    /// <param name="seen">The revision that was read; null where none was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<ReportFacts>> ChangeAsync(Actor actor, Plan plan, DocumentFacts facts, long? seen, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayWriteReport(actor)) return Denied;
        var stored = await OfAsync(plan, cancellationToken);
        if (seen != stored.Revision) return Stale(stored);
        var stated = FactRules.Tidy(facts);
        if (FactRules.Check(stated) is { IsEmpty: false } problems) return new Refusal(RefusalKind.Unprocessable, problems[0].Code, problems[0].Message, problems);
        var changed = new ReportFacts(stated, stored.Revision + 1, actor.UserName, clock.Now);
        return await store.SaveAsync(plan.Id, changed, cancellationToken) ? changed : Stale(await OfAsync(plan, cancellationToken));
    }

    private static Refusal Stale(ReportFacts stored) => new(
        RefusalKind.Stale, "facts.changed",
        "Thông tin văn bản vừa được người khác sửa: tải lại, xem thay đổi rồi sửa tiếp.",
        "Somebody else has just changed the document's facts: read them again, then go on.") { Revision = stored.Revision };

    private static Refusal Denied => new(RefusalKind.Forbidden, "access.denied", "Tài khoản này không có quyền.", "This account may not do that.");
}
