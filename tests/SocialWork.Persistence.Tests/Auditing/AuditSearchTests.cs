using SocialWork.Core.Auditing;

namespace SocialWork.Persistence.Tests.Auditing;

/// <summary>Finding lines of the log by words.</summary>
public sealed class AuditSearchTests
{
    [Theory]
    [InlineData("quang dien", 2)]
    [InlineData("QUẢNG ĐIỀN", 2)]
    [InlineData("Quảng Điền", 2)]
    [InlineData("quảng  điền", 2)]
    [InlineData("dien", 2)]
    [InlineData("quang_dien", 0)]
    [InlineData("quang%dien", 0)]
    [InlineData("SUBMISSION/2026/k1", 1)]
    [InlineData("hue", 1)]
    public async Task The_log_is_searched_without_regard_to_case_and_accents(string text, int expected)
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        foreach (var (entity, reason) in new[] { ("unit/1", "Huyện Quảng Điền báo lại."), ("unit/2", "QUẢNG ĐIỀN".Normalize(System.Text.NormalizationForm.FormD)), ("submission/2026/K1/SYT/2026", "Thành phố Huế"), ("unit/3", null) })
            await test.Trail.RecordAsync(new AuditEvent("admin", "Test", entity) { Reason = reason }, CancellationToken.None);
        (await test.Audit.PageAsync(new AuditQuery { Action = "Test", Text = text }, CancellationToken.None)).Length.ShouldBe(expected);
    }

    [Fact]
    public async Task A_text_is_searched_for_in_200_000_lines_and_not_in_more()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        await test.Trail.RecordAsync(new AuditEvent("admin", "First", "unit/Quảng Điền"), CancellationToken.None);
        var first = (await test.Audit.PageAsync(new AuditQuery { Action = "First" }, CancellationToken.None)).Single().Id;
        await test.Gate.RunAsync(
            session =>
            {
                session.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<@0) INSERT INTO audit(\"Id\",\"At\",\"By\",\"Entity\",\"Action\",\"Reason\") SELECT @1+i,0,'admin','submission/2026/XP1/'||i||'/2026','Save','Đã đối chiếu với sổ theo dõi của đơn vị' FROM n", (long)AuditLog.MaxSearched, first);
                return true;
            },
            CancellationToken.None);
        var query = new AuditQuery { Text = "quang dien" };
        (await test.Audit.IsTooWideAsync(query, CancellationToken.None)).ShouldBeTrue();
        (await test.Audit.IsTooWideAsync(query with { Before = AuditLog.MaxSearched }, CancellationToken.None)).ShouldBeFalse();
        (await test.Audit.IsTooWideAsync(query with { Action = "First" }, CancellationToken.None)).ShouldBeFalse();
        (await test.Audit.PageAsync(query with { Before = AuditLog.MaxSearched }, CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(first);
    }
}
