using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>
/// Declarations as JSON, so that data stays readable when the module that declared its form is gone. The round trip is exact.
/// Safe for concurrent use.
/// </summary>
public static class FormDefinitionJson
{
    /// <summary>The declaration as canonical JSON: one line, members sorted, nothing that is empty.</summary>
    public static string Write(FormDefinition definition) => throw new NotSupportedException();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is no declaration, or holds a member that this version does not know.</exception>
    public static FormDefinition Read(string json) => throw new NotSupportedException();
}
