using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Typing;

namespace SocialWork.Core.Submissions;

/// <summary>
/// A warning that was found when a version was frozen, and what the unit says to it. Frozen with the version.
/// </summary>
/// <param name="Id">The rule's or check's id.</param>
/// <param name="Message">What the rule said then, whatever it says today.</param>
/// <param name="Cells">The cells it named.</param>
/// <param name="Explanation">The unit's words; null for a warning that asks for none.</param>
public sealed record ExplainedWarning(string Id, Text Message, ImmutableArray<CellKey> Cells, string? Explanation);

/// <summary>What a unit says to warnings: finding id → words. Safe for concurrent use.</summary>
public static class Explanations
{
    /// <summary>The fewest UTF-16 characters of an explanation, after normalisation.</summary>
    public const int MinLength = 10;

    /// <summary>The most UTF-16 characters of an explanation, after normalisation.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The most explanations of one draft.</summary>
    public const int MaxCount = 200;

    /// <summary>The most characters of a finding's id.</summary>
    public const int MaxIdLength = 100;

    /// <summary>In place of an id: every warning that is found. Only where many forms are entered at once; see <see cref="BatchEntry"/>.</summary>
    public const string Every = "*";

    /// <summary>No explanation.</summary>
    public static ImmutableSortedDictionary<string, string> None { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Reads a JSON map from finding id to words and applies it: null clears one, what is left out stays. An id is not looked
    /// up, for its warning may arise with the next value. Refused as unprocessable with every problem; then nothing is applied.
    /// </summary>
    /// <param name="current">The explanations of the draft.</param>
    /// <param name="changes">The map; null, or JSON's null, for no change.</param>
    public static Result<ImmutableSortedDictionary<string, string>> Apply(ImmutableSortedDictionary<string, string> current, JsonElement? changes)
    {
        if (changes is not { ValueKind: not JsonValueKind.Null } map) return current;
        if (map.ValueKind != JsonValueKind.Object)
            return new Refusal(RefusalKind.Unprocessable, "explanation.notAnObject", "“explanations” phải là một đối tượng JSON: mã cảnh báo → nội dung giải trình.", "'explanations' must be one JSON object from finding id to words.");
        var problems = new List<CellProblem>();
        var after = current.ToBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject())
        {
            if (!seen.Add(member.Name)) problems.Add(Problem(member.Name, "explanation.duplicate", "được gửi hai lần; hãy chỉ gửi một lần.", "is sent twice; send it once."));
            else if (member.Value.ValueKind == JsonValueKind.Null) after.Remove(member.Name);
            else if (Read(member, problems) is { } words) after[member.Name] = words;
        }

        if (problems.Count > 0) return Refused([.. problems]);
        return after.Count <= MaxCount
            ? after.ToImmutable()
            : new Refusal(RefusalKind.Unprocessable, "explanation.tooMany", $"Một biểu chỉ giữ tối đa {MaxCount} giải trình; hãy xóa bớt.", $"A form keeps at most {MaxCount} explanations; clear some.");
    }

    /// <summary>
    /// The warnings of some findings with their explanations, as a version freezes them; refused as unprocessable with every
    /// warning that lacks one. The host's own remarks, such as that a module did not answer, ask for none: nobody at the unit
    /// can explain them.
    /// </summary>
    public static Result<ImmutableArray<ExplainedWarning>> Freeze(string form, ImmutableArray<Finding> findings, ImmutableSortedDictionary<string, string> explanations)
    {
        var warnings = findings.Where(f => f.Severity == Severity.Warning).ToArray();
        var unexplained = warnings.Where(f => AsksForOne(f) && !explanations.ContainsKey(f.Id)).ToArray();
        if (unexplained.Length == 0)
            return warnings.Select(f => new ExplainedWarning(f.Id, f.Message, f.Cells, AsksForOne(f) ? explanations[f.Id] : null)).ToImmutableArray();
        return new Refusal(
            RefusalKind.Unprocessable,
            "submission.warningsUnexplained",
            new Text(
                $"Biểu {form} còn {unexplained.Length} cảnh báo chưa giải trình: hãy sửa số liệu, hoặc giải trình từng cảnh báo rồi trình lại.",
                $"Form {form} has {unexplained.Length} warnings without an explanation: correct the values, or explain each and submit again."),
            [.. unexplained.SelectMany(FindingProblems.Of)]);
    }

    /// <summary>Whether a finding is a warning that the unit must explain before it submits.</summary>
    public static bool AsksForOne(Finding finding) =>
        finding.Severity == Severity.Warning && !finding.Id.StartsWith("check.", StringComparison.Ordinal);

    /// <summary>Explanations as one cell shows them that has room for no more: each text once, a line each; empty for none.</summary>
    public static string Together(ImmutableSortedDictionary<string, string> explanations) => string.Join('\n', explanations.Values.Distinct(StringComparer.Ordinal));

    /// <summary>How the explanation of a finding is named beside the cells of the form.</summary>
    public static string Place(string id) => $"explanations[{id}]";

    /// <summary>What is wrong with the words for a finding, or for <see cref="Every"/>; null where they can be kept as they come out.</summary>
    internal static CellProblem? Check(string id, JsonElement written, out string? words)
    {
        words = null;
        if (written.ValueKind != JsonValueKind.String) return Problem(id, "explanation.notAText", "phải là văn bản.", "must be words.");
        if (!CellText.TryNormalise(written.GetString()!, out words)) return Problem(id, "explanation.badCharacters", "có ký tự không in được; hãy gõ lại.", "holds characters that cannot be printed; type it again.");
        if (words.Length is < MinLength or > MaxLength)
            return Problem(id, "explanation.badLength", $"dài {words.Length} ký tự; cần từ {MinLength} đến {MaxLength} ký tự.", $"has {words.Length} characters; {MinLength} to {MaxLength} are needed.");
        return PersonalNumbers.Find(words) is { } found ? Problem(id, PersonalNumbers.Code, found.Vi, found.En) : null;
    }

    /// <summary>The refusal of explanations with all that is wrong with them.</summary>
    internal static Refusal Refused(ImmutableArray<CellProblem> problems) => new(RefusalKind.Unprocessable, "explanation.refused",
        new Text($"Có {problems.Length} lỗi trong phần giải trình; chưa lưu gì.", $"{problems.Length} problems were found in the explanations; nothing was saved."), problems);

    private static string? Read(JsonProperty member, List<CellProblem> problems)
    {
        var isId = member.Name.Length is > 0 and <= MaxIdLength && member.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        string? words = null;
        var problem = isId ? Check(member.Name, member.Value, out words) : Problem(member.Name, "explanation.badId", "không phải mã của một cảnh báo.", "is not the id of a finding.");
        if (problem is null) return words;
        problems.Add(problem);
        return null;
    }

    private static CellProblem Problem(string id, string code, string vi, string en)
    {
        var of = id == Every ? new Text("mọi cảnh báo", "every warning") : new Text(id, id);
        return new CellProblem(Place(id), code, new Text($"Giải trình cho {of.Vi} {vi}", $"The explanation of {of.En} {en}"));
    }
}
