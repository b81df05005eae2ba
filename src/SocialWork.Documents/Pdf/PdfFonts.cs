using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialWork.Documents.Pdf;

/// <summary>A font that a PDF uses.</summary>
/// <param name="Name">Its name without the mark of a subset: <c>LiberationSerif-Bold</c>.</param>
/// <param name="IsEmbedded">Whether its letters are in the file, so that every reader shows the same.</param>
public sealed record PdfFont(string Name, bool IsEmbedded);

/// <summary>
/// Reads which fonts a PDF uses from the file itself: its plain objects, and those packed into object streams. Not for files that
/// are encrypted. Pure; safe for concurrent use.
/// </summary>
public static partial class PdfFonts
{
    /// <summary>The most that the packed objects may be, unpacked: 64 MB.</summary>
    public const int MaxUnpacked = 64 << 20;

    // Times New Roman, and the typeface that was made to its measures and stands for it where it is missing.
    private static readonly string[] Decreed = ["LiberationSerif", "TimesNewRoman", "TimesNewRomanPS", "TimesNewRomanPSMT"];

    /// <summary>Whether a file begins as a PDF does.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>Every font, once, by name.</summary>
    /// <exception cref="InvalidDataException">The packed objects cannot be unpacked, or are more than <see cref="MaxUnpacked"/>.</exception>
    public static ImmutableArray<PdfFont> Read(byte[] pdf)
    {
        var objects = Objects(pdf);
        var embedded = Descriptor().Matches(objects).Where(descriptor => descriptor.Value.Contains("/FontFile", StringComparison.Ordinal))
            .Select(descriptor => Name().Match(descriptor.Value)).Where(name => name.Success).Select(name => Plain(name.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        return [.. BaseFont().Matches(objects).Select(font => Plain(font.Groups["name"].Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new PdfFont(name, embedded.Contains(name)))];
    }

    /// <summary>Whether a font is the typeface of the decree, or the one of the same measures that stands for it.</summary>
    public static bool IsDecreed(string name) => Decreed.Contains(name.Split('-', ',')[0], StringComparer.Ordinal);

    // What stands between the objects' streams, which are letters and pictures, and what is packed in streams of objects.
    private static string Objects(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        var plain = new StringBuilder();
        var at = 0;
        var left = MaxUnpacked;
        foreach (var stream in Streams().EnumerateMatches(file))
        {
            if (stream.Index < at) continue;
            plain.Append(file, at, stream.Index - at);
            var end = file.IndexOf("endstream", stream.Index + stream.Length, StringComparison.Ordinal);
            if (end < 0) end = file.Length;
            if (IsPacked(file, stream.Index)) plain.Append(Unpacked(pdf.AsSpan(stream.Index + stream.Length, end - stream.Index - stream.Length), ref left));
            at = end;
        }

        return plain.Append(file, at, file.Length - at).ToString();
    }

    private static bool IsPacked(string file, int stream)
    {
        var begin = file.LastIndexOf(" obj", stream, StringComparison.Ordinal);
        return begin >= 0 && file.AsSpan(begin, stream - begin).Contains("/ObjStm", StringComparison.Ordinal);
    }

    private static string Unpacked(ReadOnlySpan<byte> packed, ref int left)
    {
        using var zip = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = zip.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0) throw new InvalidDataException("The packed objects are too large.");
            plain.Write(buffer, 0, read);
        }

        return Encoding.Latin1.GetString(plain.GetBuffer(), 0, (int)plain.Length);
    }

    // “BAAAAA+LiberationSerif-Bold”; letters may be written as #20.
    private static string Plain(string name)
    {
        var letters = Escaped().Replace(name, match => ((char)Convert.ToByte(match.Value[1..], 16)).ToString());
        return letters.Length > 7 && letters[6] == '+' ? letters[7..] : letters;
    }

    [GeneratedRegex(@"\bstream\r?\n", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Streams();

    [GeneratedRegex(@"/BaseFont\s*/(?<name>[^\s/<>\[\]()]+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BaseFont();

    [GeneratedRegex(@"/FontName\s*/(?<name>[^\s/<>\[\]()]+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Name();

    // A descriptor holds no dictionary of its own, so that it ends where the first one ends.
    [GeneratedRegex(@"<<(?:(?!<<|>>)[\s\S])*/FontDescriptor(?![\s]*[0-9])(?:(?!<<|>>)[\s\S])*>>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Descriptor();

    [GeneratedRegex("#[0-9A-Fa-f]{2}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Escaped();
}
