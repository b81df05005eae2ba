using System.Collections.Frozen;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Narratives;

/// <summary>
/// Which names a plan can have values for, whether or not they have one at present. What a module declares is judged by its shape
/// alone, for the module may be off. Pure; safe for concurrent use.
/// </summary>
public static class NarrativeNames
{
    /// <summary>What stands for the thing that a paragraph is written for.</summary>
    public const string Item = "it";

    private static readonly FrozenSet<string> General = Set(
        "plan.year", "plan.nextYear", "coverage.expected", "coverage.sent", "coverage.accepted", "coverage.missing.count", "coverage.missing.names", "coverage.late.count", "coverage.late.names",
        "modules.absent.count", "modules.absent.names", "targets.count",
        "targets.met.count", "targets.met.names", "targets.notMet.count", "targets.notMet.names", "targets.undetermined.count", "targets.undetermined.names",
        "targets.notArising.count", "targets.notArising.names", "targets.notReported.count", "targets.notReported.names",
        "funding.allocated", "funding.spent", "funding.estimate", "funding.rate",
        "tasks.count", "tasks.done", "tasks.inProgress", "tasks.notStarted", "tasks.notReported", "tasks.notArising", "tasks.gated",
        "agencies.complete.count", "agencies.complete.names", "agencies.open.count", "agencies.open.names",
        "communes.open.count", "communes.complete.count", "communes.worst.tasks", "communes.worst.count", "communes.worst.names",
        "causes.external.count", "causes.internal.count",
        "obstacles.count", "obstacles.open", "obstacles.answered", "obstacles.SO_Y_TE.count", "obstacles.SO_NGANH_KHAC.count", "obstacles.UBND_THANH_PHO.count", "obstacles.BO_NGANH_TW.count");

    private static readonly FrozenSet<string> OfTarget = Set("title", "verdict", "threshold", "n", "d", "u", "rate", "gap", "short", "best.name", "best.rate", "worst.name", "worst.rate");
    private static readonly FrozenSet<string> OfIndicator = Set("name", "value", "n", "d", "rest", "best.name", "best.rate", "worst.name", "worst.rate");
    private static readonly FrozenSet<string> OfAgency = Set("name", "tasks", "done", "open");
    private static readonly FrozenSet<string> OfTask = Set("title", "titleInside", "agency", "state", "total", "done", "open.count", "open.names");
    private static readonly FrozenSet<string> OfWords = Set("text", "unit", "proposal");

    /// <summary>The lists that templates can go through.</summary>
    public static FrozenSet<string> Lists { get; } = Set(
        "targets.met", "targets.notMet", "targets.undetermined", "targets.notArising", "targets.notReported",
        "agencies", "agencies.open", "tasks.open", "tasks.open.agencies", "tasks.open.communes", "tasks.gated", "causes.external", "causes.internal",
        "obstacles.open", "obstacles.SO_Y_TE", "obstacles.SO_NGANH_KHAC", "obstacles.UBND_THANH_PHO", "obstacles.BO_NGANH_TW");

    /// <summary>Whether there is, or can be, a value of that name.</summary>
    public static bool IsKnown(Plan plan, string name)
    {
        if (General.Contains(name)) return true;
        foreach (var task in plan.Tasks)
        {
            var clause = task.Id.Value[(task.Id.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (name.StartsWith(clause + ".", StringComparison.Ordinal) && OfTask.Contains(name[(clause.Length + 1)..])) return true;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0) return false;
        var (head, member) = (name[..dot], name[(dot + 1)..]);
        if (plan.Targets.Any(t => t.Indicator == head)) return OfTarget.Contains(member);
        if (plan.Indicators.Any(i => i.Definition.Code == head)) return OfIndicator.Contains(member);
        if (plan.Party(head) is not null) return OfAgency.Contains(member);
        return IsCode(head) && (OfIndicator.Contains(member) || IsCell(plan, head));
    }

    /// <summary>Whether a thing of some list has a member of that name.</summary>
    internal static bool IsMember(string member) => OfTarget.Contains(member) || OfAgency.Contains(member) || OfTask.Contains(member) || OfWords.Contains(member);

    private static bool IsCell(Plan plan, string form) =>
        plan.Activities.Any(a => a.Evidence.Contains(form)) || plan.Tasks.Any(t => t.Evidence.Contains(form)) || form == CoreForms.Funding.Code;

    // Two capitals, or one, and digits: “BS4”, “YT2”, “K5”.
    private static bool IsCode(string head) =>
        head.Length is >= 2 and <= 5 && char.IsAsciiLetterUpper(head[0]) && char.IsAsciiDigit(head[^1]) && head.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static FrozenSet<string> Set(params ReadOnlySpan<string> names) => names.ToArray().ToFrozenSet(StringComparer.Ordinal);
}
