using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Units.Import;

/// <summary>The words in which a workbook writes codes, and back. Immutable; safe for concurrent use.</summary>
public sealed class UnitVocabulary
{
    private readonly ImmutableDictionary<string, ILookup<string, string>> _codes;

    /// <summary>The words of a plan and of the communes that hold on a date.</summary>
    /// <param name="plan">The plan that names the sectors' agencies.</param>
    /// <param name="communes">The communes.</param>
    /// <param name="typeWords">What a type of unit is called.</param>
    public UnitVocabulary(Plan plan, IEnumerable<Unit> communes, Func<string, Text> typeWords)
    {
        Lists = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
        [
            List(Changes.UnitFields.Type, UnitKinds.FacilityTypes.Select(t => (t, typeWords(t).Vi))),
            List(Changes.UnitFields.SchoolLevel, UnitKinds.SchoolLevels.Options.Select(o => (o.Code, o.Label.Vi))),
            List(Changes.UnitFields.Tier, UnitKinds.Tiers.Options.Select(o => (o.Code, o.Label.Vi))),
            List(Changes.UnitFields.ManagingSector, plan.Sectors.Select(s => (s.Module, plan.Party(s.Agency)?.Name.Vi ?? s.Module))),
            List(Changes.UnitFields.Commune, communes.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => (c.Code, $"{c.Code} - {c.Name}"))),
            List(Changes.UnitFields.Public, [(Yes, "Có"), (No, "Không")]),
            List(Changes.UnitFields.InPlan, [(Yes, "Có"), (No, "Không")]),
        ]);
        _codes = Lists.ToImmutableDictionary(
            list => list.Key,
            list => list.Value
                .SelectMany(entry => new[] { entry.Code, entry.Words, entry.Words.Split(" - ", 2)[^1] }.Select(word => (Word: UnitNames.Fold(word), entry.Code)).Distinct())
                .ToLookup(entry => entry.Word, entry => entry.Code, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>How yes is kept.</summary>
    public const string Yes = "true";

    /// <summary>How no is kept.</summary>
    public const string No = "false";

    /// <summary>For each field that is chosen from a list: its codes with their words, in order.</summary>
    public ImmutableDictionary<string, ImmutableArray<(string Code, string Words)>> Lists { get; }

    /// <summary>The word for a code; the code itself where there is none.</summary>
    public string WordOf(string field, string? code) =>
        code is null ? string.Empty : Lists.TryGetValue(field, out var list) && list.FirstOrDefault(e => e.Code == code).Words is { } word ? word : code;

    /// <summary>
    /// The code that a word means: the word, its part after the code, or the code itself, without regard to accents and case.
    /// Null where it means none, or several.
    /// </summary>
    public string? CodeOf(string field, string word)
    {
        var meant = _codes[field][UnitNames.Fold(word)].Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return meant.Length == 1 ? meant[0] : null;
    }

    private static KeyValuePair<string, ImmutableArray<(string Code, string Words)>> List(string field, IEnumerable<(string Code, string Words)> entries) => new(field, [.. entries]);
}
