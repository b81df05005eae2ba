using System.Collections.Immutable;

namespace SocialWork.Abstractions;

/// <summary>How grave it is when a rule or check does not hold.</summary>
public enum Severity
{
    /// <summary>The form cannot be sent.</summary>
    Error,

    /// <summary>The form can be sent with an explanation, which travels with the version.</summary>
    Warning,
}

/// <summary>What must hold between the cells of one submission, in the one rule grammar.</summary>
/// <param name="Id">Public id, unique in the form: <c>GD1.r1</c>.</param>
/// <param name="Severity">What happens when the rule is false.</param>
/// <param name="Expression">
/// The condition that must hold, for example <c>da_th[*] &lt;= tong_ns[*]</c>. An operand that is not reported or is withheld
/// makes the rule silent, except inside <c>empty()</c> and <c>filled()</c>. A declaration whose expression does not parse,
/// or names a field or option that is not there, is refused when the module is described.
/// </param>
/// <param name="Message">Shown where the rule is false.</param>
public sealed record FormRule(string Id, Severity Severity, string Expression, Text Message)
{
    /// <summary>A rule that refuses sending.</summary>
    public static FormRule Error(string id, string expression, string vi, string en) => new(id, Severity.Error, expression, new Text(vi, en));

    /// <summary>A rule that asks for an explanation.</summary>
    public static FormRule Warning(string id, string expression, string vi, string en) => new(id, Severity.Warning, expression, new Text(vi, en));
}

/// <summary>A check that needs another form, a register, a table's rows or the module's own knowledge.</summary>
/// <param name="Id">Public id, unique in the form: <c>GD3.c1</c>.</param>
/// <param name="Severity">What happens when it fails.</param>
/// <param name="Uses">The forms and registers it reads.</param>
/// <param name="Description">What is checked, for developers and administrators.</param>
/// <param name="Message">Shown where it fails.</param>
public sealed record FormCheck(string Id, Severity Severity, ImmutableArray<string> Uses, string Description, Text Message);
