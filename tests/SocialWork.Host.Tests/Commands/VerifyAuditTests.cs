using Microsoft.Data.Sqlite;
using SocialWork.Host.Tests.Support;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Host.Tests.Commands;

/// <summary>The command that says whether the log is what was written, and the anchors that it compares with.</summary>
[Collection(ServedYearTests.Name)]
public sealed class VerifyAuditTests(ServedYear year)
{
    [Fact]
    public async Task A_log_is_intact_while_the_host_runs_and_the_process_answers_0()
    {
        var (code, output, complaints) = await ProductProcess.RunAsync("verify-audit", "--demo", "--data", year.DataFolder);
        code.ShouldBe(0, output + complaints);
        output.ShouldContain("The audit log is intact up to row");
        output.ShouldContain("anchors agree");
    }

    [Theory]
    [InlineData("verify-audits")]
    [InlineData("verify-audit", "--data", "/nowhere/at/all")]
    [InlineData("verify-audit", "--anchors")]
    [InlineData("verify-audit", "--anchors", "--demo")]
    [InlineData("verify-audit", "--today", "2026-12-01")]
    [InlineData("verify-audit", "now")]
    public async Task A_wrong_setting_is_named_and_the_process_answers_2(params string[] args)
    {
        var (code, output, complaints) = await ProductProcess.RunAsync(args);
        (code, output).ShouldBe((2, string.Empty));
        complaints.ShouldContain(args[^1] == "--demo" ? "--anchors" : args.Length == 3 && args[1] == "--today" ? "--today" : args[^1]);
    }

    [Fact]
    public async Task A_row_that_is_taken_out_is_named_and_the_process_answers_3()
    {
        using var data = Copy();
        Execute(data, "DROP TRIGGER audit_is_not_removed; DELETE FROM audit WHERE \"Id\"=500;");
        var (code, output, _) = await ProductProcess.RunAsync("verify-audit", "--demo", "--data", data.Path);
        code.ShouldBe(3, output);
        output.ShouldContain("row 500 was removed");
        output.ShouldContain("Copy the database file aside");
        output.ShouldContain("NOT what was written");
    }

    [Fact]
    public async Task A_copy_of_the_anchors_that_is_kept_elsewhere_tells_of_an_end_that_was_cut_off()
    {
        using var data = Copy();
        await using (await HostUnderTest.StartAsync(data.Path))
        {
            // Started and stopped, which leaves two anchors.
        }

        var anchors = new AuditAnchors(Path.Combine(data.Path, "demo", "audit-heads.jsonl"));
        var elsewhere = Path.Combine(data.Path, "elsewhere.jsonl");
        File.Copy(anchors.File, elsewhere);
        var last = anchors.Last()!.Seq;
        Execute(data, $"DROP TRIGGER audit_is_not_removed; DELETE FROM audit WHERE \"Id\">{last - 10}; UPDATE sqlite_sequence SET seq={last - 10} WHERE name='audit';");
        File.Delete(anchors.File);

        var (alone, said, _) = await ProductProcess.RunAsync("verify-audit", "--demo", "--data", data.Path);
        alone.ShouldBe(0);
        said.ShouldContain("There is no anchor to compare with");
        var (compared, found, _) = await ProductProcess.RunAsync("verify-audit", "--demo", "--data", data.Path, "--anchors", elsewhere);
        compared.ShouldBe(3);
        found.ShouldContain($"rows {last - 9} to {last} were known from the anchor of 2026-12-01 09:00:00 +07:00");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        using var data = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(data.Path, "demo"));
        await File.WriteAllTextAsync(Path.Combine(data.Path, "demo", "socialwork.db"), new string('x', 5_000));
        var (code, _, complaints) = await ProductProcess.RunAsync("verify-audit", "--demo", "--data", data.Path);
        code.ShouldBe(2);
        complaints.ShouldContain("cannot be read");
    }

    private TemporaryFolder Copy()
    {
        var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        return data;
    }

    private static void Execute(TemporaryFolder data, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "demo", "socialwork.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
