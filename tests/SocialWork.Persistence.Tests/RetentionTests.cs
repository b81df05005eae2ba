using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Core.Retention;
using SocialWork.Core.Time;

namespace SocialWork.Persistence.Tests;

/// <summary>What is kept long enough is removed, and nothing else.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly RetentionPolicy Policy = new();

    [Fact]
    public async Task What_ended_longer_ago_than_it_is_kept_is_removed_and_the_rest_stays()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var time = new StandingClock(Now);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        await store.WriteAsync(
            work =>
            {
                Account(work, "a", Now.AddDays(-Policy.Codes).AddMinutes(-1));
                Account(work, "b", Now.AddDays(-Policy.Codes).AddMinutes(1));
                work.Add(Session("old", Now.AddDays(-Policy.Sessions).AddMinutes(-1)));
                work.Add(Session("young", Now.AddDays(-Policy.Sessions).AddMinutes(1)));
                work.Add(Token("old", Now.AddDays(-Policy.Tokens).AddMinutes(-1)), "hash");
                work.Add(Token("young", Now.AddDays(-Policy.Tokens).AddMinutes(1)), "hash");
                work.Save("NAME", SignInCount.None.Begun(Now.AddDays(-3)));
                work.Save("OTHER", SignInCount.None.Begun(Now));
                return true;
            },
            CancellationToken.None);
        await test.Gate.RunAsync(
            session =>
            {
                session.Execute("INSERT INTO idempotency(\"Key\",\"Submission\",\"At\") VALUES('old','x',@0),('young','x',@1)", Milliseconds(Now.AddDays(-Policy.RetryKeys).AddMinutes(-1)), Milliseconds(Now));
                return true;
            },
            CancellationToken.None);

        var retention = new RetentionStore(test.Gate, new CityClock(time), time);
        (await retention.SweepAsync(Policy, CancellationToken.None)).ShouldBe(new RetentionResult(1, 1, 1, 1, 1));
        test.Rows("SELECT Id FROM account_sessions").ShouldHaveSingleItem()[0].ShouldBe("young");
        test.Rows("SELECT Id FROM account_tokens").ShouldHaveSingleItem()[0].ShouldBe("young");
        test.Rows("SELECT Handle FROM accounts WHERE CodeHash IS NOT NULL").ShouldHaveSingleItem()[0].ShouldBe("b");
        test.Rows("SELECT \"Key\" FROM idempotency").ShouldHaveSingleItem()[0].ShouldBe("young");
        test.Count("sign_in_counts").ShouldBe(1);
        test.Count("accounts").ShouldBe(2);

        var log = await test.Audit.PageAsync(new AuditQuery { Entity = "retention" }, CancellationToken.None);
        log.ShouldHaveSingleItem().After.ShouldNotBeNull().ShouldContain("Sessions = 1");
        (await retention.SweepAsync(Policy, CancellationToken.None)).ShouldBe(RetentionResult.Nothing);
        (await test.Audit.PageAsync(new AuditQuery { Entity = "retention" }, CancellationToken.None)).Length.ShouldBe(1, "nothing was removed, nothing to tell");
        (await retention.SweepAsync(Policy with { Sessions = 1 }, CancellationToken.None)).Sessions.ShouldBe(1);
    }

    private static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static void Account(IAccountWork work, string handle, DateTimeOffset codeEnds) => work.Add(
        new Account { Handle = handle, Memberships = [new Membership(Role.Reporter, "SYT", new DateOnly(2026, 1, 1), null)], CreatedAt = Now, CreatedBy = "admin" },
        Credentials.None with { CodeHash = handle, CodeExpiresAt = codeEnds });

    private static AccountSession Session(string id, DateTimeOffset ended) => new(id, "a", ended - AccountSession.Lifetime, ended, ended, "10.0.0.1", "browser");

    private static AccessToken Token(string id, DateTimeOffset ended) => new(id, "a", "báo cáo", TokenScopes.Read, ended.AddDays(-1), ended);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
