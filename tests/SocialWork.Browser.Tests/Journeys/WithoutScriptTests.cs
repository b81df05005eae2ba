using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Journeys;

/// <summary>An officer whose browser runs no scripts does everything that an officer does.</summary>
[Collection(BrowsingTests.Name)]
public sealed class WithoutScriptTests(Browsing browsing)
{
    private const string Form = "/submissions/2026/XP7/20044";
    private const string Warning = "Không có đợt rà soát nhưng có đề xuất, kiểm tra lại.";
    private const string Words = "Đề xuất theo đơn của dân, xã rà soát vào tháng 12.";

    [Fact]
    public async Task A_form_is_filled_in_explained_and_sent_and_a_session_that_ends_loses_nothing()
    {
        await using var reporter = await Person.AtTheDoorAsync(browsing, "without script", "20044.reporter", script: false);
        await reporter.SignInAsync();
        await reporter.ReadsHeadingAsync("Việc cần làm");
        await reporter.ToDo("XP7").GetByRole(AriaRole.Link).ClickAsync();
        await reporter.IsAtAsync(Form);
        await reporter.FollowAsync("Rà soát và hỗ trợ");
        var boxes = reporter.Page.Locator("#sheet input[data-number]");
        foreach (var box in await boxes.AllAsync()) await box.FillAsync("k");
        await Box(reporter, "de_xuat[DT1]").FillAsync("3");
        await Box(reporter, "de_xuat[DT2]").FillAsync("mười");

        // What cannot be read is named at the top and beside its box; the rest is saved.
        await reporter.PressAsync("Lưu");
        await reporter.IsToldAsync("Có chỗ chưa lưu được");
        await reporter.PictureAsync(1, "refused");
        await Assertions.Expect(Box(reporter, "de_xuat[DT1]")).ToHaveValueAsync("3");
        await Assertions.Expect(Box(reporter, "de_xuat[DT2]")).ToHaveValueAsync("mười");
        await reporter.Main.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(Box(reporter, "de_xuat[DT2]")).ToBeFocusedAsync();
        await Box(reporter, "de_xuat[DT2]").FillAsync("2");
        await Box(reporter, "ho_tro[DT2]").FillAsync("1");

        await EndSessionElsewhereAsync(reporter);
        await reporter.PressAsync("Lưu");
        await reporter.ReadsAsync("Những gì bạn vừa nhập được giữ lại");
        await reporter.PictureAsync(2, "session ended");
        await reporter.SignInAsync();
        await reporter.ReadsHeadingAsync("Bạn đã đăng nhập lại");
        await reporter.PictureAsync(3, "signed in again");
        await reporter.PressAsync("Tiếp tục lưu");
        await Assertions.Expect(reporter.Main.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Đã lưu.");
        await Assertions.Expect(Box(reporter, "de_xuat[DT2]")).ToHaveValueAsync("2");
        await Assertions.Expect(Box(reporter, "ho_tro[DT2]")).ToHaveValueAsync("1");
        (await boxes.EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.value)")).ShouldAllBe(value => value == "KPS" || value == "3" || value == "2" || value == "1");

        await reporter.PressAsync("Lưu và kiểm tra để gửi");
        await reporter.ReadsHeadingAsync("Kiểm tra và gửi");
        await reporter.Page.GetByLabel("Số liệu tính đến ngày").FillAsync("30/11/2026");
        await reporter.PressAsync("Gửi lãnh đạo duyệt");
        await reporter.IsToldAsync("Chưa gửi được");
        await reporter.PictureAsync(4, "warning not explained");
        await reporter.Main.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(reporter.Page.GetByLabel(Warning)).ToBeFocusedAsync();
        await reporter.Page.GetByLabel(Warning).FillAsync(Words);
        await reporter.PressAsync("Lưu giải trình");
        await Assertions.Expect(reporter.Page.GetByLabel(Warning)).ToHaveValueAsync(Words);
        await Assertions.Expect(reporter.Page.GetByLabel("Số liệu tính đến ngày")).ToHaveValueAsync("30/11/2026");
        await reporter.PressAsync("Gửi lãnh đạo duyệt");
        await reporter.IsAtAsync(Form);
        await reporter.ReadsHeadingAsync("Chờ lãnh đạo duyệt");
        await reporter.PictureAsync(5, "sent");
    }

    // As happens when somebody else signs out, or the night ends it.
    private static async Task EndSessionElsewhereAsync(Person person)
    {
        var other = await person.OtherPageAsync();
        await other.GotoAsync("/");
        await other.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Status)).ToHaveTextAsync("Bạn đã đăng xuất.");
        await other.CloseAsync();
    }

    private static ILocator Box(Person person, string cell) => person.Page.Locator($"[name='c.{cell}']");
}
