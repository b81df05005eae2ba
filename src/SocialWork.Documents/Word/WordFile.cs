using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocialWork.Documents.Word;

/// <summary>Writes a document as a .docx file after Appendix I of Decree 30/2020/NĐ-CP. Safe for concurrent use.</summary>
public static class WordFile
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file.</summary>
    public static byte[] Write(OfficialDocument document, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = $"{document.Kind} – {document.Subject.Replace('\n', ' ')}";
            package.PackageProperties.Creator = string.Join(' ', document.Head.Issuer);
            package.PackageProperties.Language = "vi-VN";
            package.PackageProperties.Created = package.PackageProperties.Modified = document.Made.UtcDateTime;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordNumbering.Make();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            main.Document = new Document(new WordBody(main, document).Make(cancellationToken));
        }

        return stream.ToArray();
    }
}
