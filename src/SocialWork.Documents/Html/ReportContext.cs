using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Html;

/// <summary>The pieces that every section of a report is put together from, for one reader's language.</summary>
internal sealed class ReportContext(CombinedReport report, ReportFrame frame)
{
    public CombinedReport Report => report;

    public ReportFrame Frame => frame;

    public string Say(string vi, string en) => frame.Language == "en" ? en : vi;

    public string Say(Text text) => text.In(frame.Language);

    /// <summary>The address of a clause as the plan prints it, beside what it is about.</summary>
    public static Markup Clause(string clause) => Markup.Of($"<span class=\"clause\">{clause}</span>");

    /// <summary>A figure's text, linked to where it comes from.</summary>
    public Markup Figure(string figure, string text) => frame.FigureAddress is { } address
        ? Markup.Of($"<a class=\"figure\" href=\"{address(figure)}\">{text}</a>")
        : Markup.Text(text);

    /// <summary>A figure's value with its unit, linked.</summary>
    public Markup Value(FigureLine line)
    {
        var text = Say(StateWords.Value(line.ValueText));
        return Figure(line.Figure, line is { Unit: { } unit, Cells.Reported: > 0 } ? $"{text} {Say(unit)}" : text);
    }

    /// <summary>How complete a figure is: units that reported of those asked, and how many of the reports were accepted where not all are.</summary>
    public Markup Covered(Coverage coverage)
    {
        if (coverage.Expected == 0) return Number(null);
        var missing = coverage.IsComplete ? string.Empty : " partial";
        var accepted = coverage.Accepted == coverage.Reported
            ? Markup.Empty
            : Markup.Of($" <span class=\"accepted\">{Say("tiếp nhận", "accepted")} {When.Number(coverage.Accepted)}</span>");
        return Markup.Of($"<span class=\"coverage{missing}\">{When.Number(coverage.Reported)}/{When.Number(coverage.Expected)}</span>{accepted}");
    }

    /// <summary>The mark of a figure that may still change.</summary>
    public Markup Provisional(bool provisional) => provisional
        ? Markup.Of($" <span class=\"tag tag-provisional\">{Say("Tạm tính", "Provisional")}</span>")
        : Markup.Empty;

    /// <summary>A state in a coloured tag; the words carry the meaning, the colour only helps.</summary>
    public Markup Tag(Text words, Enum state) => Markup.Of($"<span class=\"tag tag-{state.ToString().ToLowerInvariant()}\">{Say(words)}</span>");

    /// <summary>A module's name.</summary>
    public string Module(string id) => id == PlanForm.CoreModule
        ? Say("Biểu chung", "Common forms")
        : report.Modules.FirstOrDefault(m => m.Id == id) is { } module ? Say(module.Name) : id;

    /// <summary>The name that the plan gives a party.</summary>
    public string Party(string code) => frame.Parties.TryGetValue(code, out var name) ? Say(name) : code;

    /// <summary>A number, or a dash with words for those who cannot see that there is none.</summary>
    public Markup Number(long? number) => number is { } n
        ? Markup.Text(When.Number(n))
        : Markup.Of($"<span aria-hidden=\"true\">–</span><span class=\"unseen\">{Say("không có", "none")}</span>");

    /// <summary>A number made of what units reported: where none of them has, it is missing and not 0.</summary>
    public Markup Reported(long? number, Coverage coverage) => number is 0 && coverage is { Reported: 0, Expected: > 0 }
        ? Markup.Of($"<span aria-hidden=\"true\">–</span><span class=\"unseen\">{Say("chưa báo cáo", "not reported")}</span>")
        : Number(number);

    /// <summary>A table that can be scrolled sideways with the keyboard where it does not fit.</summary>
    public static Markup Table(string caption, IEnumerable<string> headings, Markup bodies, string kind = "") => Markup.Of($"""
        <div class="wide" role="region" aria-label="{caption}" tabindex="0"><table class="{kind}">
        <caption>{caption}</caption>
        <thead><tr>{headings.Select(h => Markup.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead>
        {bodies}
        </table></div>

        """);

    /// <summary>Names in a list, folded away where there are many.</summary>
    public static Markup Names(string summary, IReadOnlyCollection<Markup> names)
    {
        var list = Markup.Of($"<ul class=\"names\">{names.Select(n => Markup.Of($"<li>{n}</li>"))}</ul>");
        return names.Count > 5
            ? Markup.Of($"<details><summary>{summary}</summary>{list}</details>")
            : Markup.Of($"<p class=\"lead-in\">{summary}</p>{list}");
    }

    /// <summary>Why a module's part is missing.</summary>
    public Markup Outcome(SectorOutcome outcome, Text? reason) => Markup.Of(
        $"{Tag(StateWords.Of(outcome), outcome)}{(reason is null ? Markup.Empty : Markup.Of($" <span class=\"reason\">{Say(reason)}</span>"))}");

    /// <summary>The clause without its plan, cut to its first two parts: II.1 of 2026/II.1.b.</summary>
    public static string Group(string clause)
    {
        var printed = clause[(clause.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var first = printed.IndexOf('.', StringComparison.Ordinal);
        var second = first < 0 ? -1 : printed.IndexOfAny(['.', '#'], first + 1);
        return second < 0 ? printed : printed[..second];
    }

    public static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
