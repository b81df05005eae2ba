using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Registers;

namespace SocialWork.Core.CoreForms;

/// <summary>
/// K2.c1: each document that a task's evidence names is in register R17, kept by the unit and, where its entry names clauses,
/// for that task. A unit that keeps no documents there is not asked. Pure; safe for concurrent use.
/// </summary>
internal static partial class EvidenceCheck
{
    public const string Id = "K2.c1";

    public static CheckFinding? Run(FormValues values, IReadOnlyCollection<RegisterEntry> documents)
    {
        if (documents.Count == 0) return null;
        ImmutableArray<CellKey> missing =
        [
            .. from cell in values.Cells
               where cell.Key.Field == TaskResults.EvidenceDocument.Id && cell.Value is CellValue.Words
               where DocumentNumbers().Matches(((CellValue.Words)cell.Value).Value).Any(n => !documents.Any(d => IsFor(d, n.Value, cell.Key.Option1!)))
               orderby cell.Key.Option1
               select cell.Key,
        ];
        return missing.IsEmpty ? null : new CheckFinding(Id, missing);
    }

    private static bool IsFor(RegisterEntry document, string number, string task) =>
        document.Values[DocumentRegister.Number] is CellValue.Words words
        && string.Equals(words.Value, number, StringComparison.OrdinalIgnoreCase)
        && (document.Values[DocumentRegister.Clauses] is not CellValue.Choices clauses || clauses.Codes.Contains(task, StringComparer.Ordinal));

    // 15/QĐ-BV, 112/2021/QĐ-TTg; a date has no letters.
    [GeneratedRegex(@"\d+[\p{L}\d]*(?:/\d{4})?/\p{Lu}[\p{L}\d&.\-]*[\p{L}\d]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentNumbers();
}
