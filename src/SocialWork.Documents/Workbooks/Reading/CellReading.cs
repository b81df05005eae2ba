using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SocialWork.Core;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>
/// What one cell of a sheet was understood as: a value in the JSON of the API, or why not; with remarks on how. A refusal here
/// names the fault and the remedy, not the place.
/// </summary>
internal sealed record CellReading(JsonNode? Value, Refusal? Problem, ImmutableArray<Refusal> Notices)
{
    /// <summary>A value.</summary>
    public static CellReading Of(JsonNode? value, params ImmutableArray<Refusal> notices) => new(value, null, notices);

    /// <summary>No value, and why.</summary>
    public static CellReading Not(Refusal problem) => new(null, problem, []);
}
