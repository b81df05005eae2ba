using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Tells how each style shows its numbers.</summary>
internal static class NumberFormats
{
    private const int MostFormats = 70_000;

    /// <summary>How the numbers of each style are shown, by the style's number.</summary>
    public static ImmutableArray<Shown> Read(WorkbookPackage package, string part)
    {
        var custom = new Dictionary<int, Shown>();
        var styles = ImmutableArray.CreateBuilder<Shown>();
        var inCells = false;
        using var xml = package.OpenXml(part);
        while (xml.Next())
        {
            if (xml.LocalName == "cellXfs") inCells = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            if (xml.IsAt("numFmt")) custom[Number(xml.GetAttribute("numFmtId"))] = OfCode(xml.GetAttribute("formatCode") ?? string.Empty);
            if (!inCells || !xml.IsAt("xf")) continue;
            var format = Number(xml.GetAttribute("numFmtId"));
            styles.Add(custom.GetValueOrDefault(format, BuiltIn(format)));
            if (styles.Count > MostFormats) throw new WorkbookRefusedException(WorkbookRefusals.TooMuchInside);
        }

        return styles.ToImmutable();
    }

    /// <summary>How a format's code shows numbers.</summary>
    internal static Shown OfCode(string code)
    {
        var (quoted, bracket) = (false, -1);
        var (date, percent) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (quoted) quoted = c != '"';
            else if (c == '"') quoted = true;
            else if (c is '\\' or '_' or '*') i++;
            else if (bracket >= 0)
            {
                if (c != ']') continue;
                // [h], [mm] and [ss] are elapsed time; other brackets are colours, conditions and languages.
                date |= code[(bracket + 1)..i].Trim('h', 'H', 'm', 'M', 's', 'S').Length == 0 && i > bracket + 1;
                bracket = -1;
            }
            else if (c == '[') bracket = i;
            else if (code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase)) i += "General".Length - 1;
            else if (c == '%') percent = true;
            else date |= c is 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S';
        }

        return date ? Shown.AsDate : percent ? Shown.AsPercent : Shown.Plainly;
    }

    // The formats that have a number and no code. Those from 27 to 36 and from 50 to 58 are dates in every edition that has them.
    private static Shown BuiltIn(int format) => format switch
    {
        9 or 10 => Shown.AsPercent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => Shown.AsDate,
        _ => Shown.Plainly,
    };

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
