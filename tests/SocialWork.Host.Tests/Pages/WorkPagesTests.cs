using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Host.Composition.Jobs;
using SocialWork.Host.Tests.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>Long work that is left and returned to, by its owner alone. The work here reports and waits for a signal.</summary>
[Collection(ServedYearTests.Name)]
public sealed class WorkPagesTests(ServedYear year)
{
    private const string Owner = "20044.reporter";
    private const string Other = "19960.reporter";

    [Fact]
    public async Task Work_is_left_and_returned_to_by_its_owner_alone()
    {
        var host = year.Host;
        var (page, stranger) = (await PageClient.OfAsync(host, Owner), await PageClient.OfAsync(host, Other));
        var work = new HeldWork();
        var job = Begin(host, Owner, work);
        await work.Reached;

        var shown = await page.OpenAsync(job.Address);
        shown.ShouldContain("Lập văn bản thử");
        shown.ShouldContain("Đang chạy: 3/10 – đang lập bảng");
        shown.ShouldContain("value=\"3\" max=\"10\"");
        shown.ShouldContain("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>");
        (await page.OpenAsync("/")).ShouldContain("href=\"/work\">Việc đang chạy: 1<", Case.Sensitive, "whoever has left it finds the way back");
        (await page.OpenAsync("/work")).ShouldContain($"href=\"{job.Address}\"");
        var json = await (await host.SignInAsync(Owner)).GetJsonAsync("/api/v1" + job.Address);
        (json.GetProperty("state").GetString(), json.GetProperty("done").GetInt32(), json.GetProperty("total").GetInt32(), json.GetProperty("isUnfinished").GetBoolean()).ShouldBe(("running", 3, 10, true));

        foreach (var address in new[] { job.Address, "/api/v1" + job.Address }) (await stranger.TryAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        (await stranger.OpenAsync("/work")).ShouldNotContain(job.Address);
        (await stranger.OpenAsync("/")).ShouldNotContain("Việc đang chạy: ");
        await stranger.PostAsync("/work", job.Address + "?handler=Cancel");

        work.Release(new JobOutcome(new Text("Văn bản đã lập xong.", "The document is made.")) { Link = "/plans/2026", File = new JobFile("van-ban.docx", "application/octet-stream", "nội dung"u8.ToArray()) });
        await job.Ended;
        var ended = await page.OpenAsync(job.Address);
        ended.ShouldContain("Văn bản đã lập xong.");
        ended.ShouldContain("href=\"/plans/2026\"");
        ended.ShouldNotContain("http-equiv=\"refresh\"");
        (await page.OpenAsync("/")).ShouldNotContain("Việc đang chạy: ");

        (await stranger.PostAsync("/work", job.Address + "?handler=File")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var file = await page.PostAsync(job.Address, job.Address + "?handler=File");
        (file.StatusCode, file.Headers.CacheControl!.NoStore, await file.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.OK, true, "nội dung"));
        (await page.PostAsync("/work", job.Address + "?handler=File")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "it is handed out once");
        (await page.OpenAsync(job.Address)).ShouldNotContain("handler=File");
    }

    [Fact]
    public async Task Its_owner_stops_it()
    {
        var page = await PageClient.OfAsync(year.Host, "19753.reporter");
        var work = new HeldWork();
        var job = Begin(year.Host, "19753.reporter", work);
        await work.Reached;

        (await page.PostAsync(job.Address, job.Address + "?handler=Cancel")).Headers.Location!.ToString().ShouldBe(job.Address);
        await job.Ended;
        var ended = await page.OpenAsync(job.Address);
        ended.ShouldContain("Đã dừng theo yêu cầu");
        ended.ShouldNotContain("handler=Cancel");
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_cells_and_a_fault_with_its_reference_alone()
    {
        var page = await PageClient.OfAsync(year.Host, "19789.reporter");
        var jobs = year.Host.Services.GetRequiredService<JobService>();
        var refused = Begin(year.Host, "19789.reporter", (_, _) => Task.FromResult<Result<JobOutcome>>(new Refusal(RefusalKind.Unprocessable, "test.no", new Text("Có 1 ô lỗi.", "One cell."), [new CellProblem("B7", "test.cell", new Text("Sai ngày.", "Wrong day."))])));
        var failed = Begin(year.Host, "19789.reporter", (_, _) => throw new InvalidOperationException("secret inside"));
        await Task.WhenAll(refused.Ended, failed.Ended);

        var told = await page.OpenAsync(refused.Address);
        foreach (var words in new[] { "Có 1 ô lỗi.", ">B7<", "Sai ngày.", "Không thực hiện được" }) told.ShouldContain(words);
        (await page.OpenAsync(failed.Address)).ShouldSatisfyAllConditions(p => p.ShouldContain("Mã tra cứu: " + failed.Address["/work/".Length..]), p => p.ShouldNotContain("secret inside"));
        jobs.CountUnfinished("19789.reporter").ShouldBe(0);
    }

    [Fact]
    public async Task What_a_stop_of_the_host_ended_is_told_at_its_next_start_and_so_is_what_a_crash_ended()
    {
        using var data = new TemporaryFolder();
        using var crashed = new TemporaryFolder();
        year.CopyTo(data.Path);
        year.CopyTo(crashed.Path);
        Begun job;
        await using (var host = await HostUnderTest.StartAsync(data.Path))
        {
            var work = new HeldWork();
            job = Begin(host, Owner, work);
            await work.Reached;
            // What lies on the disk at this moment is what a killed process leaves behind.
            var notes = Directory.CreateDirectory(Path.Combine(crashed.Path, "demo", "work"));
            foreach (var note in Directory.GetFiles(Path.Combine(data.Path, "demo", "work"))) File.Copy(note, Path.Combine(notes.FullName, Path.GetFileName(note)));
            await File.WriteAllTextAsync(Path.Combine(notes.FullName, "half.json"), "{\"Id\":");
        }

        foreach (var folder in new[] { data.Path, crashed.Path })
        {
            await using var host = await HostUnderTest.StartAsync(folder);
            var page = await (await PageClient.OfAsync(host, Owner)).OpenAsync(job.Address);
            page.ShouldContain("Bị dừng do hệ thống khởi động lại");
            page.ShouldContain("làm lại nếu cần");
            (await (await PageClient.OfAsync(host, Other)).TryAsync(job.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task There_is_a_limit_to_what_runs_at_once_of_an_account_and_in_all_and_to_how_long_it_is_remembered()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        var time = new MovingTime(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero));
        await using var host = await HostUnderTest.StartAsync(data.Path, builder => builder.Services.AddSingleton<TimeProvider>(time));
        var jobs = host.Services.GetRequiredService<JobService>();
        var held = Enumerable.Range(0, JobService.MaxUnfinished).Select(_ => new HeldWork()).ToArray();
        var begun = held.Select((work, i) => Begin(host, $"account{i / JobService.MaxOfAccount}", work)).ToArray();
        await Task.WhenAll(held.Take(JobService.MaxRunning).Select(work => work.Reached));

        begun.Count(job => jobs.Find(job.Owner, job.Id)!.State == JobState.Running).ShouldBe(JobService.MaxRunning);
        Refused("account0").ShouldContain($"đang có {JobService.MaxOfAccount} việc chưa xong");
        Refused(Owner).ShouldContain("nhiều việc chưa xong");
        var waiting = begun[^1];
        jobs.Cancel(waiting.Owner, waiting.Id);
        await waiting.Ended;
        jobs.Find(waiting.Owner, waiting.Id)!.State.ShouldBe(JobState.Cancelled, "what waits can be stopped, too");

        foreach (var work in held) work.Release(new JobOutcome(new Text("Xong.", "Done.")));
        await Task.WhenAll(begun.Select(job => job.Ended));
        for (var i = 0; i <= JobService.MaxEndedOfAccount; i++) await Begin(host, Owner, (_, _) => Task.FromResult<Result<JobOutcome>>(new JobOutcome(new Text("Xong.", "Done.")))).Ended;
        jobs.Of(Owner).Length.ShouldBe(JobService.MaxEndedOfAccount);
        time.Advance(JobService.Kept);
        jobs.RemoveOld();
        jobs.Of(Owner).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(data.Path, "demo", "work")).ShouldBeEmpty();

        string Refused(string owner) => jobs.Start(owner, "test", new Text("Thử", "Test"), "/", (_, _) => throw new InvalidOperationException("never begun")).ShouldBeOfType<Result<Job>.No>().Refusal.Message.Vi;
    }

    private static Begun Begin(HostUnderTest host, string owner, HeldWork work) => Begin(host, owner, work.RunAsync);

    private static Begun Begin(HostUnderTest host, string owner, Func<JobProgress, CancellationToken, Task<Result<JobOutcome>>> work)
    {
        var jobs = host.Services.GetRequiredService<JobService>();
        var job = jobs.Start(owner, "test", new Text("Lập văn bản thử", "Making a test document"), "/", work).ShouldBeOfType<Result<Job>.Ok>().Value;
        return new Begun(owner, job.Id, jobs.WhenEndedAsync(job.Id));
    }

    private sealed record Begun(string Owner, string Id, Task Ended)
    {
        public string Address => "/work/" + Id;
    }

    /// <summary>Work that reports 3 of 10 and goes on when it is told to.</summary>
    private sealed class HeldWork
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<JobOutcome> _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Release(JobOutcome outcome) => _released.TrySetResult(outcome);

        public async Task<Result<JobOutcome>> RunAsync(JobProgress progress, CancellationToken cancellationToken)
        {
            progress.Report(3, 10, new Text("đang lập bảng", "making the table"));
            _reached.TrySetResult();
            return await _released.Task.WaitAsync(cancellationToken);
        }
    }
}
