using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Accounts;

/// <summary>The pages by which accounts are managed, as a browser without script gets them.</summary>
public sealed partial class AdminAccountPagesTests(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    private readonly AccountsHost _accounts = shared.Accounts;

    [Fact]
    public async Task An_account_is_made_and_its_link_is_shown_once()
    {
        var browser = new Browser(await _accounts.AdminAsync());
        await browser.OpenAsync("/admin/accounts/new");
        var made = await browser.PostAsync("/admin/accounts/new", ("FullName", "Nguyễn Thị Hạnh"), ("Email", "hanh@hue.gov.vn"), ("Role", "Reporter"), ("Unit", "19804"), ("From", "01/11/2026"), ("To", "31/12/2026"));
        made.ShouldContain("19804.reporter");
        var link = Link().Match(made).Value;
        link.ShouldStartWith(_accounts.Host.Address.GetLeftPart(UriPartial.Authority));
        await _accounts.ActivateAsync(new Uri(link).Query["?code=".Length..]);
        var page = await browser.OpenAsync("/admin/accounts/19804.reporter");
        page.ShouldNotContain("activate?code=");
        page.ShouldContain("Nguyễn Thị Hạnh");
        page.ShouldContain("từ 01/11/2026 đến hết 31/12/2026");
        (await (await _accounts.AdminAsync()).GetJsonAsync("/api/v1/accounts/19804.reporter")).GetProperty("memberships")[0].GetProperty("to").GetString().ShouldBe("2027-01-01");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_beside_its_field_and_what_was_typed_stays()
    {
        var browser = new Browser(await _accounts.AdminAsync());
        await browser.OpenAsync("/admin/accounts/new");
        var page = await browser.PostAsync("/admin/accounts/new", ("FullName", ""), ("Email", "khong phai thu"), ("Telephone", "không có"), ("Role", "Reporter"), ("Unit", "00000"), ("From", ""));
        foreach (var field in new[] { "FullName", "Email", "Telephone", "Unit" })
        {
            page.ShouldContain($"<a href=\"#{field}\">");
            page.ShouldContain($"id=\"{field}-error\"");
            page.ShouldContain($"{field}-error\"", Case.Sensitive);
        }

        page.ShouldContain("role=\"alert\"");
        page.ShouldContain("value=\"khong phai thu\"");
        page.ShouldContain("Không có đơn vị mã “00000”");
        page = await browser.PostAsync("/admin/accounts/new", ("FullName", "Sai Ngày"), ("Role", "Leader"), ("From", "31/02/2026"));
        page.ShouldContain("id=\"From-error\"");
        _accounts.Rows("SELECT COUNT(*) FROM accounts WHERE FullName IN ('', 'Sai Ngày')").ShouldBe(["0"]);
    }

    [Fact]
    public async Task The_list_is_searched_without_accents_by_unit_and_in_pages()
    {
        var admin = await _accounts.AdminAsync();
        foreach (var number in Enumerable.Range(0, 101).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))) await _accounts.AddAsync("reporter", "19777", "Đặng Văn Trang " + number, by: admin);
        await _accounts.AddAsync("approver", "19777", "Hoàng Thị Mơ", by: admin);
        var browser = new Browser(admin);
        (await browser.OpenAsync("/admin/accounts?q=hoang+mo")).ShouldContain("href=\"/admin/accounts/19777.approver\"");
        var first = await browser.OpenAsync("/admin/accounts?q=dang+van&unit=19777");
        Regex.Count(first, "class=\"row-link\"", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(100);
        first.ShouldNotContain("19777.approver");
        var next = WebUtility.HtmlDecode(NextPage().Match(first).Groups["to"].Value);
        Regex.Count(await browser.OpenAsync(next), "class=\"row-link\"", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        first.Length.ShouldBeLessThan(60_000);
        (await browser.OpenAsync("/admin/accounts?unit=khong")).ShouldContain("Không có đơn vị mã “khong”");
        (await browser.OpenAsync("/admin/accounts?q=khongcoai")).ShouldContain("Không có tài khoản nào khớp");
    }

    [Fact]
    public async Task An_account_is_changed_shut_opened_reset_and_erased()
    {
        var member = await _accounts.MemberAsync("reporter", "SYT");
        var address = "/admin/accounts/" + member;
        var browser = new Browser(await _accounts.AdminAsync());
        var page = await browser.OpenAsync(address);
        (await browser.PostAsync(address + "?handler=Person", ("seen", Seen(page)), ("FullName", "Lê Văn Đổi"), ("Email", ""), ("Telephone", ""))).ShouldContain("Đã lưu thay đổi.");
        (await browser.PostAsync(address + "?handler=Person", ("seen", "0"), ("FullName", "Ghi Đè"))).ShouldContain("vừa được người khác thay đổi");
        page = await browser.OpenAsync(address);
        page.ShouldContain("Lê Văn Đổi");
        page = await browser.PostAsync(address + "?handler=Role", ("seen", Seen(page)), ("Role", "Approver"), ("Unit", "SYT"), ("From", "01/12/2026"));
        page.ShouldContain("Thủ trưởng duyệt (SYT)");
        page = await browser.PostAsync(address + "?handler=End", ("seen", Seen(page)), ("index", "0"), ("last", "30/11/2026"));
        page.ShouldContain("đến hết 30/11/2026");
        (await browser.PostAsync(address + "?handler=End", ("seen", Seen(page)), ("index", "0"), ("last", "30/02/2026"))).ShouldContain("id=\"End-0-error\"");

        page = await browser.PostAsync(address + "?handler=Shut", ("seen", Seen(await browser.OpenAsync(address))));
        page.ShouldContain("Đang khóa");
        page = await browser.PostAsync(address + "?handler=Open", ("seen", Seen(page)));
        page.ShouldContain("Đang hoạt động");
        page = await browser.PostAsync(address + "?handler=Reset", ("seen", Seen(page)), ("secondFactor", "true"));
        await _accounts.ActivateAsync(new Uri(Link().Match(page).Value).Query["?code=".Length..]);
        (await browser.OpenAsync(address)).ShouldNotContain("activate?code=");
        page = await browser.PostAsync(address + "?handler=Erase", ("seen", Seen(await browser.OpenAsync(address))), ("confirm", "khác"));
        page.ShouldContain("Gõ đúng tên đăng nhập");
        (await browser.PostAsync(address + "?handler=Erase", ("seen", Seen(page)), ("confirm", member))).ShouldContain("tài khoản đã xóa");
        _accounts.Rows("SELECT COUNT(*) FROM accounts WHERE FullName = 'Lê Văn Đổi'").ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_head_manages_the_own_people_and_nobody_elses()
    {
        var head = new Browser(await _accounts.SignInAsync(await _accounts.MemberAsync("approver", "SGDDT")));
        var (own, other) = ((await _accounts.AddAsync("reporter", "SGDDT")).GetProperty("userName").GetString()!, (await _accounts.AddAsync("reporter", "STP")).GetProperty("userName").GetString()!);
        var list = await head.OpenAsync("/admin/accounts");
        list.ShouldContain($"/admin/accounts/{own}\"");
        list.ShouldNotContain($"/admin/accounts/{other}\"");
        (await head.Client.TryGetAsync("/admin/accounts/" + other)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await head.OpenAsync("/admin/accounts/" + own);
        page.ShouldNotContain("handler=Erase");
        page.ShouldNotContain("<option value=\"Administrator\"");
        (await head.PostAsync($"/admin/accounts/{own}?handler=Role", ("seen", Seen(page)), ("Role", "Reporter"), ("Unit", "STP"))).ShouldContain("không được cấp hay thu");
        (await head.PostAsync($"/admin/accounts/{other}?handler=Shut", ("seen", "0"))).ShouldContain("Không tìm thấy trang");
        var reporter = await _accounts.SignInAsync(await _accounts.MemberAsync("reporter", "SGDDT"));
        foreach (var address in new[] { "/admin/accounts", "/admin/accounts/new", "/admin/accounts/import", "/admin/accounts/" + own })
            (await reporter.TryGetAsync(address)).Headers.Location!.ToString().ShouldBe("/denied", address);
    }

    [Fact]
    public async Task A_workbook_is_looked_at_first_and_then_made_into_accounts_once()
    {
        string[] headings = ["Mã đơn vị", "Vai trò", "Họ và tên"];
        var browser = new Browser(await _accounts.AdminAsync());
        await browser.OpenAsync("/admin/accounts/import");
        var bad = await browser.UploadAsync("/admin/accounts/import?handler=Preview", SheetFile.Of([headings, ["00000", "Người báo cáo", "Sai Đơn Vị"], ["20035", "Trưởng thôn", "Sai Vai Trò"]]));
        var page = await bad.Content.ReadAsStringAsync();
        page.ShouldContain("2 ô lỗi");
        page.ShouldContain(">A2<");
        page.ShouldContain(">B3<");

        var file = SheetFile.Of([headings, ["20035", "Người báo cáo", "Từ Tệp Một"], ["20035", "Người báo cáo", "Từ Tệp Hai"]]);
        (await (await browser.UploadAsync("/admin/accounts/import?handler=Preview", file)).Content.ReadAsStringAsync()).ShouldContain("2 tài khoản sẽ được tạo");
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '20035'").ShouldBe(["0"], "a preview makes nothing");
        var made = await EndedAsync(await browser.UploadAsync("/admin/accounts/import?handler=Commit", file));
        (await browser.OpenAsync(made)).ShouldContain("Đã tạo 2 tài khoản");
        var handed = await browser.SubmitToAsync(made + "?handler=File");
        (handed.Content.Headers.ContentDisposition!.FileName, handed.Headers.CacheControl!.NoStore).ShouldBe(("tai-khoan-da-tao.xlsx", true));
        XlsxGrid.Read(await handed.Content.ReadAsByteArrayAsync())[0][4, 8].ShouldBe("20035.reporter");
        (await browser.SubmitToAsync(made + "?handler=File")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the links are handed out once");
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '20035'").ShouldBe(["2"]);
        await browser.OpenAsync("/admin/accounts/import");
        (await browser.OpenAsync(await EndedAsync(await browser.UploadAsync("/admin/accounts/import?handler=Commit", file)))).ShouldContain("không tạo thêm tài khoản nào");
        await browser.OpenAsync("/admin/accounts/import");
        var faulty = await browser.OpenAsync(await EndedAsync(await browser.UploadAsync("/admin/accounts/import?handler=Commit", SheetFile.Of([headings, ["00000", "Người báo cáo", "Sai Đơn Vị"]]))));
        faulty.ShouldContain("Không thực hiện được");
        faulty.ShouldContain(">A2<");
        await browser.OpenAsync("/admin/accounts/import");
        (await (await browser.UploadAsync("/admin/accounts/import?handler=Commit", "không phải Excel"u8.ToArray())).Content.ReadAsStringAsync()).ShouldContain("id=\"file-error\"");
        _accounts.Rows("SELECT COUNT(*) FROM account_memberships WHERE Unit = '20035'").ShouldBe(["2"]);
    }

    private static string Seen(string page) => SeenField().Match(page).Groups["seen"].Value;

    [GeneratedRegex("http://[^<\\s]+/account/activate\\?code=[^<\\s]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeenField();

    [GeneratedRegex("<a href=\"(?<to>[^\"]+)\">Trang sau</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextPage();

    // The accounts are made as work; its page once it has ended.
    private async Task<string> EndedAsync(HttpResponseMessage begun)
    {
        var address = begun.Headers.Location!.ToString();
        address.ShouldStartWith("/work/");
        await _accounts.Host.Services.GetRequiredService<JobService>().WhenEndedAsync(address["/work/".Length..]);
        return address;
    }
}
