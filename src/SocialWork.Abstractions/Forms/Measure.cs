using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>
/// A sum over the counting submissions of one form that running totals keep. Of an int or money field: the sum of its
/// cells. Of a yes-or-no field: the number of submissions that answer yes. Of any other kind: the number of submissions in
/// which it is filled. <i>Không phát sinh</i> adds 0 and is counted apart; the other kinds of empty add nothing.
/// </summary>
/// <param name="Form">The code of the form.</param>
/// <param name="Id">The measure's id, unique among the form's measures and fields.</param>
/// <param name="Of">What is summed or counted: a field of the form.</param>
public sealed record Measure(string Form, string Id, FormField Of)
{
    /// <summary>Only cells with these options; a dimension that is not named counts with all of its options.</summary>
    public ImmutableArray<OptionFilter> Options { get; init; } = [];

    /// <summary>A condition in the rule grammar over the same submission: where it is not true, the submission adds nothing.</summary>
    public string? Where { get; init; }

    /// <summary>
    /// The other side of a ratio: a cell takes part only where the same option's cell of that field is a value or
    /// <i>không phát sinh</i>, so that what is withheld or not reported leaves both sides.
    /// </summary>
    public FormField? PairedWith { get; init; }

    /// <summary>A field's plain sum: every cell, no condition.</summary>
    public static Measure Total(FormField field) => new(field.Form, field.Id, field);
}

/// <summary>Two measures that form a rate. Both must be listed in the form's <see cref="FormDefinition.Measures"/>.</summary>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">What it is a part of.</param>
public sealed record Ratio(Measure Numerator, Measure Denominator)
{
    /// <summary>A rate of two fields with the same dimensions, option by option: a cell that is empty on one side leaves both.</summary>
    /// <param name="id">The start of both measures' ids; <c>.n</c> and <c>.d</c> are added.</param>
    /// <param name="numerator">The field that is counted.</param>
    /// <param name="denominator">The field that it is a part of.</param>
    /// <param name="where">A condition over the same submission; null for none.</param>
    /// <param name="options">The options that take part; empty means all.</param>
    /// <exception cref="ArgumentException">The fields belong to different forms.</exception>
    public static Ratio Of(string id, FormField numerator, FormField denominator, string? where = null, params ImmutableArray<OptionFilter> options)
    {
        if (!string.Equals(numerator.Form, denominator.Form, StringComparison.Ordinal))
            throw new ArgumentException($"Ratio {id} pairs {numerator.Form}.{numerator.Id} with a field of {denominator.Form}; both sides must be of one form.", nameof(denominator));
        return new Ratio(
            new Measure(numerator.Form, id + ".n", numerator) { Where = where, Options = options, PairedWith = denominator },
            new Measure(numerator.Form, id + ".d", denominator) { Where = where, Options = options, PairedWith = numerator });
    }
}
