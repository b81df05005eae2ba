using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>The register goes out to Excel and comes back: all of it or nothing.</summary>
[Collection(ServedYearTests.Name)]
public sealed class UnitWorkbookTests(ServedYear year)
{
    private const string Address = "/api/v1/units/workbook";
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task What_was_downloaded_comes_back_unchanged_with_every_facility_of_the_sector()
    {
        var client = await year.Host.SignInAsync("SGDDT.reporter");
        var file = await DownloadAsync(client);

        var preview = await (await UploadAsync(client, file, "?commit=false")).JsonAsync();

        preview.GetProperty("problems").GetArrayLength().ShouldBe(0, preview.GetProperty("problems").ToString());
        preview.GetProperty("rows").GetArrayLength().ShouldBe(0);
        var schools = (await client.GetJsonAsync("/api/v1/units?type=SCHOOL&limit=500")).GetArrayLength();
        preview.GetProperty("counts").GetProperty("unchanged").GetInt32().ShouldBeGreaterThanOrEqualTo(schools);
        (await (await UploadAsync(client, file)).JsonAsync()).GetProperty("outcome").GetString().ShouldBe("unchanged");
    }

    [Fact]
    public async Task Rows_are_new_changed_closed_or_as_they_were_and_sent_twice_they_are_done_once()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("SGDDT.reporter");
        var file = Edit(await DownloadAsync(client), rows =>
        {
            rows["TH-19960-1"]["B"] = "Trường Tiểu học Phú Bài Đông";
            rows["TH-19960-1"]["L"] = "01/09/2026";
            rows["TH-19960-2"]["M"] = "15/11/2026";
            rows[string.Empty] = new() { ["B"] = "Trường Mầm non Ánh Sao", ["C"] = "Trường học, cơ sở giáo dục", ["D"] = "Mầm non", ["E"] = "Thành phố", ["F"] = "Không", ["G"] = "phường phú bài", ["H"] = "sở giáo dục và đào tạo", ["J"] = "x", ["L"] = "5/9/2026" };
        });

        var preview = await (await UploadAsync(client, file, "?commit=false")).JsonAsync();

        preview.GetProperty("problems").ToString().ShouldBe("[]");
        preview.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()).ShouldBe(["changed", "closed", "new"], ignoreOrder: true);
        (await client.GetJsonAsync("/api/v1/units/TH-19960-1")).GetProperty("revision").GetInt64().ShouldBe(0, "a preview changes nothing");
        var saved = await (await UploadAsync(client, file)).JsonAsync();
        saved.GetProperty("outcome").GetString().ShouldBe("saved");
        var code = saved.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("outcome").GetString() == "new").GetProperty("code").GetString()!;
        code.ShouldStartWith("MN-19960-");
        (await client.GetJsonAsync("/api/v1/units/" + code)).GetProperty("schoolLevel").GetString().ShouldBe("MAM_NON");
        (await client.GetJsonAsync("/api/v1/units/TH-19960-1")).GetProperty("name").GetString().ShouldBe("Trường Tiểu học Phú Bài Đông");
        (await client.GetAsync(new Uri("/api/v1/units/TH-19960-2", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await UploadAsync(client, file)).JsonAsync()).GetProperty("outcome").GetString().ShouldBe("unchanged");
        (await host.RecountAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_at_once_and_nothing_is_saved()
    {
        var client = await year.Host.SignInAsync("SGDDT.reporter");
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var file = Edit(await DownloadAsync(client), sheet =>
        {
            sheet["TH-19960-1"]["L"] = "31/02/2026";
            sheet["TH-19960-2"]["C"] = "PRISON";
            sheet["THCS-19960-1"]["H"] = "Sở Y tế";
            sheet["THCS-19960-1"]["L"] = "01/10/2026";
            sheet["MN-19960-1"]["F"] = "có lẽ";
            sheet["MN-19960-2"]["B"] = string.Empty;
            sheet["MN-19960-3"]["G"] = "99999";
            sheet["MN-19960-4"]["B"] = "Tên khác, cùng ngày đầu";
            foreach (var (code, row) in sheet) rows[code] = int.Parse(row["#"], CultureInfo.InvariantCulture);
        });

        var preview = await (await UploadAsync(client, file, "?commit=false")).JsonAsync();
        var response = await UploadAsync(client, file);

        var problems = preview.GetProperty("problems").EnumerateArray().Select(p => (Cell: p.GetProperty("cell").GetString(), Code: p.GetProperty("code").GetString())).ToArray();
        problems.ShouldBe(
            [
                ($"L{rows["TH-19960-1"]}", "date.noSuchDay"), ($"C{rows["TH-19960-2"]}", "unit.neverEntered"), ($"A{rows["THCS-19960-1"]}", "unit.handOver"), ($"F{rows["MN-19960-1"]}", "unit.notAFlag"),
                ($"B{rows["MN-19960-2"]}", "unit.fieldMissing"), ($"G{rows["MN-19960-3"]}", "unit.notInList"), ($"L{rows["MN-19960-4"]}", "unit.rowInUse"),
            ],
            ignoreOrder: true);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.JsonAsync()).GetProperty("cells").GetArrayLength().ShouldBe(problems.Length);
        (await client.GetJsonAsync("/api/v1/units/TH-19960-1/history")).GetProperty("revision").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_facility_that_may_be_there_already_is_shown_and_entered_only_when_somebody_says_so()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("SGDDT.reporter");
        var known = (await client.GetJsonAsync("/api/v1/units/TH-19960-1")).GetProperty("name").GetString()!;
        var file = Edit(await DownloadAsync(client), rows => rows[string.Empty] =
            new() { ["B"] = known.Replace("Trường Tiểu học", "TH", StringComparison.Ordinal).ToUpperInvariant(), ["C"] = "SCHOOL", ["D"] = "TIEU_HOC", ["E"] = "city", ["F"] = "Có", ["G"] = "19960", ["H"] = "education", ["J"] = "Có", ["L"] = "05/09/2026" });

        var refused = await UploadAsync(client, file);
        var accepted = await UploadAsync(client, file, "?acceptDuplicates=true");

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.JsonAsync()).GetProperty("code").GetString().ShouldBe("units.duplicates");
        (await refused.JsonAsync()).GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("message").GetString()!.ShouldContain("TH-19960-1");
        (await accepted.JsonAsync()).GetProperty("outcome").GetString().ShouldBe("saved");
    }

    [Fact]
    public async Task What_somebody_changed_after_the_download_is_not_overwritten()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("SGDDT.reporter");
        var file = Edit(await DownloadAsync(client), rows => (rows["TH-19960-1"]["J"], rows["TH-19960-1"]["L"]) = ("Không", "01/10/2026"));
        using var patch = new HttpRequestMessage(HttpMethod.Patch, new Uri("/api/v1/units/TH-19960-1", UriKind.Relative)) { Content = new StringContent("""{"from":"2026-09-01","name":"Tên mới"}""", Encoding.UTF8, "application/json") };
        (await client.SendAsync(patch)).EnsureSuccessStatusCode();

        var response = await UploadAsync(client, file);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.JsonAsync()).GetProperty("cells").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("unit.changed");
    }

    [Theory]
    [InlineData("not a workbook", HttpStatusCode.UnprocessableEntity, "workbook.plainText")]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "workbook.empty")]
    public async Task What_is_no_workbook_is_refused(string content, HttpStatusCode status, string code)
    {
        var response = await UploadAsync(await year.Host.SignInAsync("standing"), Encoding.UTF8.GetBytes(content));
        response.StatusCode.ShouldBe(status);
        (await response.JsonAsync()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_sheet_without_its_headings_or_with_one_column_less_is_refused()
    {
        var client = await year.Host.SignInAsync("standing");
        var file = await DownloadAsync(client);
        (await (await UploadAsync(client, Rewrite(file, xml => xml.Replace(">Mã đơn vị<", ">Mã<", StringComparison.Ordinal)))).JsonAsync()).GetProperty("code").GetString().ShouldBe("units.noHeadings");
        var problem = await (await UploadAsync(client, Rewrite(file, xml => xml.Replace(">Xã, phường<", ">Địa bàn<", StringComparison.Ordinal)))).JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe("units.columnMissing");
        problem.GetProperty("detail").GetString()!.ShouldContain("Xã, phường");
    }

    [Fact]
    public async Task The_standing_agency_gets_every_facility_and_a_reader_of_the_city_an_empty_form()
    {
        Read(await DownloadAsync(await year.Host.SignInAsync("standing"))).Keys.ShouldContain("BV-19858-1");
        Read(await DownloadAsync(await year.Host.SignInAsync("leader"))).ShouldBeEmpty();
        Read(await DownloadAsync(await year.Host.SignInAsync("19960.reporter"))).Keys.ShouldBe(["TYT-19960"]);
    }

    private static async Task<byte[]> DownloadAsync(HttpClient client)
    {
        var response = await client.GetAsync(new Uri(Address, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] file, string query = "")
    {
        using var content = new MultipartFormDataContent();
        using var part = new ByteArrayContent(file);
        content.Add(part, "file", "danh-muc.xlsx");
        return await client.PostAsync(new Uri(Address + query, UriKind.Relative), content);
    }

    private static Dictionary<string, Dictionary<string, string>> Read(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        var xml = XDocument.Load(SheetOf(archive).Open());
        return xml.Descendants(Sheet + "row").Skip(3).ToDictionary(
            row => Cells(row)["A"],
            row => { var cells = Cells(row); cells["#"] = row.Attribute("r")!.Value; return cells; },
            StringComparer.Ordinal);

        static Dictionary<string, string> Cells(XElement row) => row.Elements(Sheet + "c").ToDictionary(c => c.Attribute("r")!.Value.TrimEnd("0123456789".ToCharArray()), c => c.Value, StringComparer.Ordinal);
    }

    // As somebody edits the sheet: cells by code and column; a row under no code is added at the end.
    private static byte[] Edit(byte[] file, Action<Dictionary<string, Dictionary<string, string>>> edit)
    {
        var rows = Read(file);
        edit(rows);
        var last = rows.Values.Where(r => r.ContainsKey("#")).Max(r => int.Parse(r["#"], CultureInfo.InvariantCulture));
        return Rewrite(file, text =>
        {
            var xml = XDocument.Parse(text);
            var data = xml.Descendants(Sheet + "sheetData").Single();
            data.Elements(Sheet + "row").Skip(3).Remove();
            data.Add(rows.Select(r => Row(r.Value.TryGetValue("#", out var number) ? number : (last + 1).ToString(CultureInfo.InvariantCulture), r.Value)));
            return xml.ToString(SaveOptions.DisableFormatting);
        });

        static XElement Row(string number, Dictionary<string, string> cells) => new(
            Sheet + "row",
            new XAttribute("r", number),
            cells.Where(c => c.Key != "#").OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new XElement(
                Sheet + "c", new XAttribute("r", c.Key + number), new XAttribute("t", "inlineStr"), new XElement(Sheet + "is", new XElement(Sheet + "t", c.Value)))));
    }

    private static byte[] Rewrite(byte[] file, Func<string, string> rewrite)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = SheetOf(archive);
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(rewrite(text));
        }

        return stream.ToArray();
    }

    // The other sheet holds the lists.
    private static ZipArchiveEntry SheetOf(ZipArchive archive) => archive.Entries.Single(e =>
    {
        using var reader = new StreamReader(e.Open());
        return e.FullName.Contains("worksheets/", StringComparison.Ordinal) && reader.ReadToEnd().Contains("Mã đơn vị", StringComparison.Ordinal);
    });
}
