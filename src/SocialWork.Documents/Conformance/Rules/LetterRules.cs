using DocumentFormat.OpenXml.Wordprocessing;
using SocialWork.Documents.Word;
using static SocialWork.Documents.Conformance.FindingWords;
using Text = SocialWork.Abstractions.Text;

namespace SocialWork.Documents.Conformance.Rules;

/// <summary>The typeface and its colour.</summary>
internal static class LetterRules
{
    /// <summary>What is not as it must be.</summary>
    public static IEnumerable<LayoutFinding> Of(CheckedDocument document) => Letters(document);

    // Every run is looked at; what is wrong with many is said of the first and counted.
    private static IEnumerable<LayoutFinding> Letters(CheckedDocument document)
    {
        var runs = document.Lines.SelectMany(line => line.Runs, (line, run) => (Line: line, run.Look)).ToArray();
        foreach (var group in runs.Where(run => !string.Equals(run.Look.Font, Decree30.Font, StringComparison.OrdinalIgnoreCase)).GroupBy(run => run.Look.Font, StringComparer.OrdinalIgnoreCase))
            yield return new LayoutFinding("font", Counted(group.First().Line, group.Count()), Both(group.Key.Length == 0 ? "–" : group.Key), Both(Decree30.Font));
        foreach (var group in runs.Where(run => run.Look.Colour is { } colour && colour is not ("auto" or "000000")).GroupBy(run => run.Look.Colour!, StringComparer.OrdinalIgnoreCase))
            yield return new LayoutFinding("colour", Counted(group.First().Line, group.Count()), Both("#" + group.Key), new Text("màu đen", "black"));
    }
}
