using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>
/// Values as JSON: one flat map from cell to value, the same in the API and in storage. Reading finds all problems at once.
/// Safe for concurrent use.
/// </summary>
public static class FormValuesJson
{
    /// <summary>
    /// Reads a whole draft. A cell that is left out, or null, is not reported. Refused as unprocessable (<c>form.valuesRefused</c>)
    /// with every problem, or as too large (<c>form.tooManyCells</c>).
    /// </summary>
    public static Result<FormValues> Read(CompiledForm form, SubmittingUnit unit, JsonElement values) => throw new NotSupportedException();

    /// <summary>
    /// Reads changes and applies them to a draft: null clears a cell, what is left out stays. Refused as for <see cref="Read"/>;
    /// then nothing is applied.
    /// </summary>
    public static Result<FormValues> Patch(CompiledForm form, SubmittingUnit unit, FormValues current, JsonElement changes) => throw new NotSupportedException();

    /// <summary>Reads what <see cref="Write(CompiledForm, FormValues)"/> wrote, whatever the unit is asked today.</summary>
    /// <exception cref="InvalidDataException">The text is not values of this declaration.</exception>
    public static FormValues ReadStored(CompiledForm form, string json) => throw new NotSupportedException();

    /// <summary>The values as one line of JSON, cells in form order; equal values give equal bytes.</summary>
    public static string Write(CompiledForm form, FormValues values) => throw new NotSupportedException();

    /// <summary>Writes the values as one JSON object, cells in form order.</summary>
    public static void Write(Utf8JsonWriter writer, CompiledForm form, FormValues values) => throw new NotSupportedException();
}
