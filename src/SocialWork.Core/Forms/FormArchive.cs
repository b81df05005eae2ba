using System.Collections.Concurrent;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>
/// Every form version the product has met, by hash, so that data stays readable when its module is gone or has moved on.
/// Only grows. Safe for concurrent use.
/// </summary>
public sealed class FormArchive
{
    private readonly ConcurrentDictionary<string, CompiledForm> _forms = new(StringComparer.Ordinal);

    /// <summary>Keeps a form version.</summary>
    public CompiledForm Keep(CompiledForm form) => _forms.GetOrAdd(form.Hash, form);

    /// <summary>Keeps a form version that was stored as JSON.</summary>
    public CompiledForm Keep(FormDefinition definition) => Keep(CompiledForm.Compile(definition));

    /// <summary>The form version of that hash, or null when it was never kept.</summary>
    public CompiledForm? Find(string hash) => _forms.GetValueOrDefault(hash);

    /// <summary>The form version of that hash.</summary>
    /// <exception cref="KeyNotFoundException">It was never kept, so that its data cannot be read.</exception>
    public CompiledForm this[string hash] => _forms.TryGetValue(hash, out var form)
        ? form
        : throw new KeyNotFoundException($"No form version with hash {hash} is known; the stored definitions are incomplete.");
}
