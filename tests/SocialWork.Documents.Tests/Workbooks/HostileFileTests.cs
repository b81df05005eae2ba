using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SocialWork.Core;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>Files that are no workbooks, that are damaged, and that were made to do harm: each is refused with its own sentence.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, byte[], string> OtherFiles => new()
    {
        { "nothing", [], "workbook.empty" },
        { "old Excel", [.. Ole, .. Encoding.Unicode.GetBytes("Workbook\0")], "workbook.oldExcel" },
        { "very old Excel", [.. Ole, .. Encoding.Unicode.GetBytes("Book\0")], "workbook.oldExcel" },
        { "with a password", [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "workbook.encrypted" },
        { "old Word", [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")], "workbook.otherDocument" },
        { "CSV", Encoding.UTF8.GetBytes("Chỉ tiêu;Số liệu\nTrẻ em;1.000\n"), "workbook.plainText" },
        { "CSV of Excel", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Chỉ tiêu\tSố liệu\r\n")], "workbook.plainText" },
        { "text in an old code page", [0x43, 0xF4, 0x6E, 0x67, 0x20, 0xFE, 0xB5, 0x0A], "workbook.plainText" },
        { "web page", Encoding.UTF8.GetBytes("  <html><table><tr><td>1</td></tr></table></html>"), "workbook.webPage" },
        { "XML of Excel 2003", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"), "workbook.webPage" },
        { "PDF", Encoding.ASCII.GetBytes("%PDF-1.7\n%âãÏÓ"), "workbook.pdf" },
        { "photo", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. Encoding.ASCII.GetBytes("JFIF")], "workbook.picture" },
        { "screenshot", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], "workbook.picture" },
        { "archive", Encoding.ASCII.GetBytes("Rar!\u001a\a\0"), "workbook.archive" },
        { "zip of files", Zip(("bieu.xlsx", "x"u8.ToArray())), "workbook.archive" },
        { "OpenDocument", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", "<x/>"u8.ToArray())), "workbook.openDocument" },
        { "noise", [1, 2, 3, 4, 5, 0, 7], "workbook.unknownFile" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void What_is_no_workbook_is_recognised_by_its_content_and_says_what_to_do(string name, byte[] file, string code)
    {
        var refusal = WorkbookUnderTest.Refused(file);
        refusal.Code.ShouldBe(code, name);
        refusal.Message.Vi.ShouldContain("; ");
        refusal.Message.En.ShouldContain("; ");
    }

    [Theory]
    [InlineData("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml", "workbook.template")]
    [InlineData("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.macroEnabled.main+xml", "workbook.macros")]
    [InlineData("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "vnd.ms-excel.sheet.binary.macroEnabled.main", "workbook.binary")]
    [InlineData("spreadsheetml.sheet.main+xml", "wordprocessingml.document.main+xml", "workbook.otherDocument")]
    [InlineData("spreadsheetml.sheet.main+xml", "nonsense", "workbook.damaged")]
    public async Task Other_kinds_of_package_are_told_apart_by_what_they_say_they_are(string from, string to, string code) =>
        (await RefusedAsync(file => file["[Content_Types].xml"] = file["[Content_Types].xml"].Replace(from, to, StringComparison.Ordinal))).Code.ShouldBe(code);

    [Theory]
    [InlineData("xl/vbaProject.bin", "workbook.macros")]
    [InlineData("xl/macrosheets/sheet1.xml", "workbook.macros")]
    [InlineData("xl/externalLinks/externalLink1.xml", "workbook.externalLinks")]
    [InlineData("xl/connections.xml", "workbook.externalLinks")]
    [InlineData("xl/embeddings/oleObject1.bin", "workbook.embeddings")]
    [InlineData("xl/activeX/activeX1.xml", "workbook.embeddings")]
    public async Task What_runs_reaches_out_or_hides_another_document_is_refused(string part, string code) =>
        (await RefusedAsync(file => file[part] = "<x/>")).Code.ShouldBe(code);

    [Fact]
    public async Task A_macro_is_refused_under_any_name() =>
        (await RefusedAsync(file => file["[Content_Types].xml"] = file["[Content_Types].xml"].Replace("</Types>", "<Override PartName=\"/xl/anh.png\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>", StringComparison.Ordinal))).Code.ShouldBe("workbook.macros");

    [Fact]
    public async Task A_relation_that_leads_outside_is_refused_unless_it_is_a_hyperlink()
    {
        const string Link = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/KIND" Target="file:///etc/passwd" TargetMode="External"/></Relationships>""";
        (await RefusedAsync(file => file["xl/worksheets/_rels/sheet1.xml.rels"] = Link.Replace("KIND", "oleObject", StringComparison.Ordinal))).Code.ShouldBe("workbook.externalLinks");
        var model = await WorkbookUnderTest.ModelAsync();
        var good = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        good["xl/worksheets/_rels/sheet1.xml.rels"] = Link.Replace("KIND", "hyperlink", StringComparison.Ordinal);
        WorkbookUnderTest.Read(model, good.Build()).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/xl/a.xml")]
    [InlineData("xl\\a.xml")]
    [InlineData("C:/a.xml")]
    [InlineData("xl/./a.xml")]
    [InlineData("XL/WORKBOOK.XML")]
    public async Task Names_that_lead_elsewhere_or_stand_twice_are_refused(string name) =>
        (await RefusedAsync(file => file[name] = "<x/>")).Code.ShouldBe("workbook.unsafe");

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>", "&c;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "x")]
    public async Task Entities_are_never_expanded_and_nothing_is_fetched(string type, string text) =>
        (await RefusedAsync(file => file["xl/worksheets/sheet1.xml"] = type + file["xl/worksheets/sheet1.xml"].Replace("#sheet:1", text, StringComparison.Ordinal))).Code.ShouldBe("workbook.unsafe");

    [Theory]
    [InlineData("xl/workbook.xml", "<workbook><sheets>")]
    [InlineData("xl/workbook.xml", "not xml")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</c></row>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A2\"/></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>")]
    [InlineData("xl/_rels/workbook.xml.rels", "<Relationships/>")]
    [InlineData("_rels/.rels", "<Relationships/>")]
    [InlineData("[Content_Types].xml", "<Types/>")]
    public async Task Broken_parts_are_refused_as_damage(string part, string xml) => (await RefusedAsync(file => file[part] = xml)).Code.ShouldBe("workbook.damaged");

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("_rels/.rels")]
    public async Task A_missing_part_is_refused_as_damage(string part) => (await RefusedAsync(file => file.Parts.Remove(part))).Code.ShouldBe("workbook.damaged");

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var whole = await GoodAsync();
        for (var length = 1; length < whole.Length; length += 97)
            WorkbookUnderTest.Refused(whole[..length]).Code.ShouldBeOneOf("workbook.damaged", "workbook.plainText", "workbook.unknownFile");
    }

    [Fact]
    public async Task A_file_with_a_changed_byte_anywhere_is_read_or_refused_and_nothing_worse()
    {
        var whole = await GoodAsync();
        for (var at = 0; at < whole.Length; at += 7)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x5A;
            WorkbookReader.Open(new MemoryStream(changed), CancellationToken.None).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_bomb_is_given_up_before_it_unpacks()
    {
        var bomb = await WithBigPartAsync("xl/worksheets/sheet1.xml", 400L * 1024 * 1024);
        bomb.Length.ShouldBeLessThan(UploadLimits.MaxFileBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookUnderTest.Refused(bomb).Code.ShouldBe("workbook.tooMuchInside");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(40L * 1024 * 1024);
    }

    [Fact]
    public async Task Many_parts_of_a_tolerable_size_are_given_up_together()
    {
        var content = new byte[30 * 1024 * 1024];
        new Random(7).NextBytes(content.AsSpan(0, content.Length / 100));
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet()]);
        for (var i = 0; i < 6; i++) file.Parts[$"xl/media/anh{i}.png"] = content;
        WorkbookUnderTest.Refused(file.Build()).Code.ShouldBe("workbook.tooMuchInside");
        (await GoodAsync()).Length.ShouldBePositive();
    }

    [Fact]
    public void One_part_that_is_too_large_is_given_up()
    {
        var content = new byte[UploadLimits.MaxPartBytes + 1];
        new Random(7).NextBytes(content.AsSpan(0, content.Length / 100));
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet()]);
        file.Parts["xl/media/anh.png"] = content;
        WorkbookUnderTest.Refused(file.Build()).Code.ShouldBe("workbook.tooMuchInside");
        file.Parts["xl/media/anh.png"] = content[..^1];
        WorkbookUnderTest.Refused(file.Build()).Code.ShouldBe("workbook.noIdentity");
    }

    [Fact]
    public async Task Texts_beyond_the_limits_are_refused()
    {
        var text = new string('a', UploadLimits.MaxTextLength);
        (await RefusedAsync(file => Fill(file, $"<row r=\"9\"><c r=\"B9\" t=\"inlineStr\"><is><t>{text}a</t></is></c></row>"))).Code.ShouldBe("workbook.damaged");
        var many = string.Concat(Enumerable.Repeat($"<si><t>{text}</t></si>", (UploadLimits.MaxSharedCharacters / UploadLimits.MaxTextLength) + 1));
        (await RefusedAsync(file => file["xl/sharedStrings.xml"] = file["xl/sharedStrings.xml"].Replace("</sst>", many + "</sst>", StringComparison.Ordinal))).Code.ShouldBe("workbook.tooMuchInside");
    }

    [Fact]
    public async Task A_size_that_lies_never_unpacks_more_and_is_damage()
    {
        const string Sheet = "xl/worksheets/sheet1.xml";
        var file = await SpoiledAsync(f => Fill(f, string.Concat(Enumerable.Range(10, 15_000).Select(r => $"<row r=\"{r}\"/>"))));
        foreach (var size in new uint[] { 0, 1000, 0xFFFFFFF0 }) WorkbookUnderTest.Refused(Lie(file, Sheet, size)).Code.ShouldBe("workbook.damaged", $"{size}");
    }

    [Fact]
    public void Records_that_share_one_content_are_counted_each()
    {
        var names = Enumerable.Range(0, UploadLimits.MaxParts + 1).Select(i => ($"xl/media/{i}.png", Array.Empty<byte>())).ToArray();
        WorkbookUnderTest.Refused(Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), .. names])).Code.ShouldBe("workbook.tooMuchInside");
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread() =>
        WorkbookUnderTest.Refused([.. "PK\u0003\u0004"u8, .. new byte[UploadLimits.MaxFileBytes]]).Code.ShouldBe("workbook.tooLarge");

    [Fact]
    public async Task A_million_rows_are_given_up_early()
    {
        var rows = string.Concat(Enumerable.Range(10, 1_000_000).Select(r => $"<row r=\"{r}\"/>"));
        var refusal = await RefusedAsync(file => Fill(file, rows));
        (refusal.Code, refusal.Kind).ShouldBe(("workbook.tooManyRows", RefusalKind.TooLarge));
        refusal.Message.Vi.ShouldContain("“Biểu”");
    }

    [Theory]
    [InlineData("<row r=\"20001\"><c r=\"B20001\"><v>1</v></c></row>", "workbook.tooManyRows")]
    [InlineData("<row r=\"9\"><c r=\"ZZ9\"><v>1</v></c></row>", "workbook.tooManyColumns")]
    public async Task A_value_beyond_the_limits_is_refused(string row, string code) => (await RefusedAsync(file => Fill(file, row))).Code.ShouldBe(code);

    [Fact]
    public async Task Formatting_without_values_far_down_does_no_harm()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        Fill(file, "<row r=\"1048576\" s=\"1\"><c r=\"XFD1048576\" s=\"1\"/></row>");
        WorkbookUnderTest.Read(model, file.Build()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_cells_and_too_many_sheets_are_refused()
    {
        var cells = string.Concat(Enumerable.Repeat("<c/>", 200));
        var rows = string.Concat(Enumerable.Range(10, 2_600).Select(r => $"<row r=\"{r}\">{cells}</row>"));
        (await RefusedAsync(file => Fill(file, rows))).Code.ShouldBe("workbook.tooManyCells");
        WorkbookUnderTest.Refused(new HandMadeXlsx(Enumerable.Range(0, UploadLimits.MaxSheets + 1).Select(i => new HandMadeSheet("S" + i))).Build()).Code.ShouldBe("workbook.tooManySheets");
    }

    [Fact]
    public async Task A_tag_with_a_million_attributes_and_a_million_nested_elements_are_refused_cheaply()
    {
        var attributes = "<row r=\"9\"" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $" a{i}=\"&gt;'\"")) + "/>";
        var hostile = await SpoiledAsync(file => Fill(file, attributes));
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookUnderTest.Refused(hostile).Code.ShouldBe("workbook.unsafe");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20L * 1024 * 1024);
        (await RefusedAsync(file => Fill(file, string.Concat(Enumerable.Repeat("<x>", 1_000_000))))).Code.ShouldBe("workbook.unsafe");
        (await RefusedAsync(file => Fill(file, "<!-- \" -->" + attributes))).Code.ShouldBe("workbook.unsafe");
    }

    [Fact]
    public async Task A_reading_that_is_cancelled_stops()
    {
        var good = await GoodAsync();
        var model = await WorkbookUnderTest.ModelAsync();
        var opened = WorkbookReader.Open(new MemoryStream(good), CancellationToken.None).ShouldBeOfType<Result<UploadedWorkbook>.Ok>().Value;
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Should.Throw<OperationCanceledException>(() => WorkbookReader.Open(new MemoryStream(good), cancelled.Token));
        Should.Throw<OperationCanceledException>(() => WorkbookReader.Read(opened, model, cancelled.Token));
    }

    [Theory]
    [InlineData("[Content_Types].xml", "</Types>")]
    [InlineData("xl/_rels/workbook.xml.rels", "</Relationships>")]
    public async Task Nesting_is_bounded_in_every_part_that_is_read(string part, string end) =>
        (await RefusedAsync(file => file[part] = file[part].Replace(end, string.Concat(Enumerable.Repeat("<x>", 100_000)), StringComparison.Ordinal))).Code.ShouldBe("workbook.unsafe");

    [Fact]
    public async Task Names_without_end_are_refused_cheaply()
    {
        foreach (var element in new Func<int, string>[] { i => $"<n{i}/>", i => $"<x xmlns:n{i}=\"u{i}\"/>" })
        {
            var hostile = await SpoiledAsync(file => Fill(file, string.Concat(Enumerable.Range(0, 300_000).Select(element))));
            var before = GC.GetAllocatedBytesForCurrentThread();
            WorkbookUnderTest.Refused(hostile).Code.ShouldBe("workbook.unsafe");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10L * 1024 * 1024);
        }
    }

    [Theory]
    [InlineData("<v>", "1<q/>", "</v>")]
    [InlineData("<is><t>", "ab", "</t></is>")]
    public async Task A_value_is_never_held_beyond_its_limit_whether_in_pieces_or_whole(string begin, string piece, string end)
    {
        var random = new Random(5);
        var pieces = string.Concat(Enumerable.Range(0, 5_000_000 / piece.Length).Select(i => random.Next(2) == 0 ? piece : piece.ToUpperInvariant()));
        var hostile = await SpoiledAsync(file => Fill(file, $"<row r=\"9\"><c r=\"B9\" t=\"inlineStr\">{begin}{pieces}{end}</c></row>"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookUnderTest.Refused(hostile).Code.ShouldBeOneOf("workbook.tooMuchInside", "workbook.damaged");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(15L * 1024 * 1024);
    }

    [Theory]
    [InlineData("_xD800_")]
    [InlineData("a_xDC00_b")]
    [InlineData("_xFFFE_")]
    [InlineData("_xFFFF_")]
    public async Task Halves_of_characters_stay_as_they_are_written(string text)
    {
        (await WorkbookUnderTest.CellAsync("chu", HandMadeCell.Text(text))).Value!.GetValue<string>().ShouldBe(text);
        (await WorkbookUnderTest.CellAsync("so", HandMadeCell.Text(text))).Findings.ShouldHaveSingleItem().Code.ShouldBe("number.notANumber");
        (await WorkbookUnderTest.CellAsync("nhieu", HandMadeCell.Text(text))).Findings.ShouldHaveSingleItem().Code.ShouldBe("typed.notAnOption");
    }

    [Fact]
    public async Task A_relation_that_only_resembles_one_of_the_format_is_none() =>
        (await RefusedAsync(file => file["xl/_rels/workbook.xml.rels"] = file["xl/_rels/workbook.xml.rels"].Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet", "http://127.0.0.1/worksheet", StringComparison.Ordinal))).Code.ShouldBe("workbook.noIdentity");

    [Fact]
    public async Task A_digit_that_changed_on_the_way_is_damage_and_no_figure()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var good = new HandMadeXlsx([WorkbookUnderTest.Sheet().Row("so", ("E", HandMadeCell.Number(41_234))), WorkbookUnderTest.Identity(model)]);
        var file = Zip([.. good.Parts.Select(part => (part.Key, part.Value))]);
        WorkbookUnderTest.Read(model, file).Sheets[0].Units[0].Changes["so"]!.GetValue<long>().ShouldBe(41_234);
        file[file.AsSpan().IndexOf("<v>41234</v>"u8) + 3] = (byte)'9';
        WorkbookUnderTest.Refused(file).Code.ShouldBe("workbook.damaged");
    }

    [Fact]
    public async Task What_a_cell_holds_is_told_in_few_words_however_often_it_stands_there()
    {
        var page = new string('b', UploadLimits.MaxTextLength);
        var model = await WorkbookUnderTest.ModelAsync();
        var sheet = WorkbookUnderTest.Sheet();
        for (var i = 0; i < 2_000; i++) sheet.Row("", ("A", HandMadeCell.Shared(0)), ("B", HandMadeCell.Shared(0)), ("E", HandMadeCell.Shared(0)), ("F", HandMadeCell.Shared(0)));
        foreach (var cell in new[] { "so", "co", "ngay", "chon", "noi", "nhieu", "chu", "bang" }) sheet.Row(cell, ("E", HandMadeCell.Shared(0)), ("F", HandMadeCell.Shared(0)));
        var file = new HandMadeXlsx([sheet, WorkbookUnderTest.Identity(model)], false, page).Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var content = WorkbookUnderTest.Read(model, file);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(30L * 1024 * 1024);
        content.Findings.Length.ShouldBeGreaterThan(7);
        content.Findings.ShouldAllBe(finding => finding.Message.Vi.Length < 1_000 && finding.Message.En.Length < 1_000);
        content.Findings.ShouldContain(finding => finding.Code == "typed.tooLong" && finding.Message.Vi.Contains("32767", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Findings_are_kept_to_a_limit_and_the_last_says_so()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var sheet = WorkbookUnderTest.Sheet();
        for (var i = 0; i < 15_000; i++) sheet.Row("khong_co", ("E", HandMadeCell.Number(1)), ("F", HandMadeCell.Number(2)));
        var findings = WorkbookUnderTest.Read(model, new HandMadeXlsx([sheet, WorkbookUnderTest.Identity(model)]).Build()).Findings;
        findings.Length.ShouldBe(UploadLimits.MaxFindings + 1);
        (findings[^1].Code, findings[^1].Level).ShouldBe(("workbook.tooManyFindings", FindingLevel.Problem));
    }

    [Fact]
    public async Task Explanations_are_read_to_one_beyond_their_limit()
    {
        var sheet = WorkbookUnderTest.Sheet();
        for (var i = 0; i < 1_000; i++) sheet.Row(WorkbookMarks.Explanation + "w" + i, ("E", HandMadeCell.Text("Đã đối chiếu với sổ gốc.")));
        (await WorkbookUnderTest.ReadAsync(sheet)).Sheets[0].Units[0].Explanations.Count.ShouldBe(Explanations.MaxCount + 1);
    }

    [Fact]
    public async Task A_sheet_of_a_unit_that_is_not_in_the_register_says_so()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet().Row("so", ("E", HandMadeCell.Number(1))), WorkbookUnderTest.Identity(model, unit: "MAT")]).Build();
        var found = WorkbookUnderTest.Read(model, file).Findings.ShouldHaveSingleItem();
        (found.Code, found.Level, found.Unit).ShouldBe(("workbook.unknownUnit", FindingLevel.Problem, "MAT"));
    }

    private static void Fill(HandMadeXlsx file, string rows) => file["xl/worksheets/sheet1.xml"] = file["xl/worksheets/sheet1.xml"].Replace("</sheetData>", rows + "</sheetData>", StringComparison.Ordinal);

    private static async Task<Refusal> RefusedAsync(Action<HandMadeXlsx> spoil) => WorkbookUnderTest.Refused(await SpoiledAsync(spoil));

    private static async Task<byte[]> SpoiledAsync(Action<HandMadeXlsx> spoil)
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var file = new HandMadeXlsx([WorkbookUnderTest.Sheet(), WorkbookUnderTest.Identity(model)]);
        spoil(file);
        return file.Build();
    }

    private static async Task<byte[]> GoodAsync() => new HandMadeXlsx([WorkbookUnderTest.Sheet().Row("so", ("E", HandMadeCell.Number(1))), WorkbookUnderTest.Identity(await WorkbookUnderTest.ModelAsync())]).Build();

    private static async Task<byte[]> WithBigPartAsync(string part, long size)
    {
        var good = await GoodAsync();
        return WithBigPart(good, part, size);
    }

    private static byte[] WithBigPart(byte[] good, string part, long size)
    {
        using var file = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(good)))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.Where(entry => entry.FullName != part))
            {
                using var source = entry.Open();
                using var copy = to.CreateEntry(entry.FullName).Open();
                source.CopyTo(copy);
            }

            using var content = to.CreateEntry(part, CompressionLevel.Fastest).Open();
            var blank = new byte[1024 * 1024];
            for (var left = size; left > 0; left -= blank.Length) content.Write(blank);
        }

        return file.ToArray();
    }

    // Writes another unpacked size into the directory and before the part.
    private static byte[] Lie(byte[] file, string part, uint size)
    {
        var lied = file.ToArray();
        var name = Encoding.UTF8.GetBytes(part);
        for (var at = 0; at + 4 < lied.Length; at++)
        {
            var offset = lied.AsSpan(at).StartsWith("PK\u0001\u0002"u8) ? 24 : lied.AsSpan(at).StartsWith("PK\u0003\u0004"u8) ? 22 : 0;
            if (offset == 0 || !lied.AsSpan(at + (offset == 24 ? 46 : 30)).StartsWith(name)) continue;
            BinaryPrimitives.WriteUInt32LittleEndian(lied.AsSpan(at + offset), size);
        }

        return lied;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
