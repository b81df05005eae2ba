using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>
/// Turns expressions of the rule grammar into something that can be evaluated. The form's fields must be sound, which
/// <see cref="Forms.CompiledForm"/> makes sure of. Safe for concurrent use.
/// </summary>
public static class RuleCompiler
{
    /// <summary>Words of the grammar that a field cannot be called by.</summary>
    public static ImmutableArray<string> ReservedWords => RuleParser.Reserved;

    /// <summary>Reads a rule and binds it to the form's fields; false, with what is wrong, when it cannot be.</summary>
    public static bool TryCompile(FormDefinition form, FormRule rule, [NotNullWhen(true)] out CompiledRule? compiled, [NotNullWhen(false)] out DefinitionError? error)
    {
        compiled = TryBind(form, rule.Id, rule.Expression, starsAllowed: true, out var bound, out error) ? new CompiledRule(rule, bound) : null;
        return compiled is not null;
    }

    /// <summary>Reads a condition of a measure, in which no field may be starred; false, with what is wrong, when it cannot be.</summary>
    /// <param name="form">The form whose fields it names.</param>
    /// <param name="place">The id of the measure, for the error.</param>
    /// <param name="expression">The condition.</param>
    /// <param name="compiled">The condition, ready for use.</param>
    /// <param name="error">What is wrong.</param>
    public static bool TryCompileCondition(
        FormDefinition form, string place, string expression, [NotNullWhen(true)] out CompiledCondition? compiled, [NotNullWhen(false)] out DefinitionError? error)
    {
        compiled = TryBind(form, place, expression, starsAllowed: false, out var bound, out error) ? new CompiledCondition(expression, bound) : null;
        return compiled is not null;
    }

    private static bool TryBind(
        FormDefinition form, string place, string expression, bool starsAllowed, [NotNullWhen(true)] out BoundRule? bound, [NotNullWhen(false)] out DefinitionError? error)
    {
        try
        {
            bound = RuleBinder.Bind(form, RuleParser.Parse(expression), starsAllowed);
            error = null;
            return true;
        }
        catch (RuleSyntaxException fault)
        {
            bound = null;
            error = new DefinitionError(fault.Code, place, fault.Position, new Text(
                $"{place}, ký tự {fault.Position}: {fault.Reason.Vi} (trong “{expression}”).",
                $"{place}, character {fault.Position}: {fault.Reason.En} (in “{expression}”)."));
            return false;
        }
    }
}
