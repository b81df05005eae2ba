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
        var after = credentials.Accepting(TimeCodes.CodeAt(RfcKey, now), now).ShouldNotBeNull();
        after.Accepting(TimeCodes.CodeAt(RfcKey, now), now).ShouldBeNull();
        after.Accepting(TimeCodes.CodeAt(RfcKey, now.AddSeconds(-30)), now).ShouldBeNull();
        after.Accepting(TimeCodes.CodeAt(RfcKey, now.AddSeconds(30)), now).ShouldNotBeNull();
    }

    [Fact]
    public void A_recovery_code_is_accepted_once_however_it_is_typed()
    {
        var code = OneTimeCode.Make(new FixedSecrets([0, 1, 17, 18, 19, 20, 31, 32, 255, 7]), OneTimeCode.RecoveryLength);
        code.ShouldBe("01HJK-MZ0Z7");
        var credentials = Credentials.None with { AuthenticatorKey = RfcKey, RecoveryHashes = [OneTimeCode.HashOf(code)] };
        var after = credentials.Accepting("oihjk mzoz7", DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        after.RecoveryHashes.ShouldBeEmpty();
        after.Accepting(code, DateTimeOffset.UnixEpoch).ShouldBeNull();
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
}
