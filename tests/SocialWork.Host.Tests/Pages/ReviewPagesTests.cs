using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SocialWork.Core.Auditing;
using SocialWork.Core.Submissions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>Deciding about what units submit and send, on pages and without script.</summary>
[Collection(ServedYearTests.Name)]
public sealed partial class ReviewPagesTests(ServedYear year)
{
    private const string Page = "/review/2026/XP4/20044";
    private const string Form = "/api/v1/submissions/2026/XP4/20044";
    private const string Values = """
        {"values":{"gd[TRE_EM_HCDB]":3,"gd[NKT_DBN]":{"empty":"notArising"},"nguoi[TRE_EM_HCDB]":4,"nguoi[NKT_DBN]":{"empty":"notArising"},"kp_thang[TRE_EM_HCDB]":2,"kp_thang[NKT_DBN]":{"empty":"notArising"}},"dataAsOf":"2026-11-30"}
        """;

    [Fact]
    public async Task What_was_submitted_waits_for_the_head_and_what_was_sent_for_the_standing_agency()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var (head, other, standing) = (await PageClient.OfAsync(host, "20044.approver"), await PageClient.OfAsync(host, "19960.approver"), await PageClient.OfAsync(host, "standing"));
        (await head.OpenAsync("/review")).ShouldNotContain($"href=\"{Page}\"");
        await SubmittedAsync(host);

        (await head.OpenAsync("/review")).ShouldContain($"href=\"{Page}\"");
        (await other.OpenAsync("/review")).ShouldNotContain($"href=\"{Page}\"");
        (await standing.OpenAsync("/review?q=20044")).ShouldNotContain($"href=\"{Page}\"");
        await DoneAsync(head.PostAsync(Page, Page + "?handler=Approve", ("revision", await RevisionAsync(host)), ("period", "2026")));

        (await head.OpenAsync("/review")).ShouldNotContain($"href=\"{Page}\"");
        var queue = await standing.OpenAsync("/review?q=xa+a+luoi+2&form=XP4");
        queue.ShouldContain($"href=\"{Page}\"");
        queue.ShouldContain("1 biểu chờ xử lý");
        // Sent on 01/12, two days into lateness.
        queue.ShouldContain("Muộn");
    }

    [Fact]
    public async Task Who_decides_nothing_has_no_queue_and_an_empty_one_says_what_will_come()
    {
        foreach (var user in new[] { "20044.reporter", "leader", "auditor", "admin" })
            (await (await PageClient.OfAsync(year.Host, user)).TryAsync("/review")).Headers.Location!.ToString().ShouldBe("/denied", user);
        (await (await PageClient.OfAsync(year.Host, "20044.approver")).OpenAsync("/review")).ShouldContain("Hiện không có biểu nào chờ xử lý. Khi đơn vị trình hoặc gửi biểu, biểu sẽ hiện ở đây");
    }

    [Fact]
    public async Task The_queue_is_paged_and_in_the_order_of_deadlines()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        LongerQueue(data);
        var standing = await PageClient.OfAsync(host, "standing");
        var page = await standing.OpenAsync("/review");
        RowLink().Count(page).ShouldBe(SocialWork.Host.Pages.Review.IndexModel.PageSize);
        page.ShouldContain("href=\"/review?p=2\"");
        var next = await standing.OpenAsync("/review?p=2");
        RowLink().Matches(next).Select(m => m.Value).Intersect(RowLink().Matches(page).Select(m => m.Value)).ShouldBeEmpty();
        var deadlines = Deadline().Matches(page).Select(m => DateOnly.ParseExact(m.Groups["date"].Value, "dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        deadlines.ShouldBe(deadlines.Order());
        (await standing.OpenAsync("/review?period=2026")).ShouldNotContain("?period=2025");
        (await standing.OpenAsync("/review?q=khong+co+don+vi+nay")).ShouldContain("Không có biểu nào khớp điều kiện lọc");
    }

    [Fact]
    public async Task Many_are_accepted_at_once_each_by_itself_and_what_is_refused_says_why()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var standing = await PageClient.OfAsync(host, "standing");
        var page = await standing.OpenAsync("/review?all=true&period=2026");
        var marked = Marked().Matches(page).Select(m => m.Groups["pick"].Value).ToArray();
        marked.Length.ShouldBeGreaterThan(3);
        var (good, stale) = (marked[0], marked[1]);
        var old = stale[..(stale.LastIndexOf('/') + 1)] + "1";
        // No mark is offered for it; who sends one is refused.
        var warned = (await WarnedAsync(standing)) + "/1";

        var answer = await standing.PostAsync("/review", "/review", ("pick", good), ("pick", old), ("pick", warned), ("pick", "XP4/20044/2026/1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = await PageClient.TextOf(answer);
        told.ShouldContain("Đã xử lý 1 biểu.");
        told.ShouldContain("3 biểu không xử lý được:");
        told.ShouldContain("hãy mở biểu, xem giải trình rồi mới quyết định.");
        told.ShouldContain("Biểu XP4 của 20044 không còn chờ tài khoản này xử lý");
        (await StateAsync(host, good)).ShouldBe("accepted");
        (await StateAsync(host, old)).ShouldBe("approved");
        (await StateAsync(host, warned)).ShouldBe("approved");
        var done = await standing.PostAsync("/review", "/review", [.. marked[1..4].Select(m => ("pick", m))]);
        done.Headers.Location!.ToString().ShouldBe("/review?done=3");
        (await standing.OpenAsync("/review?done=3")).ShouldContain("Đã xử lý 3 biểu.");
    }

    [Fact]
    public async Task Marking_nothing_or_too_much_is_refused()
    {
        var standing = await PageClient.OfAsync(year.Host, "standing");
        var nothing = await standing.PostAsync("/review", "/review");
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PageClient.TextOf(nothing)).ShouldContain("Chưa chọn biểu nào: hãy đánh dấu ít nhất một biểu.");
        var most = SocialWork.Core.Review.BulkReview.MaxAtOnce;
        (await standing.PostAsync("/review", "/review", [.. Enumerable.Range(0, most + 1).Select(n => ("pick", $"XP4/20044/2026/{n}"))])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await standing.PostAsync("/review", "/review", [.. Enumerable.Range(0, most).Select(n => ("pick", $"XP4/20044/2026/{n}"))])).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_changed_since_the_version_before_and_what_is_far_from_last_year_stands_out()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var (head, reporter) = (await PageClient.OfAsync(host, "20044.approver"), await host.SignInAsync("20044.reporter"));
        await LastYearAsync(host);
        await SubmittedAsync(host);
        var first = await head.OpenAsync(Page);
        first.ShouldContain("Đây là phiên bản đầu tiên.");
        RowOf(first, "c-gd-TRE_EM_HCDB").ShouldContain(">2<");
        RowOf(first, "c-gd-TRE_EM_HCDB").ShouldNotContain("Đã sửa");
        RowOf(first, "c-gd-TRE_EM_HCDB").ShouldNotContain("Lệch", Case.Sensitive, "one more than two is half, and not more than half");
        await DoneAsync(head.PostAsync(Page, Page + "?handler=Return", ("revision", await RevisionAsync(host)), ("reason", "Đối chiếu lại sổ."), ("cell", "gd[TRE_EM_HCDB]")));
        await FormClient.OkAsync(Client(reporter).PatchAsync("""{"values":{"gd[TRE_EM_HCDB]":30,"nguoi[TRE_EM_HCDB]":40}}"""));
        await FormClient.OkAsync(Client(reporter).PostAsync("submit", await Client(reporter).ExplanationsAsync()));

        var second = await head.OpenAsync(Page);

        second.ShouldContain("2 ô thay đổi so với phiên bản 1");
        var row = RowOf(second, "c-gd-TRE_EM_HCDB");
        row.ShouldContain("Đã sửa");
        row.ShouldContain("Lệch trên 50%");
        row.ShouldContain(">3<");
        row.ShouldContain(">30<");
        RowOf(second, "c-gd-NKT_DBN").ShouldNotContain("Đã sửa");
        second.ShouldContain("Đối chiếu lại sổ.");
        second.ShouldContain("Đã đối chiếu với sổ theo dõi.", Case.Sensitive, "the unit's words to its warnings");
    }

    [Fact]
    public async Task A_return_without_a_reason_keeps_what_was_marked_and_one_with_a_reason_reaches_the_unit()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var (head, reporter) = (await PageClient.OfAsync(host, "20044.approver"), await host.SignInAsync("20044.reporter"));
        await SubmittedAsync(host);
        var revision = await RevisionAsync(host);

        var refused = await head.PostAsync(Page, Page + "?handler=Return", ("revision", revision), ("reason", " "), ("cell", "gd[TRE_EM_HCDB]"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await PageClient.TextOf(refused);
        page.ShouldContain("<a href=\"#reason\">Phải nêu lý do.</a>");
        page.ShouldContain("id=\"reason-error\">Phải nêu lý do.");
        page.ShouldContain("value=\"gd[TRE_EM_HCDB]\" checked=\"checked\"");
        await DoneAsync(head.PostAsync(Page, Page + "?handler=Return", ("revision", revision), ("reason", "Số hộ chưa khớp."), ("cell", "gd[TRE_EM_HCDB]")));
        var returned = (await Client(reporter).GetAsync()).GetProperty("returned");
        returned.GetProperty("reason").GetString().ShouldBe("Số hộ chưa khớp.");
        returned.GetProperty("cells")[0].GetString().ShouldBe("gd[TRE_EM_HCDB]");
    }

    [Fact]
    public async Task Who_decides_what_somebody_else_just_decided_is_told_and_sees_how_it_stands()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var (first, second) = (await PageClient.OfAsync(host, "20044.approver"), await PageClient.OfAsync(host, "20044.approver"));
        await SubmittedAsync(host);
        var seen = await RevisionAsync(host);
        await DoneAsync(first.PostAsync(Page, Page + "?handler=Approve", ("revision", seen)));

        var late = await second.PostAsync(Page, Page + "?handler=Return", ("revision", seen), ("reason", "Chưa khớp sổ nhận nuôi."));

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await PageClient.TextOf(late)).ShouldContain("Bước gần nhất: duyệt và gửi, do 20044.approver");
        var standing = await PageClient.OfAsync(host, "standing");
        var now = await RevisionAsync(host);
        await DoneAsync(standing.PostAsync(Page, Page + "?handler=Accept", ("revision", now)));
        var overtaken = await standing.PostAsync(Page, Page + "?handler=Return", ("revision", now), ("reason", "Chưa khớp sổ nhận nuôi."));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var page = await PageClient.TextOf(overtaken);
        page.ShouldContain("Quyết định của bạn chưa được ghi.");
        page.ShouldContain("Bước gần nhất: tiếp nhận, do standing");
        page.ShouldContain("Chưa khớp sổ nhận nuôi.");
        page.ShouldContain("Đã tiếp nhận");
    }

    [Fact]
    public async Task The_standing_agency_reopens_with_a_reason()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var standing = await PageClient.OfAsync(host, "standing");
        const string Accepted = "/review/2026/XP1/19960";
        var page = await standing.OpenAsync(Accepted);
        page.ShouldContain("Mở lại để đơn vị đính chính");
        var revision = Revision().Match(page).Groups["revision"].Value;
        (await standing.PostAsync(Accepted, Accepted + "?handler=Reopen", ("revision", revision), ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await DoneAsync(standing.PostAsync(Accepted, Accepted + "?handler=Reopen", ("revision", revision), ("reason", "Phường xin đính chính.")));
        (await standing.OpenAsync(Accepted + "?after=reopen")).ShouldContain("Phường xin đính chính.");
    }

    [Fact]
    public async Task Leaders_read_without_deciding_and_small_numbers_stay_hidden()
    {
        using var data = new TemporaryFolder();
        await using var host = await StartAsync(data);
        var leader = await PageClient.OfAsync(host, "leader");
        var open = await leader.OpenAsync("/review/2026/XP1/19960");
        open.ShouldNotContain("id=\"decision\"");
        open.ShouldNotContain("type=\"checkbox\"");
        var masked = await leader.OpenAsync("/review/2026/XP3/20137");
        masked.ShouldContain("<strong>*</strong>");
        masked.ShouldNotContain(">Năm trước<", Case.Sensitive, "last year's numbers would tell this year's");
        (await leader.TryAsync("/review/2026/CA1/CATP")).Headers.Location!.ToString().ShouldBe("/denied");
        (await leader.TryAsync("/review/2026/XP1/00000")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.PostAsync("/account", "/review/2026/XP1/19960?handler=Accept", ("revision", "1"))).Headers.Location!.ToString().ShouldBe("/denied");
        var auditor = await host.SignInAsync("auditor");
        (await auditor.GetJsonAsync($"/api/v1/audit?entity=submission/2026/XP3/20137&action={AuditActions.Read}")).EnumerateArray().Select(l => l.GetProperty("by").GetString()).ShouldContain("leader");
    }

    [Fact]
    public async Task What_was_never_submitted_says_so() =>
        (await (await PageClient.OfAsync(year.Host, "standing")).OpenAsync(Page)).ShouldContain("Chưa có phiên bản nào để xem");

    private async Task<HostUnderTest> StartAsync(TemporaryFolder data)
    {
        year.CopyTo(data.Path);
        return await HostUnderTest.StartAsync(data.Path);
    }

    // As if figures of the year before had come in by the hundred and nobody had looked at them.
    private static void LongerQueue(TemporaryFolder data)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "demo", "socialwork.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"UPDATE submissions SET State = {(int)SubmissionState.Approved}, AcceptedVersion = NULL WHERE Period = '2025' AND Form IN ('XP1', 'XP2')");
        command.ExecuteNonQuery().ShouldBeGreaterThan(60);
    }

    private static FormClient Client(HttpClient client, string? period = null) => new(client, "XP4", "20044", period);

    private static async Task SubmittedAsync(HostUnderTest host)
    {
        var reporter = Client(await host.SignInAsync("20044.reporter"));
        await FormClient.OkAsync(reporter.PutAsync(Values));
        await FormClient.OkAsync(reporter.PostAsync("submit", await reporter.ExplanationsAsync()));
    }

    private static async Task<string> RevisionAsync(HostUnderTest host) => (await Client(await host.SignInAsync("standing")).ETagAsync()).Trim('"');

    private static async Task DoneAsync(Task<HttpResponseMessage> step)
    {
        var response = await step;
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        response.Headers.Location!.ToString().ShouldContain("after=");
    }

    private static async Task<string?> StateAsync(HostUnderTest host, string pick)
    {
        var parts = pick.Split('/');
        return (await new FormClient(await host.SignInAsync("standing"), parts[0], parts[1], parts[2]).GetAsync()).GetProperty("state").GetString();
    }

    // The form, unit and period of a line of the queue that has no mark.
    private static async Task<string> WarnedAsync(PageClient standing)
    {
        for (var number = 1; number < 100; number++)
        {
            var page = await standing.OpenAsync($"/review?period=2026&p={number}");
            var marked = Marked().Matches(page).Select(m => string.Join('/', m.Groups["pick"].Value.Split('/')[..2])).ToHashSet(StringComparer.Ordinal);
            var warned = RowLink().Matches(page).Select(m => m.Groups["to"].Value).FirstOrDefault(to => !marked.Contains(to));
            if (warned is not null) return warned + "/2026";
        }

        throw new InvalidOperationException("Nothing that waits has a warning.");
    }

    // The unit had two families then.
    private static async Task LastYearAsync(HostUnderTest host)
    {
        var (reporter, head) = (Client(await host.SignInAsync("20044.reporter"), "2025"), Client(await host.SignInAsync("20044.approver"), "2025"));
        await FormClient.OkAsync(reporter.PutAsync(Values.Replace("\"gd[TRE_EM_HCDB]\":3", "\"gd[TRE_EM_HCDB]\":2", StringComparison.Ordinal).Replace("2026-11-30", "2025-11-30", StringComparison.Ordinal)));
        await FormClient.OkAsync(reporter.PostAsync("submit", await reporter.ExplanationsAsync()));
        await FormClient.OkAsync(head.PostAsync("approve"));
    }

    private static string RowOf(string page, string id)
    {
        var start = page.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, id);
        return page[start..page.IndexOf("</tr>", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("class=\"row-link\" href=\"/review/2026/(?<to>[^\"]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowLink();

    [GeneratedRegex("name=\"pick\" value=\"(?<pick>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex("trước (?<date>[0-9]{2}/[0-9]{2}/[0-9]{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Deadline();

    [GeneratedRegex("name=\"revision\" value=\"(?<revision>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Revision();
}
