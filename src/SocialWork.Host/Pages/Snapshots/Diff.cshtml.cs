using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core.Access;
using SocialWork.Core.Snapshots;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Snapshots;

/// <summary>What is different between two frozen reports, or between one and now.</summary>
public sealed class DiffModel(RequestModules modules, SnapshotComparisons comparisons) : SitePage
{
    private const int PageSize = 100;
    private const string Now = "now";

    /// <inheritdoc/>
    public override string Title => Diff is { To: { } to }
        ? Say($"Bản chốt {Diff.From} và bản chốt {to}", $"Snapshot {Diff.From} and snapshot {to}")
        : Say($"Bản chốt {Diff?.From} và số liệu hiện nay", $"Snapshot {Diff?.From} and now");

    /// <summary>The differences.</summary>
    public SnapshotDiff? Diff { get; private set; }

    /// <summary>The figures of this page.</summary>
    public ImmutableArray<FigureChange> Figures { get; private set; } = [];

    /// <summary>The submissions of this page.</summary>
    public ImmutableArray<ChangedSubmission> Submissions { get; private set; } = [];

    /// <summary>The way to the other pages.</summary>
    public PageLinks Links { get; private set; } = new(1, 1, PageSize, string.Empty);

    /// <summary>The address of a comparison; with now where no later snapshot is given.</summary>
    public static string Address(string plan, int from, int? to) => $"/snapshots/{Uri.EscapeDataString(plan)}/{from}/diff/{to?.ToString(CultureInfo.InvariantCulture) ?? Now}";

    /// <summary>Shows the differences.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, int number, string to, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MayTrace(actor)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        int? later = int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        if (later is null && to != Now) return NotFound();
        if (await comparisons.DiffAsync(model, modules.Lease, number, later, cancellationToken) is not { } diff) return NotFound();
        PlanId = model.Plan.Id;
        Diff = diff;
        Links = PageLinks.Of(Request, Math.Max(diff.Figures.Length, diff.Submissions.Length), PageSize);
        Figures = [.. diff.Figures.Skip(Links.Skipped).Take(PageSize)];
        Submissions = [.. diff.Submissions.Skip(Links.Skipped).Take(PageSize)];
        return Page();
    }

    /// <summary>A version in words.</summary>
    public string Version(int? number, bool isAccepted) => number is { } version
        ? Say($"phiên bản {version}", $"version {version}") + (isAccepted ? Say(", đã tiếp nhận", ", accepted") : string.Empty)
        : Say("chưa gửi", "not sent");
}
