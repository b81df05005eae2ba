using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>What is wrong with a declaration. Written for the team that declares the form: the thing, the place, the remedy.</summary>
/// <param name="Code">A stable code for programs, for example <c>rule.unknownField</c>.</param>
/// <param name="Place">The id of the rule, measure, field or section at fault; the form's code where it is the form itself.</param>
/// <param name="Position">In a rule: the character at fault, from 1. Null elsewhere.</param>
/// <param name="Message">For people.</param>
public sealed record DefinitionError(string Code, string Place, int? Position, Text Message);
