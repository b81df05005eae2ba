using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace SocialWork.Core.Tests.Forms;

/// <summary>Writes out everything that a declaration holds, independently of how it is stored: two equal texts are two equal declarations.</summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null or string or bool or Enum or IFormattable:
                text.AppendLine(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture));
                return;
            case IEnumerable items:
                text.AppendLine("[");
                foreach (var item in items) Append(text.Append(' ', depth + 1), item, depth + 1);
                text.Append(' ', depth).AppendLine("]");
                return;
        }

        text.AppendLine(value.GetType().Name);
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
            Append(text.Append(' ', depth + 1).Append(property.Name).Append('='), property.GetValue(value), depth + 1);
    }
}
