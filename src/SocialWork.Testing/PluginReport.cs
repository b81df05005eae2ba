using System.Collections.Immutable;

namespace SocialWork.Testing;

/// <summary>What a check found. Immutable.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="Problems">Each broken rule in one sentence; empty when the plugin keeps the contract.</param>
public sealed record PluginReport(string Id, ImmutableArray<string> Problems)
{
    /// <summary>Whether nothing is broken.</summary>
    public bool IsSound => Problems.IsEmpty;

    /// <summary>Fails the surrounding test with every problem, one per line; works with any test framework.</summary>
    /// <exception cref="PluginContractException">Something is broken.</exception>
    public void ThrowIfBroken()
    {
        if (!IsSound) throw new PluginContractException(ToString());
    }

    /// <summary>All of it, for people.</summary>
    public override string ToString() => IsSound
        ? $"{Id} keeps the contract."
        : $"{Id} breaks the contract:{string.Concat(Problems.Select(problem => Environment.NewLine + "  - " + problem))}";
}

/// <summary>A plugin breaks the contract.</summary>
public sealed class PluginContractException : Exception
{
    /// <summary>Lists what is broken.</summary>
    public PluginContractException(string message) : base(message) { }
}
