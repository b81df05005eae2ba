using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Something that stands between a draft and its being sent.</summary>
/// <param name="Id">The rule's id, or a stable code such as <c>value.missing</c>.</param>
/// <param name="Severity">An error refuses sending; a warning asks for an explanation that travels with the version.</param>
/// <param name="Message">For people.</param>
/// <param name="Cells">The cells at fault, in form order or in the order in which the rule names them.</param>
public sealed record Finding(string Id, Severity Severity, Text Message, ImmutableArray<CellKey> Cells);
