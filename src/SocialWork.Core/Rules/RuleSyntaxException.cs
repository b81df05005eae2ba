using SocialWork.Abstractions;

namespace SocialWork.Core.Rules;

/// <summary>
/// A fault inside one expression, thrown from anywhere in reading it and turned into a <see cref="DefinitionError"/> by
/// <see cref="RuleCompiler"/>: never seen outside this folder.
/// </summary>
internal sealed class RuleSyntaxException : Exception
{
    public RuleSyntaxException(int position, string code, string vi, string en) : base(en)
    {
        Position = position;
        Code = code;
        Reason = new Text(vi, en);
    }

    /// <summary>The character at fault, from 1.</summary>
    public int Position { get; }

    /// <summary>A stable code for programs.</summary>
    public string Code { get; }

    /// <summary>What is wrong and the remedy; a clause without a full stop.</summary>
    public Text Reason { get; }
}
