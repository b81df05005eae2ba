using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Core.Forms;

namespace SocialWork.Core.Submissions;

/// <summary>
/// What an entry says to warnings, held against what is stored: to each warning by its id, or one text to every warning that
/// is found, as a row of a sheet of many facilities has room for. Immutable.
/// </summary>
internal sealed class WrittenExplanations
{
    private readonly ImmutableSortedDictionary<string, string> _stored;
    private readonly bool _isForEvery;
    private readonly string? _forEvery;

    private WrittenExplanations(ImmutableSortedDictionary<string, string> stored, ImmutableSortedDictionary<string, string> byId, bool isForEvery, string? forEvery) =>
        (_stored, ById, _isForEvery, _forEvery) = (stored, byId, isForEvery, forEvery);

    /// <summary>What is stored, with what was written to single warnings.</summary>
    public ImmutableSortedDictionary<string, string> ById { get; }

    /// <summary>Whether the text for every warning is another than the one that <see cref="Explanations.Together"/> shows.</summary>
    public bool IsOtherThanShown => _isForEvery && (_forEvery ?? string.Empty) != Explanations.Together(_stored);

    /// <summary>Reads a map from finding id, or <see cref="Explanations.Every"/> alone, to words; refused as <see cref="Explanations.Apply"/> does.</summary>
    public static Result<WrittenExplanations> Read(ImmutableSortedDictionary<string, string> stored, JsonElement? written)
    {
        if (written is not { ValueKind: JsonValueKind.Object } map || !map.TryGetProperty(Explanations.Every, out var every))
            return Explanations.Apply(stored, written).Then<ImmutableSortedDictionary<string, string>, WrittenExplanations>(byId => new WrittenExplanations(stored, byId, isForEvery: false, null));
        string? words = null;
        // What is shown together may be longer than one explanation may be, and stays as it is where nobody touched it.
        if (every.ValueKind != JsonValueKind.Null && Explanations.Check(Explanations.Every, every, out words) is { } problem && (words is null || words != Explanations.Together(stored)))
            return Explanations.Refused([problem]);
        return new WrittenExplanations(stored, stored, isForEvery: true, words);
    }

    /// <summary>
    /// The explanations as they would be. A text for every warning takes the place of all that is stored, and blank clears all.
    /// Left as it was shown it changes nothing, but speaks for what is found anew where it is a single text.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Over(ImmutableArray<Finding> found)
    {
        if (!_isForEvery) return ById;
        if (_forEvery is not { } words) return Explanations.None;
        var ids = found.Where(Explanations.AsksForOne).Select(finding => finding.Id).Where(id => !_stored.ContainsKey(id)).Distinct(StringComparer.Ordinal);
        if (IsOtherThanShown) return Explanations.None.AddRange(_stored.Keys.Concat(ids).Select(id => KeyValuePair.Create(id, words)));
        return _stored.Values.All(stored => stored == words) ? _stored.AddRange(ids.Select(id => KeyValuePair.Create(id, words))) : _stored;
    }

    /// <summary>Whether there is a text for every warning and no warning to keep it by.</summary>
    public bool IsUnused(ImmutableArray<Finding> found) => _forEvery is not null && Over(found).IsEmpty;
}
