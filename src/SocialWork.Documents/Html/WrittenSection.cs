using SocialWork.Core.Narratives;
using SocialWork.Core.Reports;

namespace SocialWork.Documents.Html;

/// <summary>The words of a section, which are in Vietnamese whatever the reader's language.</summary>
internal static class WrittenSection
{
    /// <summary>The words of a section that is nothing else; where there are none, who writes them.</summary>
    public static Markup Render(ReportContext c, string section, string vi, string en) =>
        Words(c, section) is { IsEmpty: false } words ? words : Markup.Of($"<p class=\"to-write\">{c.Say(vi, en)}</p>\n");

    /// <summary>The words of a section; nothing where there are none.</summary>
    public static Markup Words(ReportContext c, string section)
    {
        var pieces = new List<Markup>();
        var items = new List<Markup>();
        foreach (var paragraph in NarrativeSection.Of(c.Report, section))
        {
            if (NarrativeText.ItemOf(paragraph) is { } item)
            {
                items.Add(Markup.Of($"<li>{item}</li>\n"));
                continue;
            }

            EndList();
            pieces.Add(Markup.Of($"<p class=\"words\" lang=\"vi\">{paragraph}</p>\n"));
        }

        EndList();
        return Markup.Join(pieces);

        void EndList()
        {
            if (items.Count > 0) pieces.Add(Markup.Of($"<ul class=\"words\" lang=\"vi\">{items.ToArray()}</ul>\n"));
            items.Clear();
        }
    }
}
