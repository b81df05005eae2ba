using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core.Auditing;
using SocialWork.Core.Forms;
using SocialWork.Core.Time;

namespace SocialWork.Core.Accounts;

/// <summary>A token as it is handed out, once.</summary>
public sealed record NewToken(AccessToken Token, string Secret)
{
    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => Token.ToString();
}

/// <summary>How a token is written: <c>swm_id_secret</c>, the secret of 256 bits, kept as its SHA-256. Pure; safe for concurrent use.</summary>
internal static class TokenText
{
    public const int IdBytes = 8;
    public const int SecretBytes = 32;
    private const string Prefix = "swm";

    public static string Write(string id, string secret) => $"{Prefix}_{id}_{secret}";

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    public static bool TryRead(string text, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out string? secretHash)
    {
        (id, secretHash) = (null, null);
        if (text.Split('_') is not [Prefix, { Length: IdBytes * 2 } first, { Length: SecretBytes * 2 } second] || !first.All(char.IsAsciiHexDigitLower) || !second.All(char.IsAsciiHexDigitLower)) return false;
        (id, secretHash) = (first, HashOf(second));
        return true;
    }
}

/// <summary>Personal access tokens of an account. Their dates are the city's. Safe for concurrent use.</summary>
public sealed class TokenService(IAccountStore store, ISecretSource secrets, CityClock clock)
{
    /// <summary>The longest a token is good, in days.</summary>
    public const int MaxDays = 366;

    /// <summary>Open tokens of one account.</summary>
    public const int MaxOpen = 20;

    /// <summary>Characters of a token's name.</summary>
    public const int MaxName = 100;

    /// <summary>Makes a token.</summary>
    /// <param name="handle">Whose.</param>
    /// <param name="name">What its person calls it.</param>
    /// <param name="expiresAt">When it ends; null where nothing was said that can be understood.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<NewToken>> AddAsync(string handle, string name, DateTimeOffset? expiresAt, TokenScopes scopes, CancellationToken cancellationToken)
    {
        if (!CellText.TryNormalise(name, out var called) || called.Length is 0 or > MaxName) return No("token.name", $"Đặt tên cho mã truy cập, tối đa {MaxName} ký tự.", $"Give the token a name of at most {MaxName} characters.");
        if (expiresAt is not { } end || end <= clock.Now || end > CityClock.StartOf(clock.Today.AddDays(MaxDays + 1)))
            return No("token.expires", $"Ngày hết hạn (expires, dạng yyyy-MM-dd) phải từ hôm nay đến {MaxDays} ngày sau.", $"The last day (expires, yyyy-MM-dd) must be between today and {MaxDays} days ahead.");
        if (scopes == TokenScopes.None) return No("token.scopes", "Phạm vi (scopes) phải có read, write hoặc cả hai.", "The scopes must be read, write or both.");
        var secret = Convert.ToHexStringLower(secrets.Bytes(TokenText.SecretBytes));
        var token = new AccessToken(Convert.ToHexStringLower(secrets.Bytes(TokenText.IdBytes)), handle, called, scopes, clock.Now, end);
        return await store.WriteAsync<Result<NewToken>>(
            work =>
            {
                if (work.CountTokens(handle, clock.Now) >= MaxOpen)
                    return new Refusal(RefusalKind.Conflict, "token.tooMany", $"Mỗi tài khoản có tối đa {MaxOpen} mã truy cập còn hiệu lực: thu hồi mã không dùng nữa.", $"An account has at most {MaxOpen} open tokens: take back those that are not used.");
                work.Add(token, TokenText.HashOf(secret));
                work.Log(handle, handle, AuditActions.TokenAdd, after: $"{token.Id} {scopes}");
                return new NewToken(token, TokenText.Write(token.Id, secret));
            },
            cancellationToken);
    }

    /// <summary>The tokens of an account, newest first, without their secrets.</summary>
    public Task<ImmutableArray<AccessToken>> ListAsync(string handle, CancellationToken cancellationToken) => store.TokensAsync(handle, cancellationToken);

    /// <summary>Takes a token back.</summary>
    public Task<Result<string>> EndAsync(string handle, string id, CancellationToken cancellationToken) => store.WriteAsync<Result<string>>(
        work =>
        {
            if (!work.EndToken(handle, id, clock.Now)) return new Refusal(RefusalKind.NotFound, "token.unknown", "Không có mã truy cập này, hoặc mã đã bị thu hồi.", "There is no such token, or it was taken back.");
            work.Log(handle, handle, AuditActions.TokenEnd, after: id);
            return id;
        },
        cancellationToken);

    private static Refusal No(string code, string vi, string en) => new(RefusalKind.Unprocessable, code, vi, en);
}
