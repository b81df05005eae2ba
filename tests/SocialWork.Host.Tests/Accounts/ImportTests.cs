using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>Accounts by the row of a workbook: all of them or none, and one file once.</summary>
public sealed class ImportTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private static readonly string[] Headings = ["Mã đơn vị", "Vai trò", "Họ và tên", "Thư điện tử", "Điện thoại", "Từ ngày", "Đến ngày"];
    private readonly AccountsHost _accounts = shared.Accounts;

    [Fact]
    public async Task The_template_comes_back_filled_in_and_answers_names_and_links_that_work()
    {
        var admin = await _accounts.AdminAsync();
        var template = await (await admin.TryGetAsync("/api/v1/accounts/workbook")).Content.ReadAsByteArrayAsync();
        XlsxGrid.Errors(template).ShouldBeEmpty();
        Enumerable.Range(1, 7).Select(c => XlsxGrid.Read(template)[0][3, c]).ShouldBe(Headings);
        (await (await UploadAsync(admin, template)).JsonAsync()).GetProperty("code").GetString().ShouldBe("accounts.empty");
        string[][] rows =
        [
            ["19996", "Người báo cáo", "Hoàng Thị Nhập", "nhap@hue.gov.vn", "0234 382 0000", "01/01/2026", "31/12/2026"],
            ["19996", "thu truong duyet", "Hoàng Văn Duyệt"],
            ["19996", "reporter", "Hoàng Văn Thay", "", "", "2026-12-01"],
            ["", "Lãnh đạo thành phố", "Hoàng Lãnh Đạo"],
        ];
        var file = File(rows);

        var preview = await (await UploadAsync(admin, file, "?commit=false")).JsonAsync();
        preview.GetProperty("problems").GetArrayLength().ShouldBe(0, preview.ToString());
        preview.GetProperty("rows").GetArrayLength().ShouldBe(4);
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '19996'").ShouldBe(["0"], "a preview makes nothing");
        var response = await UploadAsync(admin, file);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answer = await response.Content.ReadAsByteArrayAsync();
        XlsxGrid.Errors(answer).ShouldBeEmpty();
        var grid = XlsxGrid.Read(answer)[0];
        Enumerable.Range(4, 4).Select(r => grid[r, 8]).ShouldBe(["19996.reporter", "19996.approver", "19996.reporter.2", "leader.1"]);
        for (var row = 4; row <= 7; row++)
        {
            grid[row, 3].ShouldBe(rows[row - 4][2]);
            var link = new Uri(grid[row, 9]);
            link.GetLeftPart(UriPartial.Authority).ShouldBe(_accounts.Host.Address.GetLeftPart(UriPartial.Authority));
            await _accounts.ActivateAsync(link.Query["?code=".Length..]);
        }

        await _accounts.SignInAsync("19996.reporter");
        var made = await admin.GetJsonAsync("/api/v1/accounts/19996.reporter");
        (made.GetProperty("email").GetString(), made.GetProperty("telephone").GetString()).ShouldBe(("nhap@hue.gov.vn", "0234 382 0000"));
        made.GetProperty("memberships")[0].GetProperty("to").GetString().ShouldBe("2027-01-01", "the last day is still in it");
        await AccountsHost.TryAsync(_accounts.Host.Anonymous(), "19996.reporter.2", AccountsHost.Password).ShouldRefuseAsync(HttpStatusCode.Forbidden, "session.closed");

        (await (await UploadAsync(admin, file)).JsonAsync()).GetProperty("outcome").GetString().ShouldBe("unchanged");
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '19996'").ShouldBe(["3"], "one file makes its accounts once");
    }

    [Fact]
    public async Task Every_bad_cell_is_named_at_once_and_nothing_is_made()
    {
        var admin = await _accounts.AdminAsync();
        await _accounts.AddAsync("reporter", "19909", "Đã Có Rồi");
        (string[] Row, string Cell, string Code)[] bad =
        [
            (["00000", "Người báo cáo", "Sai Đơn Vị"], "A", "account.unitUnknown"),
            (["", "Người báo cáo", "Thiếu Đơn Vị"], "A", "account.unitMissing"),
            (["19909", "Lãnh đạo thành phố", "Thừa Đơn Vị"], "A", "account.unitNotAsked"),
            (["19909", "Trưởng thôn", "Sai Vai Trò"], "B", "account.roleUnknown"),
            (["19909", "", "Thiếu Vai Trò"], "B", "account.roleUnknown"),
            (["19909", "Người báo cáo", ""], "C", "account.name"),
            (["19909", "Người báo cáo", new string('x', 201)], "C", "account.name"),
            (["19909", "Người báo cáo", "Sai Thư", "an.hue.gov.vn"], "D", "account.email"),
            (["19909", "Người báo cáo", "Sai Máy", "", "không có"], "E", "account.telephone"),
            (["19909", "Người báo cáo", "Sai Ngày", "", "", "31/02/2026"], "F", "date.noSuchDay"),
            (["19909", "Người báo cáo", "Thiếu Năm", "", "", "01/01/2026", "31/12/26"], "G", "date.shortYear"),
            (["19909", "Người báo cáo", "Ngược Ngày", "", "", "01/06/2026", "31/05/2026"], "G", "account.endsBefore"),
            (["19909", "Người báo cáo", "Đã Có Rồi"], "C", "account.exists"),
            (["19909", "Người báo cáo", "Hai Lần"], "C", string.Empty),
            (["19909", "Người báo cáo", "Hai  Lần"], "C", "account.twice"),
        ];
        var file = File(bad.Select(b => b.Row));
        var expected = bad.Select((b, i) => (Cell: $"{b.Cell}{i + 2}", b.Code)).Where(b => b.Code.Length > 0).ToArray();
        var accounts = _accounts.Rows("SELECT COUNT(*) FROM accounts").Single();

        var preview = await (await UploadAsync(admin, file, "?commit=false")).JsonAsync();
        var refused = await UploadAsync(admin, file);

        Problems(preview.GetProperty("problems")).ShouldBe(expected, ignoreOrder: true);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Problems((await refused.JsonAsync()).GetProperty("cells")).ShouldBe(expected, ignoreOrder: true);
        _accounts.Rows("SELECT COUNT(*) FROM accounts").Single().ShouldBe(accounts);
        (await (await UploadAsync(admin, file)).JsonAsync()).GetProperty("code").GetString().ShouldNotBe("unchanged", "a file that was refused is not taken as done");
    }

    [Fact]
    public async Task People_of_one_name_are_two_when_somebody_says_so()
    {
        var admin = await _accounts.AdminAsync();
        var file = File([["19942", "Người báo cáo", "Trùng Tên"], ["19942", "Người báo cáo", "Trùng Tên"]]);
        (await UploadAsync(admin, file)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await UploadAsync(admin, file, "?acceptDuplicates=true")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '19942'").ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_head_makes_the_accounts_of_the_own_agency_and_others_none()
    {
        var head = await _accounts.SignInAsync(await _accounts.MemberAsync("approver", "SGDDT"));
        var file = File([["SGDDT", "Người báo cáo", "Của Mình"], ["SYT", "Người báo cáo", "Của Sở Khác"], ["", "Quản trị viên", "Tự Phong"]]);
        var refused = await UploadAsync(head, file);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Problems((await refused.JsonAsync()).GetProperty("cells")).ShouldBe([("B3", "account.notYoursToGive"), ("B4", "account.notYoursToGive")], ignoreOrder: true);
        (await UploadAsync(head, File([["SGDDT", "Người báo cáo", "Của Mình"]]))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var reporter = await _accounts.SignInAsync(await _accounts.MemberAsync("reporter", "SGDDT"));
        (await UploadAsync(reporter, file)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Two_thousand_rows_are_taken_and_one_more_is_not()
    {
        var admin = await _accounts.AdminAsync();
        var rows = Enumerable.Range(0, 2000).Select(i => new[] { "20137", "Người báo cáo", $"Cán bộ {i}" }).ToList();
        (await UploadAsync(admin, File(rows.Append(["20137", "Người báo cáo", "Cán bộ thừa"])))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var response = await UploadAsync(admin, File(rows));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        XlsxGrid.Read(await response.Content.ReadAsByteArrayAsync())[0][2003, 8].ShouldBe("20137.reporter.2000");
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '20137'").ShouldBe(["2000"]);
    }

    [Fact]
    public async Task What_is_no_workbook_of_accounts_is_refused()
    {
        var admin = await _accounts.AdminAsync();
        (await (await UploadAsync(admin, "not a workbook"u8.ToArray())).JsonAsync()).GetProperty("code").GetString().ShouldBe("workbook.plainText");
        (await (await UploadAsync(admin, SheetFile.Of([["Tên", "Tuổi"], ["An", "30"]]))).JsonAsync()).GetProperty("code").GetString().ShouldBe("accounts.noHeadings");
        (await (await UploadAsync(admin, SheetFile.Of([["Mã đơn vị", "Vai trò"], ["SYT", "Người báo cáo"]]))).JsonAsync()).GetProperty("code").GetString().ShouldBe("accounts.columnMissing");
    }

    private static byte[] File(IEnumerable<string[]> rows) => SheetFile.Of(rows.Prepend(Headings));

    private static (string, string)[] Problems(JsonElement list) => [.. list.EnumerateArray().Select(p => (p.GetProperty("cell").GetString()!, p.GetProperty("code").GetString()!))];

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] file, string query = "")
    {
        using var content = new MultipartFormDataContent();
        using var part = new ByteArrayContent(file);
        content.Add(part, "file", "tai-khoan.xlsx");
        return await client.PostAsync(new Uri("/api/v1/accounts/import" + query, UriKind.Relative), content);
    }
}
