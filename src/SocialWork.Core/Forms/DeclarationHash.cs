using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Tells declarations apart: data is bound to the hash of the declaration it was entered under.</summary>
public static class DeclarationHash
{
    /// <summary>
    /// SHA-256 of the declaration's canonical JSON in 64 lower-case hexadecimal digits: the same on every machine and at every
    /// start, another as soon as anything in the declaration differs.
    /// </summary>
    public static string Of(FormDefinition definition) => throw new NotSupportedException();
}
