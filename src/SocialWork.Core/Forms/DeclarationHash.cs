using System.Security.Cryptography;
using System.Text;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Tells declarations apart: data is bound to the hash of the declaration it was entered under. Safe for concurrent use.</summary>
public static class DeclarationHash
{
    /// <summary>
    /// SHA-256 of the declaration's canonical JSON in 64 lower-case hexadecimal digits: the same on every machine and at every
    /// start, another as soon as anything in the declaration differs.
    /// </summary>
    public static string Of(FormDefinition definition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormDefinitionJson.Write(definition))));
}
