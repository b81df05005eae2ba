using System.Security.Cryptography;
using System.Text;

namespace SocialWork.Documents.Html;

/// <summary>The style sheet of a report.</summary>
public static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    public static string Css { get; } = Read();

    /// <summary>The source expression by which a content security policy allows the sheet inside a document.</summary>
    public static string PolicySource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";

    internal static Markup Element { get; } = Markup.Trusted(Css);

    private static string Read()
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
