using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SocialWork.Abstractions;

namespace SocialWork.Testing;

/// <summary>
/// Writes an answer as text, closed families by their real type, so that two answers can be compared: records over
/// immutable arrays compare by reference. Only types of the contract are written, so that nothing of the plugin is kept.
/// </summary>
internal static class AnswerText
{
    private const int Shown = 80;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteRealType } },
    };

    /// <summary>The text; false with the reason when the answer holds something that was never set.</summary>
    public static bool TryWrite<T>(T answer, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            text = JsonSerializer.Serialize(answer, Options);
            problem = null;
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or NotSupportedException or NullReferenceException or JsonException)
        {
            text = null;
            problem = fault.Message;
            return false;
        }
    }

    /// <summary>Where two texts part, with a little before and after.</summary>
    public static string FirstDifference(string first, string second)
    {
        var at = first.AsSpan().CommonPrefixLength(second);
        return $"{Around(first, at)} ≠ {Around(second, at)}";
    }

    private static string Around(string text, int at)
    {
        var from = Math.Max(0, at - Shown / 2);
        return "…" + text[from..Math.Min(text.Length, from + Shown)] + "…";
    }

    private static void WriteRealType(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Type.Assembly != typeof(FormField).Assembly || info.Kind != JsonTypeInfoKind.Object) return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$type" };
        foreach (var type in info.Type.Assembly.GetTypes().Where(type => type.IsSealed && type.IsSubclassOf(info.Type)))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name));
    }
}
