using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using Shouldly;
using Xunit;

namespace SocialWork.Persistence.Tests;

public sealed class AccountStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_account_comes_back_as_it_was_saved_and_its_roles_keep_their_order()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        var account = Account("SYT.reporter", Of("SYT", 1), Of("SGDDT", 2));
        await store.WriteAsync(work => { work.Add(account, Credentials.None); return true; }, CancellationToken.None);
        var changed = account with { FullName = "Lê Thị Mới", Revision = 1, Memberships = [account.Memberships[0], account.Memberships[1] with { To = new DateOnly(2026, 12, 1) }, Of("SNV", 3)] };
        await store.WriteAsync(work => { work.Save(changed); return true; }, CancellationToken.None);

        var found = (await store.FindAsync("syt.REPORTER", CancellationToken.None)).ShouldNotBeNull();
        (found with { Memberships = [] }).ShouldBe(changed with { Memberships = [] });
        found.Memberships.ShouldBe(changed.Memberships);
        test.Count("account_memberships").ShouldBe(3);
    }

    [Fact]
    public async Task What_fails_in_the_middle_leaves_nothing()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        var version = store.Version;
        await Should.ThrowAsync<InvalidOperationException>(() => store.WriteAsync<bool>(
            work =>
            {
                work.Add(Account("SYT.reporter", Of("SYT", 1)), Credentials.None);
                work.Log("admin", "SYT.reporter", "Add");
                throw new InvalidOperationException("in the middle");
            },
            CancellationToken.None));
        (await store.FindAsync("SYT.reporter", CancellationToken.None)).ShouldBeNull();
        test.Count("audit WHERE Entity LIKE 'account/%'").ShouldBe(0);
        store.Version.ShouldBe(version);
    }

    [Fact]
    public async Task Two_accounts_never_have_one_handle_whatever_its_capitals()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        await store.WriteAsync(work => { work.Add(Account("SYT.reporter", Of("SYT", 1)), Credentials.None); return true; }, CancellationToken.None);
        await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => store.WriteAsync(work => { work.Add(Account("syt.reporter", Of("SYT", 1)), Credentials.None); return true; }, CancellationToken.None));
        test.Count("accounts").ShouldBe(1);
    }

    [Fact]
    public async Task The_version_changes_with_what_lets_people_in_and_not_with_every_sign_in()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        (await ChangesAsync(work => work.Add(Account("SYT.reporter", Of("SYT", 1)), Credentials.None))).ShouldBeTrue();
        (await ChangesAsync(work => work.Save("SYT.reporter", SignInCount.None.Begun(Now)))).ShouldBeFalse();
        (await ChangesAsync(work => work.Add(Session("one", Now)))).ShouldBeFalse();
        (await ChangesAsync(work => work.EndSession("SYT.reporter", "one", Now))).ShouldBeTrue();
        (await ChangesAsync(work => work.Save("SYT.reporter", Credentials.None with { PasswordHash = "x" }))).ShouldBeTrue();
        (await ChangesAsync(work => work.Add(new AccessToken("t", "SYT.reporter", "máy", TokenScopes.Read, Now, Now.AddDays(1)), "hash"))).ShouldBeFalse();
        (await ChangesAsync(work => work.EndTokens("SYT.reporter", Now))).ShouldBeTrue();

        async Task<bool> ChangesAsync(Action<IAccountWork> step)
        {
            var before = store.Version;
            await store.WriteAsync(work => { step(work); return true; }, CancellationToken.None);
            return store.Version != before;
        }
    }

    [Fact]
    public async Task Counts_are_kept_a_day_after_their_last_failure()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        await store.WriteAsync(work => { work.Save("A", SignInCount.None.Begun(Now)); work.Save("B", SignInCount.None.Begun(Now.AddHours(1))); return true; }, CancellationToken.None);
        await store.WriteAsync(work => { work.Save("C", SignInCount.None.Begun(Now.AddHours(24).AddMilliseconds(1))); return true; }, CancellationToken.None);
        test.Count("sign_in_counts").ShouldBe(2);
        test.Rows("SELECT NameHash FROM sign_in_counts").ShouldAllBe(r => ((string)r[0]!).Length == 64);
    }

    [Fact]
    public async Task One_file_is_taken_once_even_by_two_at_once()
    {
        using var folder = new TempFolder();
        await using var test = await TestStore.OpenAsync(folder.File, sectors: false);
        var store = new AccountStore(test.Gate, test.Readers, test.Clock);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.WriteAsync(work => work.TakeFile("digest", "admin"), CancellationToken.None)));
        taken.Count(t => t).ShouldBe(1);
        (await store.WasTakenAsync("digest", CancellationToken.None)).ShouldBeTrue();
    }

    private static AccountSession Session(string id, DateTimeOffset from) => new(id, "SYT.reporter", from, from, from + AccountSession.Lifetime, null, null);

    private static Membership Of(string unit, int month) => new(Role.Reporter, unit, new DateOnly(2026, month, 1), null);

    private static Account Account(string handle, params Membership[] memberships) => new() { Handle = handle, FullName = "Lê Thị Cũ", Memberships = [.. memberships], CreatedAt = Now, CreatedBy = "admin" };
}
