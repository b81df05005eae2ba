using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Accounts;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Backups;

/// <summary>The commands as an operator gives them, and what the host answers over the network.</summary>
[Collection(ServedYearTests.Name)]
public sealed class BackupCommandTests(ServedYear year)
{
    [Fact]
    public async Task A_running_host_is_backed_up_verified_and_not_restored_over()
    {
        using var target = new TemporaryFolder();
        var (code, output, complaints) = await ProductProcess.RunAsync("backup", "--demo", "--data", year.DataFolder, "--to", target.Path);
        code.ShouldBe(0, complaints);
        var folder = Directory.EnumerateDirectories(target.Path, "2*").ShouldHaveSingleItem();
        output.ShouldStartWith(folder + ": ");
        output.ShouldContain("attached files");

        (await ProductProcess.RunAsync("verify-backup", "--from", folder)).Code.ShouldBe(0);
        var (refused, _, why) = await ProductProcess.RunAsync("restore", "--demo", "--data", year.DataFolder, "--from", folder);
        refused.ShouldBe(2);
        why.ShouldContain("Another process uses");
    }

    [Fact]
    public async Task A_broken_backup_is_named_and_nothing_is_changed()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        // The copied year is without its attached files, which keeps nothing else from being saved.
        var (made, output, _) = await ProductProcess.RunAsync("backup", "--demo", "--data", data.Path);
        made.ShouldBe(3);
        output.ShouldContain("is NOT in the backup");
        var folder = Directory.EnumerateDirectories(Path.Combine(data.Path, "backups", "demo"), "2*").Single();
        await File.AppendAllTextAsync(Path.Combine(folder, "socialwork.db"), "x");

        var (code, _, complaints) = await ProductProcess.RunAsync("restore", "--demo", "--data", data.Path, "--from", folder);
        code.ShouldBe(1);
        complaints.ShouldContain("socialwork.db: has");
        (await ProductProcess.RunAsync("verify-backup", "--from", folder)).Code.ShouldBe(3);
        Directory.EnumerateDirectories(data.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["backups", "demo"]);
    }

    [Theory]
    [InlineData(1, "There is no database", "backup", "--data", "/nowhere/at/all")]
    [InlineData(2, "--to needs a folder", "backup", "--to")]
    [InlineData(2, "--from is missing", "restore")]
    [InlineData(2, "--from is missing", "verify-backup")]
    [InlineData(3, "/nowhere/at/all", "verify-backup", "--from", "/nowhere/at/all")]
    [InlineData(2, "HH:mm", "--backup-at", "2 o'clock")]
    [InlineData(2, "from 1 to", "--keep-daily", "0")]
    public async Task What_is_wrong_is_named(int code, string said, params string[] args)
    {
        var ended = await ProductProcess.RunAsync(args);
        ended.Code.ShouldBe(code, ended.Complaints);
        ended.Complaints.ShouldContain(said);
    }

    [Fact]
    public async Task Administrators_make_backups_over_the_network_and_see_them_newest_first()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        var admin = await host.SignInAsync("admin");
        (await admin.GetJsonAsync("/api/v1/system/backups")).GetArrayLength().ShouldBe(0);

        var names = new List<string?>();
        for (var i = 0; i < 2; i++) names.Add((await MakeAsync(admin)).GetProperty("name").GetString());
        var listed = (await admin.GetJsonAsync("/api/v1/system/backups")).EnumerateArray().ToArray();
        listed.Select(b => b.GetProperty("name").GetString()).ShouldBe(((IEnumerable<string?>)names).Reverse());
        listed[0].GetProperty("reason").GetString().ShouldBe("asked");
        listed[0].GetProperty("size").GetInt64().ShouldBeGreaterThan(1_000_000);
        (await admin.GetStringAsync("/api/v1/system/backups.csv")).ShouldContain("Theo yêu cầu");
        (await (await host.SignInAsync("auditor")).GetJsonAsync("/api/v1/audit?action=Backup")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_starts_without_a_backup_of_the_day_makes_one()
    {
        await using var own = await AccountsHost.StartAsync("--backup-at", "02:30");
        bool HasFailed() => own.Said.All.Any(line => line.StartsWith("There is no backup of today", StringComparison.Ordinal));
        var admin = await own.AdminAsync();
        JsonElement[] backups;
        // Made beside the first requests; each look is a request, and none is waited for with a clock.
        do backups = [.. (await admin.GetJsonAsync("/api/v1/system/backups")).EnumerateArray()];
        while (backups.Length == 0 && !HasFailed());
        HasFailed().ShouldBeFalse(string.Join('\n', own.Said.All));
        backups.ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe("daily");
    }

    private static async Task<JsonElement> MakeAsync(HttpClient admin)
    {
        var made = await admin.PostAsync(new Uri("/api/v1/system/backups", UriKind.Relative), null);
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return await made.JsonAsync();
    }
}
