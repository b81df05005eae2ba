using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>A cell's XML, whatever program would write it.</summary>
internal sealed record HandMadeCell(string Attributes, string Content)
{
    /// <summary>The styles of the hand-made file.</summary>
    public const int Date = 1;
    public const int Percent = 2;
    public const int VietnameseDate = 3;
    public const int Dong = 4;
    public const int Elapsed = 5;

    public static HandMadeCell Text(string text) => new("t=\"inlineStr\"", $"<is><t xml:space=\"preserve\">{Escape(text)}</t></is>");

    public static HandMadeCell Shared(int index) => new("t=\"s\"", $"<v>{index}</v>");

    public static HandMadeCell Number(string number, int style = 0) => new($"s=\"{style}\"", $"<v>{number}</v>");

    public static HandMadeCell Number(long number, int style = 0) => Number(number.ToString(CultureInfo.InvariantCulture), style);

    public static HandMadeCell Flag(bool value) => new("t=\"b\"", $"<v>{(value ? 1 : 0)}</v>");

    public static HandMadeCell Error(string error) => new("t=\"e\"", $"<v>{error}</v>");

    public static HandMadeCell Iso(string date) => new("t=\"d\"", $"<v>{date}</v>");

    public static HandMadeCell Formula(string formula, string? result, string type = "n") => new($"t=\"{type}\"", $"<f>{Escape(formula)}</f>" + (result is null ? "" : $"<v>{result}</v>"));

    private static string Escape(string text) => SecurityElement.Escape(text);
}

/// <summary>A sheet that is written row by row; column A holds the marks.</summary>
internal sealed class HandMadeSheet(string name)
{
    private readonly StringBuilder _rows = new();
    private int _row;

    public string Name => name;

    /// <summary>Put as it is where the rows end.</summary>
    public string After { get; set; } = string.Empty;

    public string State { get; init; } = "visible";

    public string Xml => $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{_rows}</sheetData>{After}</worksheet>";

    /// <summary>The next row: its mark, or empty for none, and its cells from left to right.</summary>
    public HandMadeSheet Row(string mark, params (string Column, HandMadeCell Cell)[] cells)
    {
        _row++;
        _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{_row}\">");
        if (mark.Length > 0) Add("A", HandMadeCell.Text(mark));
        foreach (var (column, cell) in cells) Add(column, cell);
        _rows.Append("</row>");
        return this;
    }

    /// <summary>Leaves rows out.</summary>
    public HandMadeSheet Skip(int rows)
    {
        _row += rows;
        return this;
    }

    /// <summary>Puts XML between rows as it is.</summary>
    public HandMadeSheet Raw(string xml)
    {
        _rows.Append(xml);
        return this;
    }

    private void Add(string column, HandMadeCell cell) => _rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{column}{_row}\" {cell.Attributes}>{cell.Content}</c>");
}

/// <summary>A workbook's file made part by part, so that every part can be wrong.</summary>
internal sealed class HandMadeXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>The parts by name; each may be changed, taken away or added to.</summary>
    public Dictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public HandMadeXlsx(IEnumerable<HandMadeSheet> sheets, bool from1904 = false, params string[] shared)
    {
        var all = sheets.ToArray();
        this["[Content_Types].xml"] = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>{string.Concat(all.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
            """;
        this["_rels/.rels"] = $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
        this["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr date1904="{(from1904 ? 1 : 0)}"/><sheets>{string.Concat(all.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>""";
        this["xl/_rels/workbook.xml.rels"] = $"""<Relationships xmlns="{Package}/relationships">{string.Concat(all.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rIdS" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="{Relations}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>""";
        this["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0\ &quot;đồng&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>""";
        this["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{string.Concat(shared.Select(text => $"<si><t>{SecurityElement.Escape(text)}</t></si>"))}</sst>""";
        foreach (var (index, sheet) in all.Index()) this[$"xl/worksheets/sheet{index + 1}.xml"] = sheet.Xml;
    }

    /// <summary>A part's text.</summary>
    public string this[string part]
    {
        get => Encoding.UTF8.GetString(Parts[part]);
        set => Parts[part] = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>The parts of a file by name.</summary>
    public static Dictionary<string, byte[]> PartsOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var part = entry.Open();
                using var content = new MemoryStream();
                part.CopyTo(content);
                return content.ToArray();
            },
            StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
