using Shouldly;
using SocialWork.Core.Accounts;
using Xunit;

namespace SocialWork.Core.Tests.Accounts;

public sealed class CodeTests
{
    // The key of RFC 6238, appendix B, in base 32; its codes there have two more digits in front.
    private const string RfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) => TimeCodes.CodeAt(RfcKey, DateTimeOffset.FromUnixTimeSeconds(second)).ShouldBe(code);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        TimeCodes.StepOf(RfcKey, TimeCodes.CodeAt(RfcKey, now.AddSeconds(seconds)), now).HasValue.ShouldBe(accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("28708a")]
    [InlineData("２８７０８２")]
    public void What_is_no_code_is_none(string code) => TimeCodes.StepOf(RfcKey, code, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    [Fact]
    public void A_key_is_written_so_that_it_reads_back()
    {
        TimeCodes.MakeKey(new FixedSecrets([.. "12345678901234567890"u8])).ShouldBe(RfcKey);
        TimeCodes.Uri("SocialWork", "19960.reporter", RfcKey).ShouldBe($"otpauth://totp/SocialWork:19960.reporter?secret={RfcKey}&issuer=SocialWork");
    }

    [Fact]
    public void A_code_is_accepted_once_and_none_of_an_earlier_step()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var credentials = Credentials.None with { AuthenticatorKey = RfcKey };
        var after = credentials.Accepting(TimeCodes.CodeAt(RfcKey, now), Keys, now).ShouldNotBeNull();
        after.Accepting(TimeCodes.CodeAt(RfcKey, now), Keys, now).ShouldBeNull();
        after.Accepting(TimeCodes.CodeAt(RfcKey, now.AddSeconds(-30)), Keys, now).ShouldBeNull();
        after.Accepting(TimeCodes.CodeAt(RfcKey, now.AddSeconds(30)), Keys, now).ShouldNotBeNull();
    }

    [Fact]
    public void A_key_that_was_stored_in_clear_is_sealed_when_its_code_is_accepted_and_a_sealed_one_stays_as_it_is()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var stored = Credentials.None with { AuthenticatorKey = RfcKey };
        stored.Accepting("000000", Keys, now).ShouldBeNull();
        var after = stored.Accepting(TimeCodes.CodeAt(RfcKey, now), Keys, now).ShouldNotBeNull();
        after.AuthenticatorKey.ShouldNotBeNull().ShouldNotContain(RfcKey);
        Keys.Open(after.AuthenticatorKey).ShouldBe(RfcKey);
        var next = after.Accepting(TimeCodes.CodeAt(RfcKey, now.AddSeconds(30)), Keys, now.AddSeconds(30)).ShouldNotBeNull();
        next.AuthenticatorKey.ShouldBe(after.AuthenticatorKey);
    }

    [Fact]
    public void A_key_whose_seal_cannot_be_opened_takes_no_code_and_leaves_the_recovery_codes()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var credentials = Credentials.None with { AuthenticatorKey = Keys.Store(RfcKey), RecoveryHashes = [OneTimeCode.HashOf("01HJK-MZ0Z7")] };
        var lost = new AuthenticatorKeys(new LostSeal());
        lost.Open(credentials.AuthenticatorKey).ShouldBeNull();
        credentials.Accepting(TimeCodes.CodeAt(RfcKey, now), lost, now).ShouldBeNull();
        credentials.Accepting("01HJK-MZ0Z7", lost, now).ShouldNotBeNull().RecoveryHashes.ShouldBeEmpty();
    }

    [Fact]
    public void A_recovery_code_is_accepted_once_however_it_is_typed()
    {
        var code = OneTimeCode.Make(new FixedSecrets([0, 1, 17, 18, 19, 20, 31, 32, 255, 7]), OneTimeCode.RecoveryLength);
        code.ShouldBe("01HJK-MZ0Z7");
        var credentials = Credentials.None with { AuthenticatorKey = RfcKey, RecoveryHashes = [OneTimeCode.HashOf(code)] };
        var after = credentials.Accepting("oihjk mzoz7", Keys, DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        after.RecoveryHashes.ShouldBeEmpty();
        after.Accepting(code, Keys, DateTimeOffset.UnixEpoch).ShouldBeNull();
    }

    [Fact]
    public void Secrets_are_not_written_by_what_carries_them()
    {
        var account = new Account { Handle = "admin", Memberships = [], CreatedAt = default, CreatedBy = "product" };
        var token = new AccessToken("id", "admin", "báo cáo", TokenScopes.Read, default, default);
        object[] carriers =
        [
            Credentials.None with { PasswordHash = "s3cret", CodeHash = "s3cret", AuthenticatorKey = "s3cret" },
            new SignInRequest("admin", "s3cret") { Code = "s3cret", Stamp = "s3cret" },
            new Invitation(account, "s3cret", default),
            new NewToken(token, "s3cret"),
            new NewAuthenticator("s3cret", "s3cret"),
            new PasswordProof("ADMIN", account, Credentials.None with { PasswordHash = "s3cret" }, false) { Rehashed = "s3cret" },
        ];
        foreach (var carrier in carriers) carrier.ToString()!.ShouldNotContain("s3cret");
    }

    private sealed class FixedSecrets(byte[] bytes) : ISecretSource
    {
        public byte[] Bytes(int count) => bytes[..count];
    }

    private static AuthenticatorKeys Keys { get; } = new(new TurningSeal());

    private sealed class TurningSeal : ISecretSeal
    {
        public string Seal(string text) => new([.. text.Reverse()]);

        public string? Open(string seal) => new([.. seal.Reverse()]);
    }

    private sealed class LostSeal : ISecretSeal
    {
        public string Seal(string text) => throw new NotSupportedException();

        public string? Open(string seal) => null;
    }
}
