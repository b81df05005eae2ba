using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Narratives;

/// <summary>What somebody does to a section's words.</summary>
public abstract record NarrativeChange
{
    private NarrativeChange()
    {
    }

    /// <summary>Writes it.</summary>
    public sealed record Write(string Text) : NarrativeChange;

    /// <summary>Takes up an earlier version again.</summary>
    public sealed record Restore(int Version) : NarrativeChange;

    /// <summary>Has seen which figures changed; the words stay.</summary>
    public sealed record See : NarrativeChange;

    /// <summary>Goes back to the automatic draft.</summary>
    public sealed record Automate : NarrativeChange;
}

/// <summary>The words of a report with what they can be bound to. Immutable.</summary>
/// <param name="Sections">Every section, in the outline's order.</param>
/// <param name="Figures">What can be bound.</param>
public sealed record NarrativeDesk(ImmutableArray<NarrativeWords> Sections, NarrativeFigures Figures);

/// <summary>Reading and writing the words of the combined report: the one way in, for pages and API alike. Safe for concurrent use.</summary>
public sealed class NarrativeService(INarrativeStore store, NarrativeTemplates templates, CityClock clock)
{
    /// <summary>The words as they stand over a report.</summary>
    public async Task<Result<NarrativeDesk>> ReadAsync(Actor actor, Plan plan, CombinedReport report, CancellationToken cancellationToken) =>
        AccessPolicy.MaySeeCity(actor) ? await DeskAsync(plan, report, cancellationToken) : Denied;

    /// <summary>Versions of a section, newest first, at most <see cref="NarrativeLimits.VersionsShown"/>.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="section">The section.</param>
    /// <param name="before">Only versions of a smaller number; null for the newest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<ImmutableArray<NarrativeVersion>>> VersionsAsync(Actor actor, Plan plan, string section, int? before, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeCity(actor)) return Denied;
        if (NarrativeOutline.Find(section) is null) return Unknown(section);
        return await store.VersionsAsync(plan.Id, section, before, NarrativeLimits.VersionsShown, cancellationToken);
    }

    /// <summary>One version of a section.</summary>
    public async Task<Result<NarrativeVersion>> VersionAsync(Actor actor, Plan plan, string section, int number, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeCity(actor)) return Denied;
        if (NarrativeOutline.Find(section) is null) return Unknown(section);
        return await store.FindAsync(plan.Id, section, number, cancellationToken) is { } version ? version : NoVersion(number);
    }

    /// <summary>Changes a section's words.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="report">The report, for what the figures are.</param>
    /// <param name="section">The section.</param>
    /// <param name="change">What is done.</param>
    /// <param name="seen">The number of the version that was read, 0 for none; null where none was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<NarrativeWords>> ChangeAsync(Actor actor, Plan plan, CombinedReport report, string section, NarrativeChange change, int? seen, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayWriteReport(actor)) return Denied;
        if (NarrativeOutline.Find(section) is null) return Unknown(section);
        var desk = await DeskAsync(plan, report, cancellationToken);
        var words = Section(desk, section);
        if (seen != words.Revision) return Stale(words.Revision);
        if (words.Revision >= NarrativeLimits.MaxVersions) return new Refusal(RefusalKind.Conflict, "narrative.tooManyVersions", $"Mục này đã có {NarrativeLimits.MaxVersions} phiên bản, không lưu thêm được.", $"This section has {NarrativeLimits.MaxVersions} versions; no more are kept.");
        switch (await VersionAsync(actor, plan, desk.Figures, words, change, cancellationToken))
        {
            case Result<NarrativeVersion?>.No no:
                return no.Refusal;
            case Result<NarrativeVersion?>.Ok { Value: { } version }:
                if (!await store.AddAsync(version, cancellationToken)) return Stale(Section(await DeskAsync(plan, report, cancellationToken), section).Revision);
                break;
        }

        return Section(await DeskAsync(plan, report, cancellationToken), section);
    }

    /// <summary>What is wrong with a text, so that it is not kept; empty for nothing.</summary>
    public static ImmutableArray<TextProblem> Check(Plan plan, NarrativeFigures figures, string text) =>
        NarrativeText.Check(text, name => figures.Find(name) is not null || NarrativeNames.IsKnown(plan, name));

    // Null where nothing would be another than it is.
    private async Task<Result<NarrativeVersion?>> VersionAsync(Actor actor, Plan plan, NarrativeFigures figures, NarrativeWords words, NarrativeChange change, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case NarrativeChange.Write write:
                var judged = Judge(plan, figures, write.Text);
                if (judged is not Result<string>.Ok { Value: var text }) return ((Result<string>.No)judged).Refusal;
                return text == words.Text && words.State != NarrativeState.ToReview ? (NarrativeVersion?)null : Made(NarrativeStep.Edited, text, of: null);
            case NarrativeChange.Restore restore:
                if (await store.FindAsync(plan.Id, words.Place.Code, restore.Version, cancellationToken) is not { } earlier) return NoVersion(restore.Version);
                return earlier.Step == NarrativeStep.Automatic ? Made(NarrativeStep.Automatic, string.Empty, earlier.Number) : Made(NarrativeStep.Restored, earlier.Text, earlier.Number);
            case NarrativeChange.See:
                return words.Changed.IsEmpty ? (NarrativeVersion?)null : Made(NarrativeStep.Seen, words.Text, of: null);
            default:
                return words.State == NarrativeState.Automatic ? (NarrativeVersion?)null : Made(NarrativeStep.Automatic, string.Empty, of: null);
        }

        NarrativeVersion Made(NarrativeStep step, string text, int? of) =>
            new(plan.Id, words.Place.Code, words.Revision + 1, step, text, Narrative.Values(text, figures), of, actor.UserName, clock.Now);
    }

    private static Result<string> Judge(Plan plan, NarrativeFigures figures, string typed)
    {
        if (!CellText.TryNormalise(typed, out var text)) return Bad("notPrintable", "Nội dung có ký tự không in được.", "The text holds characters that cannot be printed.");
        if (text.Length == 0) return Bad("empty", "Nội dung trống. Muốn bỏ phần đã sửa thì chọn “Về bản soạn tự động”.", "The text is empty. To drop what was written go back to the automatic draft.");
        if (text.Length > NarrativeLimits.MaxText) return Bad("tooLong", $"Nội dung dài {text.Length} ký tự; một mục không quá {NarrativeLimits.MaxText} ký tự.", $"The text has {text.Length} characters; a section has at most {NarrativeLimits.MaxText}.");
        if (PersonalNumbers.Refuse(new Text("Nội dung", "The text"), text) is { } personal) return personal;
        if (Check(plan, figures, text) is not { IsEmpty: false } problems) return text;
        return new Refusal(RefusalKind.Unprocessable, "narrative.figure", problems[0].Message, [.. problems.Select(p => new CellProblem(FormattableString.Invariant($"{p.Line}:{p.Column}"), "narrative.figure", p.Message))]);
    }

    private async Task<NarrativeDesk> DeskAsync(Plan plan, CombinedReport report, CancellationToken cancellationToken)
    {
        var figures = NarrativeFigures.Of(report, plan, templates.ExternalWords);
        return new NarrativeDesk(Narrative.Words(plan.Id, templates, await store.AtAsync(plan.Id, clock.Now, cancellationToken), figures), figures);
    }

    private static NarrativeWords Section(NarrativeDesk desk, string section) => desk.Sections.First(s => s.Place.Code == section);

    private static Refusal Bad(string code, string vi, string en) => new(RefusalKind.Unprocessable, "narrative." + code, vi, en);

    private static Refusal Stale(int revision) => new(
        RefusalKind.Stale, "narrative.changed",
        "Mục này vừa được người khác sửa: xem bản mới nhất, rồi đưa phần của mình vào.",
        "Somebody else has just changed this section: look at the newest version, then put yours in.") { Revision = revision };

    private static Refusal Denied => new(RefusalKind.Forbidden, "access.denied", "Tài khoản này không có quyền.", "This account may not do that.");

    /// <summary>The refusal of a section that the outline does not have.</summary>
    public static Refusal Unknown(string section) => new(
        RefusalKind.NotFound, "narrative.unknown", $"Đề cương không có mục “{section}”. Các mục: {string.Join(", ", NarrativeOutline.All.Select(p => p.Code))}.", $"The outline has no section '{section}'. Sections: {string.Join(", ", NarrativeOutline.All.Select(p => p.Code))}.");

    private static Refusal NoVersion(int number) => new(RefusalKind.NotFound, "narrative.noVersion", $"Mục này không có phiên bản {number}.", $"This section has no version {number}.");
}
