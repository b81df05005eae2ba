using System.Reflection;

namespace SocialWork.Modules.Loading;

/// <summary>
/// Turns an exception of a plugin into words at the border. The object itself is never kept or logged: it is a type of the
/// plugin or carries its stack, and any log sink that holds it would keep the plugin from being unloaded. Its members are
/// the plugin's code and may throw as well.
/// </summary>
internal static class ExceptionWords
{
    private const int LongestMessage = 300;

    /// <summary>Type and message, for people.</summary>
    public static string Brief(Exception fault)
    {
        var inner = fault is TargetInvocationException { InnerException: { } cause } ? cause : fault;
        string message;
        try
        {
            message = inner.Message.ReplaceLineEndings(" ");
        }
        catch (Exception)
        {
            message = string.Empty;
        }

        if (message.Length > LongestMessage) message = string.Concat(message.AsSpan(0, LongestMessage), "…");
        return $"{inner.GetType().Name}: {message}";
    }

    /// <summary>Everything, for the log.</summary>
    public static string Full(Exception fault)
    {
        try
        {
            var text = fault.ToString();
            return fault is ReflectionTypeLoadException types
                ? string.Join(Environment.NewLine, types.LoaderExceptions.Select(loader => loader?.Message).Prepend(text))
                : text;
        }
        catch (Exception)
        {
            return $"{fault.GetType().FullName} (its own description throws)";
        }
    }
}
