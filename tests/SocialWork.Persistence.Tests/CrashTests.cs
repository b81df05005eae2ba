using System.Diagnostics;
using System.Globalization;
using SocialWork.Core.Submissions;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Persistence.Tests;

public sealed class CrashTests : IDisposable
{
    private const int Kills = 15;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_survives_being_killed_at_any_moment_and_totals_stay_exact()
    {
        var random = new Random(2026);
        var promised = new Dictionary<string, (long Revision, int Version)>(StringComparer.Ordinal);
        var anchors = new List<AuditAnchor>();
        var steps = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            steps += await RunUntilKilledAsync(kill, random.Next(1, 400), promised);
            await using var store = await TestStore.OpenAsync(_folder.File, sectors: false);
            store.Rows("PRAGMA integrity_check").Single()[0].ShouldBe("ok");
            foreach (var (unit, (revision, version)) in promised)
            {
                var found = await store.FindAsync("K4", unit);
                found.Revision.ShouldBeGreaterThanOrEqualTo(revision, unit);
                found.LatestVersion.ShouldBeGreaterThanOrEqualTo(version, unit);
                (await store.Reader.HistoryAsync(new SubmissionKey("2026", "K4", unit, "2026"), CancellationToken.None)).Versions.Length.ShouldBe(found.LatestVersion);
            }

            PlainRecount.Stored(store).ShouldBe(PlainRecount.Counted(store));
            (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).ShouldBeEmpty();
            store.Count("history").ShouldBeGreaterThanOrEqualTo(steps);
            store.Count("history").ShouldBe(store.Count("audit WHERE Entity LIKE 'submission/%'"));
            store.Count("history").ShouldBe(store.Count("idempotency"));
            anchors.Add(await AnchorAsync(store));
            store.VerifyAudit([.. anchors]).Faults.ShouldBeEmpty();
            store.VerifyAudit([.. anchors]).Anchors.ShouldBe(anchors.Count);
            store.Count("history").ShouldBe((long)store.Rows("SELECT COALESCE(SUM(Revision), 0) FROM submissions")[0][0]!);
        }

        steps.ShouldBeGreaterThan(Kills);
    }

    private static async Task<AuditAnchor> AnchorAsync(TestStore store)
    {
        var head = await store.Trail.HeadAsync(CancellationToken.None);
        return new AuditAnchor(head.Seq, head.Hash, head.At);
    }

    // Killed when it has acknowledged so many steps; more may follow before the signal arrives, and they count as well.
    private async Task<int> RunUntilKilledAsync(int run, int after, Dictionary<string, (long Revision, int Version)> promised)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrashingWriter.dll"), _folder.File, $"{run * 100}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = child.StandardError.ReadToEndAsync();
        var acknowledged = 0;
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith(';'))
            {
                var parts = line[..^1].Split(' ');
                var told = (Revision: long.Parse(parts[1], CultureInfo.InvariantCulture), Version: int.Parse(parts[2], CultureInfo.InvariantCulture));
                if (!promised.TryGetValue(parts[0], out var earlier) || earlier.Revision < told.Revision) promised[parts[0]] = told;
                acknowledged++;
            }

            if (acknowledged == after) child.Kill();
        }

        await child.WaitForExitAsync();
        acknowledged.ShouldBeGreaterThanOrEqualTo(after, await complaints);
        return acknowledged;
    }
}
