using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialWork.Modules.Manifests;

/// <summary>An interval of contract versions in NuGet's notation with both ends given: <c>[1.0,2.0)</c>.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="LowIncluded">Whether the lower end belongs to it.</param>
/// <param name="High">The upper end.</param>
/// <param name="HighIncluded">Whether the upper end belongs to it.</param>
internal sealed partial record ContractRange(Version Low, bool LowIncluded, Version High, bool HighIncluded)
{
    /// <summary>Reads an interval; false when the text is not one, or nothing can lie in it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContractRange? range)
    {
        range = null;
        var match = Interval().Match(text);
        if (!match.Success || !TryVersion(match.Groups["low"].Value, out var low) || !TryVersion(match.Groups["high"].Value, out var high)) return false;
        var candidate = new ContractRange(low, match.Groups["open"].Value == "[", high, match.Groups["close"].Value == "]");
        if (low > high || (low == high && !(candidate.LowIncluded && candidate.HighIncluded))) return false;
        range = candidate;
        return true;
    }

    /// <summary>Whether a contract of that version satisfies the plugin.</summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public bool Includes(string contractVersion)
    {
        if (!TryVersion(contractVersion, out var version)) throw new FormatException($"'{contractVersion}' is not a version; write major.minor.patch.");
        return (LowIncluded ? version >= Low : version > Low) && (HighIncluded ? version <= High : version < High);
    }

    /// <summary>The interval as written.</summary>
    public override string ToString() => $"{(LowIncluded ? '[' : '(')}{Low.ToString(2)},{High.ToString(2)}{(HighIncluded ? ']' : ')')}";

    private static bool TryVersion(string text, [NotNullWhen(true)] out Version? version)
    {
        version = null;
        var numbers = new int[3];
        var parts = text.Split('.');
        if (parts.Length is < 1 or > 3) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }

        version = new Version(numbers[0], numbers[1], numbers[2]);
        return true;
    }

    [GeneratedRegex(@"^(?<open>[\[(])\s*(?<low>[0-9.]+)\s*,\s*(?<high>[0-9.]+)\s*(?<close>[\])])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interval();
}
