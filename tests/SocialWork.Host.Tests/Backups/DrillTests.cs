using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Backups;

/// <summary>The worst day, rehearsed: backed up under load, destroyed, restored, started.</summary>
[Collection(ServedYearTests.Name)]
public sealed class DrillTests(ServedYear year)
{
    private const int BeforeTheBackup = 25;

    [Fact]
    public async Task Nothing_that_was_acknowledged_before_a_backup_under_load_is_missing_after_the_state_is_destroyed_and_restored()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        Writer[] writers;
        string scan, backup, cookie;
        Dictionary<string, long> acknowledged;
        await using (var host = await HostUnderTest.StartAsync(data.Path))
        {
            cookie = await CookieAsync(host, "20044.reporter");
            var reporter = await host.SignInAsync("20044.reporter");
            scan = (await (await reporter.UploadAsync("quyết định.pdf", "%PDF-1.7 quyết định"u8.ToArray())).JsonAsync()).GetProperty("id").GetString()!;
            writers = [new("XP4", "gd[TRE_EM_HCDB]"), new("XP4", "nguoi[TRE_EM_HCDB]"), new("XP4", "kp_thang[TRE_EM_HCDB]")];
            foreach (var writer in writers) writer.Start(await host.SignInAsync("20044.reporter"));
            await Task.WhenAll(writers.Select(writer => writer.ReachedAsync(BeforeTheBackup)));

            acknowledged = writers.ToDictionary(writer => writer.Cell, writer => writer.Acknowledged, StringComparer.Ordinal);
            var made = await (await host.SignInAsync("admin")).PostAsync(new Uri("/api/v1/system/backups", UriKind.Relative), null);
            made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
            backup = (await made.JsonAsync()).GetProperty("name").GetString()!;
            await Task.WhenAll(writers.Select(writer => writer.StopAsync()));
        }

        Directory.Delete(Path.Combine(data.Path, "demo"), recursive: true);
        var (code, output, complaints) = await ProductProcess.RunAsync("restore", "--demo", "--data", data.Path, "--from", Path.Combine(data.Path, "backups", "demo", backup));
        code.ShouldBe(0, complaints);
        output.ShouldContain("is restored: the state of 2026-12-01 09:00:00 +07:00");

        await using (var restored = await HostUnderTest.StartAsync(data.Path))
        {
            var signedInBefore = restored.Anonymous();
            signedInBefore.DefaultRequestHeaders.Add("Cookie", cookie);
            var form = await signedInBefore.GetJsonAsync("/api/v1/submissions/2026/XP4/20044");
            foreach (var (cell, number) in acknowledged) form.GetProperty("values").GetProperty(cell).GetInt64().ShouldBeGreaterThanOrEqualTo(number, cell);
            (await signedInBefore.GetAsync(new Uri("/api/v1/attachments/" + scan, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await restored.RecountAsync()).ShouldBeEmpty();

            var auditor = await restored.SignInAsync("auditor");
            var line = (await auditor.GetJsonAsync("/api/v1/audit?action=Restore")).EnumerateArray().ShouldHaveSingleItem();
            line.GetProperty("entity").GetString().ShouldBe("backup/" + backup);
            (await auditor.GetJsonAsync("/api/v1/audit/verification")).GetProperty("isIntact").GetBoolean().ShouldBeTrue();
        }

        // On record once, not at every start.
        await using var again = await HostUnderTest.StartAsync(data.Path);
        (await (await again.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit?action=Restore")).GetArrayLength().ShouldBe(1);
    }

    private static async Task<string> CookieAsync(HostUnderTest host, string userName)
    {
        var signedIn = await host.Anonymous().PostAsJsonAsync("/api/v1/session", new { userName, password = "demo-2026" });
        return signedIn.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]).Single(set => set.StartsWith("socialwork=", StringComparison.Ordinal));
    }

    /// <summary>Somebody who raises one number again and again, and remembers which he was told is saved.</summary>
    private sealed class Writer(string form, string cell)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _acknowledged;
        private bool _isEnough;
        private Task? _writing;

        public string Cell => cell;

        public long Acknowledged => Volatile.Read(ref _acknowledged);

        public void Start(HttpClient client) => _writing = WriteAsync(new FormClient(client, form, "20044"));

        public Task ReachedAsync(int steps)
        {
            steps.ShouldBe(BeforeTheBackup);
            return Task.WhenAny(_reached.Task, _writing!).Unwrap();
        }

        public Task StopAsync()
        {
            Volatile.Write(ref _isEnough, true);
            return _writing!;
        }

        private async Task WriteAsync(FormClient form)
        {
            for (var number = 1L; !Volatile.Read(ref _isEnough);)
            {
                var answer = await form.PatchAsync(JsonSerializer.Serialize(new { values = new Dictionary<string, long>(StringComparer.Ordinal) { [cell] = number } }), await form.ETagAsync());
                // Another was faster: look again.
                if (answer.StatusCode == HttpStatusCode.PreconditionFailed) continue;
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
                Volatile.Write(ref _acknowledged, number);
                if (number++ == BeforeTheBackup) _reached.SetResult();
            }
        }
    }
}
