using SocialWork.Benchmarks.Support;
using SocialWork.Core;
using SocialWork.Core.Submissions;

namespace SocialWork.Benchmarks.Macro;

/// <summary>Entering and sending a form through the real writer: version, history, audit, pointer, totals; answered after the commit.</summary>
internal static class Sending
{
    private const int Rounds = 5;
    private const int Senders = 1_000;
    private const int FormsPerSender = 10;
    private const int InTurn = 500;
    private const int RawGroup = 200;

    public static async Task MeasureAsync(ScratchFolder scratch, string dataFolder, RatioTable table)
    {
        await using var city = await ServedCity.StartAsync(dataFolder);
        var form = await FormToSend.OfAsync(city, "YT1");
        var writer = city.Get<ISubmissionWriter>();
        var rounds = new List<Round>();
        using var raw = RawSql.NewTable(Path.Combine(scratch.Below("raw"), "raw.db"));
        for (var round = 0; round <= Rounds; round++)
        {
            var measured = await RoundAsync(writer, form, raw, round * 1_000_000);
            if (round > 0) rounds.Add(measured);
        }

        var what = $"{form.Code}, {form.Cells} cells, {form.Json.Length} characters of JSON";
        var groups = $"raw INSERT of the same JSON, {RawGroup} per commit, forms/s";
        table.Add($"saving a draft ({what}), {Senders} senders at once, forms/s", groups, rounds.Select(r => r.Saved.PerSecond / r.RawPerSecond).Median());
        table.Add($"submit + approve, {Senders} senders at once, forms/s", groups, rounds.Select(r => r.Together.PerSecond / r.RawPerSecond).Median());
        table.Add("submit + approve, one sender after another, forms/s", "raw INSERT of the same JSON, 1 per commit, forms/s", rounds.Select(r => r.Alone.PerSecond / r.RawAlonePerSecond).Median());
        table.Add("one step alone, p50", "one raw commit, p50", rounds.Select(r => r.Alone.P50 / r.RawCommit50).Median());
        table.Add("one step alone, p99", "one raw commit, p99", rounds.Select(r => r.Alone.P99 / r.RawCommit99).Median());
        table.Add($"one step among {Senders} senders, p50", "one raw commit, p50", rounds.Select(r => r.Together.P50 / r.RawCommit50).Median());
        table.Add($"one step among {Senders} senders, p99", "one raw commit, p50", rounds.Select(r => r.Together.P99 / r.RawCommit50).Median());
        table.Add("for scale: submit + approve at once, on this machine", "—", $"{rounds.Select(r => r.Together.PerSecond).Median():0} forms/s");
        table.Add("for scale: the raw INSERT, on this machine", "—", $"{rounds.Select(r => r.RawPerSecond).Median():0} forms/s");
        table.Add("for scale: one raw commit, on this machine", "—", $"{rounds.Select(r => r.RawCommit50).Median():0.000} ms");
    }

    private static async Task<Round> RoundAsync(ISubmissionWriter writer, FormToSend form, Microsoft.Data.Sqlite.SqliteConnection raw, int from)
    {
        const int count = Senders * FormsPerSender;
        var rawTogether = RawSql.Insert(raw, form.Json, count, RawGroup);
        var saved = await TogetherAsync(from, (number, times) => StepAsync(writer, form.Save(number), times));
        var together = await TogetherAsync(from, (number, times) => SendAsync(writer, form, number, times));

        var first = from + count;
        for (var i = 0; i < InTurn; i++) await StepAsync(writer, form.Save(first + i), []);
        var (times, commits) = (new List<double>(), new List<double>());
        for (var i = 0; i < InTurn; i++)
        {
            // One commit of the floor beside every form, so that both meet the disk in the same mood.
            commits.AddRange(RawSql.Insert(raw, form.Json, 1, 1));
            await SendAsync(writer, form, first + i, times);
        }

        var alone = new Pace(InTurn / times.Sum() * 1000, times.Median(), times.Percentile(0.99));
        return new Round(saved, together, alone, count / rawTogether.Sum() * 1000, InTurn / commits.Sum() * 1000, commits.Median(), commits.Percentile(0.99));
    }

    private static async Task<Pace> TogetherAsync(int from, Func<int, List<double>, Task> send)
    {
        var times = Enumerable.Range(0, Senders).Select(_ => new List<double>()).ToArray();
        var clock = Clock.Start();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < FormsPerSender; i++) await send(from + (sender * FormsPerSender) + i, times[sender]);
        })));
        var taken = clock.Milliseconds;
        var all = times.SelectMany(t => t).ToArray();
        return new Pace(Senders * FormsPerSender / taken * 1000, all.Median(), all.Percentile(0.99));
    }

    private static async Task SendAsync(ISubmissionWriter writer, FormToSend form, int number, List<double> times)
    {
        await StepAsync(writer, form.Submit(number), times);
        await StepAsync(writer, form.Approve(number), times);
    }

    private static async Task StepAsync(ISubmissionWriter writer, SubmissionChange change, List<double> times)
    {
        var clock = Clock.Start();
        if (await writer.ChangeAsync(change, CancellationToken.None) is Result<Submission>.No no) throw new InvalidOperationException(no.Refusal.Message.En);
        times.Add(clock.Milliseconds);
    }

    private sealed record Pace(double PerSecond, double P50, double P99);

    private sealed record Round(Pace Saved, Pace Together, Pace Alone, double RawPerSecond, double RawAlonePerSecond, double RawCommit50, double RawCommit99);
}
