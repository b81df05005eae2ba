using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SocialWork.Documents.Tables;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Tables;

/// <summary>How a file is asked for, what it is called, and that it is whole and hides what the JSON hides.</summary>
[Collection(ServedYearTests.Name)]
public sealed class TableAnswerTests(ServedYear year)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData(Xlsx, Xlsx)]
    [InlineData("text/csv;q=0.5, " + Xlsx, Xlsx)]
    [InlineData("text/csv, application/json;q=0.9", "text/csv")]
    [InlineData("text/csv;q=0, */*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html, */*;q=0.8", "application/json")]
    [InlineData("application/pdf", "application/json")]
    [InlineData("", "application/json")]
    public async Task Accept_decides_where_the_address_does_not(string accept, string expected)
    {
        var client = await year.Host.SignInAsync("standing");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/plans/2026/targets", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        response.Headers.Vary.ShouldBe(["Accept", "Accept-Language"]);
    }

    [Theory]
    [InlineData("/api/v1/units.csv?on=2026-11-30&type=COMMUNE", "minh-hoa_don-vi_COMMUNE_2026-11-30.csv")]
    [InlineData("/api/v1/units.xlsx?lang=en", "demonstration_units_2026-12-01.xlsx")]
    [InlineData("/api/v1/plans/2026/monitoring.xlsx?on=2026-11-28", "minh-hoa_theo-doi-bao-cao_2026_2026-11-28.xlsx")]
    [InlineData("/api/v1/plans/2026/combined-report/figures/XP3.tong%5BTE1%5D.csv", "minh-hoa_nguon-cua-so-lieu_2026_XP3.tong-TE1_2026-12-01.csv")]
    [InlineData("/api/v1/plans/2026/combined-report/figures/CT1@19960.csv", "minh-hoa_nguon-cua-so-lieu_2026_CT1@19960_2026-12-01.csv")]
    [InlineData("/api/v1/submissions/2026/XP1/19960/versions/1.csv", "minh-hoa_so-lieu-cua-phien-ban_2026_XP1_19960_1_2026-12-01.csv")]
    [InlineData("/api/v1/plans/2026/tasks.csv?unit=..%2F%0D%0Ax", "minh-hoa_nhiem-vu_2026_x_2026-12-01.csv")]
    public async Task A_file_says_what_it_is_of_which_plan_and_of_which_day(string address, string name)
    {
        using var response = await (await year.Host.SignInAsync("standing")).GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName).ShouldBe(("attachment", name));
    }

    [Fact]
    public async Task Headings_and_states_are_in_the_readers_language()
    {
        var client = await year.Host.SignInAsync("standing");
        var codes = (await client.GetJsonAsync("/api/v1/plans/2026/monitoring")).EnumerateArray().Select(l => l.GetProperty("state").GetString()).ToArray();
        var words = new Dictionary<string, (string Vi, string En)>(StringComparer.Ordinal) { ["overdue"] = ("Quá hạn", "Overdue"), ["sent"] = ("Đã gửi đúng hạn", "Sent in time"), ["sentLate"] = ("Đã gửi muộn", "Sent late") };
        codes.Distinct().Intersect(words.Keys).Count().ShouldBe(3);
        var vietnamese = await TableFile.GetAsync(client, "/api/v1/plans/2026/monitoring", ".xlsx");
        var english = await TableFile.GetAsync(client, "/api/v1/plans/2026/monitoring?lang=en", ".csv");
        foreach (var (index, code) in codes.Index().Where(c => words.ContainsKey(c.Item!)))
            (vietnamese.Column("Tình trạng")[index], english.Column("State")[index]).ShouldBe((words[code!].Vi, words[code!].En));
    }

    [Fact]
    public async Task The_demonstration_is_marked_in_the_workbook()
    {
        using var response = await (await year.Host.SignInAsync("standing")).GetAsync(new Uri("/api/v1/plans/2026/targets.xlsx", UriKind.Relative));
        var rows = OtherReader.Workbook(await response.Content.ReadAsByteArrayAsync());
        rows[0][0].ShouldBe("Chỉ tiêu");
        rows[1][0].ShouldBe("DỮ LIỆU MINH HỌA – mọi số liệu đều là ví dụ. Lập lúc 09:00 ngày 01/12/2026 · 2026");
    }

    [Theory]
    [InlineData("/api/v1/units?on=2026-11-30&limit=500", "code", "Code", "after")]
    [InlineData("/api/v1/audit?entity=submission", "id", "Id", "before")]
    public async Task A_file_holds_every_page(string address, string id, string heading, string from)
    {
        var client = await year.Host.SignInAsync("auditor");
        var ids = new List<string>();
        for (var next = address; ; next = $"{address}&{from}={ids[^1]}")
        {
            var page = (await client.GetJsonAsync(next)).EnumerateArray().Select(l => l.GetProperty(id).ToString()).ToArray();
            if (page.Length == 0) break;
            ids.AddRange(page);
        }

        ids.Count.ShouldBeGreaterThan(500);
        foreach (var suffix in TableFile.Formats)
            (await TableFile.GetAsync(client, address + "&lang=en", suffix)).Column(heading).Select(c => Convert.ToString(c, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(ids);
    }

    [Fact]
    public async Task A_register_of_several_pages_is_whole_and_hides_what_the_reader_may_not_see()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var front = await host.SignInAsync("MTTQ.reporter");
        var before = (await TableFile.GetAsync(front, "/api/v1/registers/R10/entries?plan=2026&unit=MTTQ", ".csv")).Rows.Length;
        foreach (var number in Enumerable.Range(1, 210))
        {
            var entry = new { unit = "MTTQ", values = new { ma = $"X{number:000}", suc_chua = 3, trong_quy_hoach = true, trang_thai = "DANG_HOAT_DONG", hieu_luc_tu = "2026-01-01" } };
            (await front.PostAsJsonAsync("/api/v1/registers/R10/entries?plan=2026", entry, CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        var standing = await host.SignInAsync("standing");
        foreach (var suffix in TableFile.Formats)
        {
            var kept = await TableFile.GetAsync(front, "/api/v1/registers/R10/entries?plan=2026&unit=MTTQ", suffix);
            kept.Rows.Length.ShouldBe(before + 210);
            kept.Column("Mã (ngẫu nhiên)").ShouldContain("X210");
            var followed = await TableFile.GetAsync(standing, "/api/v1/registers/R10/entries?plan=2026&unit=MTTQ", suffix);
            followed.Rows.Length.ShouldBe(before + 210);
            followed.Column("Mã (ngẫu nhiên)").Concat(followed.Column("Sức chứa")).ShouldAllBe(c => string.IsNullOrEmpty((string?)c));
            followed.Column("Trong quy hoạch").ShouldContain("Có");
        }
    }

    [Fact]
    public async Task The_log_hides_in_a_file_what_it_hides_in_json()
    {
        var client = await year.Host.SignInAsync("auditor");
        foreach (var suffix in TableFile.Formats)
        {
            (await TableFile.GetAsync(client, "/api/v1/audit?entity=submission/2026/CA1", suffix)).Column("Sau").ShouldAllBe(c => string.IsNullOrEmpty((string?)c));
            (await TableFile.GetAsync(client, "/api/v1/audit?entity=submission/2026/K1/SYT", suffix)).Column("Sau").ShouldContain(c => !string.IsNullOrEmpty((string?)c));
        }
    }

    [Fact]
    public async Task Values_are_numbers_dates_and_words()
    {
        var client = await year.Host.SignInAsync("standing");
        var json = (await client.GetJsonAsync("/api/v1/submissions/2026/XP1/19960/versions/1")).GetProperty("values");
        var table = await TableFile.GetAsync(client, "/api/v1/submissions/2026/XP1/19960/versions/1", ".xlsx");
        var cells = table.Column("Ô").Zip(table.Column("Giá trị")).ToDictionary(pair => (string)pair.First!, pair => pair.Second, StringComparer.Ordinal);
        var kinds = new HashSet<JsonValueKind>();
        foreach (var value in json.EnumerateObject())
        {
            kinds.Add(value.Value.ValueKind);
            if (value.Value.ValueKind == JsonValueKind.Number) cells[value.Name].ShouldBe(value.Value.GetDouble());
            if (value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) cells[value.Name].ShouldBe(value.Value.GetBoolean() ? "Có" : "Không");
            if (value.Value.ValueKind == JsonValueKind.Object) cells[value.Name].ShouldBeOneOf("không phát sinh", "không áp dụng", "không cung cấp");
        }

        kinds.ShouldContain(JsonValueKind.Number);
        kinds.ShouldContain(JsonValueKind.True);
    }

    [Fact]
    public async Task A_table_beyond_the_limit_is_refused_whole_and_one_of_just_the_limit_is_sent()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        var first = await FillAuditAsync(Path.Combine(data.Path, "demo", "socialwork.db"), Table.MaxRows + 1);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var client = await host.SignInAsync("auditor");

        using var refused = await client.GetAsync(new Uri("/api/v1/audit.csv?entity=limit", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refused.Content.Headers.ContentDisposition.ShouldBeNull();
        var problem = await refused.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe("table.tooManyRows");
        problem.GetProperty("detail").GetString()!.ShouldContain("100.000");

        (await TableFile.GetAsync(client, $"/api/v1/audit?entity=limit&before={first + Table.MaxRows}", ".csv")).Rows.Length.ShouldBe(Table.MaxRows);
    }

    [Fact]
    public async Task A_suffix_on_what_is_no_list_is_no_address()
    {
        var client = await year.Host.SignInAsync("standing");
        foreach (var address in new[] { "/api/v1/units.pdf", "/api/v1/session.csv", "/api/v1/submissions/2026/XP1/19960.csv" })
            (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
    }

    // The id of the first line that was added.
    private static async Task<long> FillAuditAsync(string file, int lines)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $lines)
            INSERT INTO audit ("At", "By", "Entity", "Action") SELECT 1700000000000 + i, 'test', 'limit/' || i, 'Save' FROM n;
            SELECT min("Id") FROM audit WHERE "Entity" LIKE 'limit/%';
            """;
        command.Parameters.AddWithValue("$lines", lines);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
