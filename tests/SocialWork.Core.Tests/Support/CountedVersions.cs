using System.Collections.Immutable;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Totals;

namespace SocialWork.Core.Tests.Support;

/// <summary>Versions that count, kept in memory; their totals are added up anew at each call.</summary>
internal sealed class CountedVersions(PlanModel model, ImmutableArray<SubmissionVersion> versions) : ICountedSubmissions
{
    public Task<ImmutableArray<SubmissionStanding>> StandingsAsync(string plan, string period, ImmutableArray<string> forms, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<SubmissionStanding>.Empty);

    public Task<ImmutableArray<CountingSubmission>> CountingAsync(string plan, string form, string period, string? unit, CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<CountingSubmission>>(
        [.. versions.Where(version => version.Key.Form == form && (unit is null || version.Key.Unit == unit)).Select(version => new CountingSubmission(version, model.Form(form)!.Compiled, "head", version.At, AcceptedAt: null))]);

    public Task<ImmutableArray<TotalsRow>> TotalsAsync(PlanModel plan, string period, string area, CancellationToken cancellationToken) => Task.FromResult(Rows(key => key.Area == area));

    public Task<ImmutableArray<TotalsRow>> AreaTotalsAsync(PlanModel plan, string period, CancellationToken cancellationToken) => Task.FromResult(Rows(key => key.Area != TotalsKey.City));

    private ImmutableArray<TotalsRow> Rows(Func<TotalsKey, bool> wanted) =>
    [
        .. from version in versions
           let contribution = model.Contribution(model.Units.Find(version.Key.Unit), version.Key.Period, version.FormHash, version.Values)
           from key in contribution.Keys.Where(wanted)
           select new TotalsRow(key, 1, 0, contribution.Vector),
    ];
}
