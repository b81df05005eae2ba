using System.Security.Cryptography;
using System.Text;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Submissions;

namespace SocialWork.Persistence.Tests;

public sealed class AttachmentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Files => Path.Combine(_folder.Path, "files");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_kept_once_under_its_hash_and_read_back()
    {
        var content = Encoding.UTF8.GetBytes("%PDF-1.7 kế hoạch");
        var id = Convert.ToHexStringLower(SHA256.HashData(content));
        var files = new AttachmentFiles(Files);
        for (var i = 0; i < 2; i++)
        {
            using var staged = (await files.StageAsync(new MemoryStream(content), CancellationToken.None)).Value();
            (staged.Id, staged.Size).ShouldBe((id, content.Length));
            staged.Keep();
        }

        Kept().ShouldBe([Path.Combine(id[..2], id)]);
        await using var kept = files.Open(id)!;
        using var read = new MemoryStream();
        await kept.CopyToAsync(read);
        read.ToArray().ShouldBe(content);
        files.Open(new string('0', 64)).ShouldBeNull();
        Should.Throw<ArgumentException>(() => files.Open("../../data.db"));
    }

    [Fact]
    public async Task Many_who_send_the_same_file_at_once_keep_one()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        var files = new AttachmentFiles(Files);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var staged = (await files.StageAsync(new MemoryStream(content), CancellationToken.None)).Value();
            staged.Keep();
        })));
        (await File.ReadAllBytesAsync(Path.Combine(Files, Kept().ShouldHaveSingleItem()))).ShouldBe(content);
    }

    [Fact]
    public async Task What_is_too_large_empty_not_kept_or_broken_off_leaves_nothing()
    {
        var files = new AttachmentFiles(Files);
        (await files.StageAsync(new Flow(AttachmentLimits.MaxBytes + 1), CancellationToken.None)).Refusal().Kind.ShouldBe(RefusalKind.TooLarge);
        (await files.StageAsync(Stream.Null, CancellationToken.None)).Refusal().Code.ShouldBe("attachment.empty");
        (await files.StageAsync(new MemoryStream([1]), CancellationToken.None)).Value().Dispose();
        await Should.ThrowAsync<InvalidDataException>(() => files.StageAsync(new Flow(100_000, breaksOff: true), CancellationToken.None));
        Kept().ShouldBeEmpty();
        using var largest = (await files.StageAsync(new Flow(AttachmentLimits.MaxBytes), CancellationToken.None)).Value();
        largest.Size.ShouldBe(AttachmentLimits.MaxBytes);
    }

    [Fact]
    public void What_was_being_received_when_the_process_ended_is_removed_at_the_next_start()
    {
        Directory.CreateDirectory(Path.Combine(Files, "incoming"));
        File.WriteAllText(Path.Combine(Files, "incoming", "half"), "x");
        Directory.CreateDirectory(Path.Combine(Files, "ab"));
        File.WriteAllText(Path.Combine(Files, "ab", "kept"), "x");
        new AttachmentFiles(Files).RemoveIncoming();
        Kept().ShouldBe([Path.Combine("ab", "kept")]);
    }

    [Fact]
    public async Task Who_attached_what_is_written_once_and_logged_and_reading_is_no_change()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var attachments = new AttachmentStore(store.Gate, store.Readers);
        var first = new Attachment(new string('a', 64), "kế hoạch.pdf", AttachmentType.Pdf, 17, "nhập", "SYT", DateTimeOffset.FromUnixTimeMilliseconds(1_793_500_000_000));
        (await attachments.AddAsync(first, CancellationToken.None)).ShouldBe(first);
        (await attachments.AddAsync(first with { At = first.At.AddDays(1) }, CancellationToken.None)).ShouldBe(first);
        var renamed = first with { Name = "kế hoạch 2.pdf" };
        await attachments.AddAsync(renamed, CancellationToken.None);
        (await attachments.FindAsync(first.Id, CancellationToken.None)).ShouldBe([renamed, first]);
        (await attachments.FindAsync(new string('b', 64), CancellationToken.None)).ShouldBeEmpty();

        var before = await store.Reader.DataVersionAsync(CancellationToken.None);
        await attachments.LogReadAsync(first, "đọc", first.At, CancellationToken.None);
        (await store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBe(before);
        var log = await store.Audit.PageAsync(new AuditQuery { Entity = "attachment/" }, CancellationToken.None);
        log.Select(l => (l.Action, l.By)).ShouldBe([("Read", "đọc"), ("Add", "nhập"), ("Add", "nhập")]);
        await store.SaveAsync(Communication.Code, "SYT", Answers.Values(("su_kien", 1)));
        (await store.Reader.DataVersionAsync(CancellationToken.None)).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task What_values_refer_to_is_noted_in_the_same_step()
    {
        await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
        var attachments = new AttachmentStore(store.Gate, store.Readers);
        var (one, two) = (new string('1', 64), new string('2', 64));
        (await store.SaveAsync(ImplementationPlan.Code, "SYT", Answers.Values(("tep", one)))).Value();
        (await store.SaveAsync(ImplementationPlan.Code, "SYT", Answers.Values(("tep", two)))).Value();
        await Should.ThrowAsync<InvalidOperationException>(() => store.StepAsync(ImplementationPlan.Code, "STC", (_, _) => throw new InvalidOperationException("on purpose")));
        var uses = await attachments.UsesAsync(one, CancellationToken.None);
        uses.ShouldBe([new SubmissionKey("2026", ImplementationPlan.Code, "SYT", "2026")]);
        (await attachments.UsesAsync(two, CancellationToken.None)).ShouldBe(uses);
    }

    private IEnumerable<string> Kept() => Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Files, f));

    /// <summary>Content of a size that is never in memory as a whole; it may break off at its end.</summary>
    private sealed class Flow(long size, bool breaksOff = false) : Stream
    {
        private long _left = size;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0 && breaksOff) throw new IOException("on purpose");
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
