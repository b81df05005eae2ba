using SocialWork.Abstractions;
using SocialWork.Core.Access;

namespace SocialWork.Host.Pages.Support;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Address">Its address on this host.</param>
public sealed record NavEntry(Text Label, string Address);

/// <summary>Where the navigation leads, by what the reader may do. The pages themselves ask again.</summary>
internal static class SiteNav
{
    /// <summary>The entries of a reader, in their order.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="plan">The newest plan's id; null before there is one.</param>
    public static IEnumerable<NavEntry> Of(Actor actor, string? plan)
    {
        yield return new NavEntry(new Text("Việc cần làm", "To do"), "/");
        if (plan is not null)
        {
            foreach (var entry in OfPlan(actor, Uri.EscapeDataString(plan))) yield return entry;
        }

        yield return new NavEntry(new Text("Kiểm tra văn bản", "Check a document"), "/documents/check");
        if (actor.Is(Role.Administrator) || actor.Is(Role.Approver)) yield return new NavEntry(new Text("Tài khoản", "Accounts"), "/admin/accounts");
        if (actor.Is(Role.Administrator)) yield return new NavEntry(new Text("Mô-đun", "Modules"), "/admin/modules");
        if (AccessPolicy.MaySeeLog(actor)) yield return new NavEntry(new Text("Hệ thống", "System"), "/admin/system");
        if (AccessPolicy.MaySeeLog(actor)) yield return new NavEntry(new Text("Nhật ký", "Audit log"), "/admin/audit");
    }

    private static IEnumerable<NavEntry> OfPlan(Actor actor, string id)
    {
        if (AccessPolicy.MayReview(actor)) yield return new NavEntry(new Text("Biểu chờ xử lý", "To decide"), "/review");
        if (AccessPolicy.MaySeeCity(actor)) yield return new NavEntry(new Text("Theo dõi", "Monitoring"), "/monitoring/" + id);
        if (AccessPolicy.MaySeeCity(actor)) yield return new NavEntry(new Text("Bảng điều hành", "Leaders' board"), "/board/" + id);
        if (AccessPolicy.MaySeeCity(actor)) yield return new NavEntry(new Text("Báo cáo tổng hợp", "Combined report"), "/reports/" + id);
        if (!AccessPolicy.MaySeeCity(actor) && AccessPolicy.MaySeeSnapshot(actor, isIssued: true)) yield return new NavEntry(new Text("Báo cáo đã phát hành", "Issued report"), "/snapshots/" + id);
        yield return new NavEntry(new Text("Kế hoạch", "Plan"), "/plans/" + id);
    }
}
