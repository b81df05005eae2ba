using System.Reflection;
using SocialWork.Abstractions;

namespace SocialWork.Modules.Loading;

/// <summary>Finds and constructs the one entry type of a plugin.</summary>
internal static class ModuleEntryPoint
{
    /// <summary>The entry, constructed.</summary>
    /// <exception cref="ModuleStartException">There is none, or more than one.</exception>
    /// <exception cref="Exception">Whatever the plugin's constructor throws.</exception>
    public static ISectorModule Create(string id, Assembly assembly)
    {
        var entries = assembly.GetExportedTypes().Where(IsEntry).ToArray();
        if (entries.Length != 1) throw new ModuleStartException(LoadReasons.NotOneEntry(id, entries.Select(entry => entry.FullName ?? entry.Name)));
        return (ISectorModule)Activator.CreateInstance(entries[0])!;
    }

    private static bool IsEntry(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.IsAssignableTo(typeof(ISectorModule))
        && type.GetConstructor(Type.EmptyTypes) is not null;
}

/// <summary>A plugin cannot be started for a reason that needs no stack trace.</summary>
/// <param name="reason">For people.</param>
internal sealed class ModuleStartException(Text reason) : Exception(reason.En)
{
    /// <summary>For people.</summary>
    public Text Reason { get; } = reason;
}
