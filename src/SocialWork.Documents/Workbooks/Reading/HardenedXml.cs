using System.Buffers;
using System.Text;
using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>Reads XML that strangers wrote: no document types, no entities of their own, nothing fetched, bounded depth, tags, names and length.</summary>
internal static class HardenedXml
{
    /// <summary>Opens a reader that closes the stream.</summary>
    public static XmlReader Open(Stream content, CancellationToken cancellation) => XmlReader.Create(new BoundedTags(content, cancellation), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        NameTable = new BoundedNames(),
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

    /// <summary>Puts the text that the reader stands on behind another, and refuses it before it is longer than any cell's. A reader asked for the whole would first hold all of it.</summary>
    public static void AppendTo(this XmlReader xml, StringBuilder text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(1024);
        try
        {
            for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                text.Append(buffer, 0, read);
                if (text.Length > UploadLimits.MaxTextLength * 8) throw new WorkbookRefusedException(WorkbookRefusals.TooMuchInside);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the reader stands on the beginning of an element of that name, in whatever edition of the format.</summary>
    public static bool IsAt(this XmlReader xml, string element) => xml.NodeType == XmlNodeType.Element && xml.LocalName == element;
}
