using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads XML that strangers wrote: no document types, no entities of their own, nothing fetched, bounded depth, tags and length.</summary>
internal static class HardenedXml
{
    /// <summary>Opens a reader that closes the stream.</summary>
    public static XmlReader Open(Stream content, CancellationToken cancellation) => XmlReader.Create(new BoundedTags(content, cancellation), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = UploadLimits.MaxPartBytes,
        CloseInput = true,
    });

    /// <summary>Moves on, and refuses elements that nest too deep.</summary>
    public static bool Next(this XmlReader xml)
    {
        if (xml.Depth > UploadLimits.MaxDepth) throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
        return xml.Read();
    }

    /// <summary>Whether the reader stands on the beginning of an element of that name, in whatever edition of the format.</summary>
    public static bool IsAt(this XmlReader xml, string element) => xml.NodeType == XmlNodeType.Element && xml.LocalName == element;
}
