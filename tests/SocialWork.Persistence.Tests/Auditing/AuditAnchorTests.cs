using SocialWork.Persistence.Auditing;

namespace SocialWork.Persistence.Tests.Auditing;

public sealed class AuditAnchorTests : IDisposable
{
    private static readonly AuditAnchor One = new(7, new string('a', 64), new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Anchors_are_added_line_by_line_and_read_back()
    {
        var anchors = new AuditAnchors(Path.Combine(_folder.Path, "audit-heads.jsonl"));
        (anchors.Exists, anchors.Last()).ShouldBe((false, null));
        anchors.Add(One);
        anchors.Add(One with { Seq = 9 });
        File.ReadAllLines(anchors.File)[0].ShouldBe($$"""{"seq":7,"hash":"{{One.Hash}}","at":"2026-11-02T01:00:00+00:00"}""");
        anchors.Read().All.ShouldBe([One, One with { Seq = 9 }]);
        anchors.Last()!.Seq.ShouldBe(9);
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_is_passed_over_and_does_not_spoil_the_next()
    {
        var anchors = new AuditAnchors(Path.Combine(_folder.Path, "audit-heads.jsonl"));
        anchors.Add(One);
        File.AppendAllText(anchors.File, """{"seq":8,"ha""");
        anchors.Add(One with { Seq = 9 });
        var read = anchors.Read();
        read.All.Select(a => a.Seq).ShouldBe([7, 9]);
        read.Unreadable.ShouldBe([2]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"seq":1,"hash":null,"at":"2026-11-02T01:00:00Z"}""")]
    [InlineData("""{"seq":"x"}""")]
    [InlineData("")]
    public void What_is_no_anchor_is_named_by_its_line(string line)
    {
        var anchors = new AuditAnchors(Path.Combine(_folder.Path, "audit-heads.jsonl"));
        File.WriteAllText(anchors.File, line + "\n");
        anchors.Read().Unreadable.ShouldBe([1]);
        anchors.Read().All.ShouldBeEmpty();
    }
}
