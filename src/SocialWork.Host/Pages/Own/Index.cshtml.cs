using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Documents.Words;
using SocialWork.Host.Accounts;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Own;

/// <summary>Tài khoản của tôi: password, second factor, sessions, tokens, data.</summary>
[OwnAccount]
public sealed class IndexModel(OwnAccountService own, TokenService tokens) : SitePage
{
    /// <inheritdoc/>
    public override string Title => Say("Tài khoản của tôi", "My account");

    /// <summary>The account; null for one that is proved elsewhere.</summary>
    public Account? Account { get; private set; }

    /// <summary>The sign-ins, newest first.</summary>
    public ImmutableArray<ListedSession> Sessions { get; private set; } = [];

    /// <summary>The tokens, newest first.</summary>
    public ImmutableArray<AccessToken> Tokens { get; private set; } = [];

    /// <summary>A key that waits for its first code; null where none was asked for now.</summary>
    public NewAuthenticator? Authenticator { get; private set; }

    /// <summary>What is shown once: a token, recovery codes; null for nothing.</summary>
    public ImmutableArray<string>? Shown { get; private set; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>What was done; null for nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>The session of this browser.</summary>
    public string? CurrentSession => ActorClaims.SessionOf(User);

    /// <summary>Whether nothing else is open before the second factor is set up.</summary>
    public bool SecondFactorNeeded => ActorClaims.MissesSecondFactor(User);

    private string Handle => Actor!.UserName;

    /// <summary>Shows the account.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Changes the password.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(string? password, string? newPassword, string? again, CancellationToken cancellationToken)
    {
        if (newPassword != again) Error = Say("Hai lần nhập mật khẩu mới không giống nhau.", "The two new passwords are not the same.");
        else Told(await own.ChangePasswordAsync(Proof(password), newPassword ?? string.Empty, CurrentSession, cancellationToken), "Đã đổi mật khẩu; các phiên đăng nhập khác đã kết thúc.", "The password is changed; the other sessions ended.");
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Begins to set up an authenticator.</summary>
    public async Task<IActionResult> OnPostSecondFactorAsync(string? password, CancellationToken cancellationToken)
    {
        Authenticator = Value(await own.BeginSecondFactorAsync(Proof(password), cancellationToken));
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Switches the second factor on.</summary>
    public async Task<IActionResult> OnPostSecondFactorOnAsync(string? code, CancellationToken cancellationToken)
    {
        var enabled = await own.EnableSecondFactorAsync(Handle, code ?? string.Empty, cancellationToken);
        Told(enabled, "Đã bật xác thực hai bước. Các mã dự phòng dưới đây thay được mã xác thực, mỗi mã dùng một lần.", "The second factor is on. Each recovery code below stands for a code once.");
        if (enabled is Result<ImmutableArray<string>>.Ok ok) Shown = ok.Value;
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Makes new recovery codes.</summary>
    public async Task<IActionResult> OnPostRecoveryCodesAsync(string? password, CancellationToken cancellationToken)
    {
        var renewed = await own.RenewRecoveryCodesAsync(Proof(password), cancellationToken);
        Told(renewed, "Đã cấp mã dự phòng mới; các mã cũ không dùng được nữa.", "The recovery codes are new; the old ones are good for nothing.");
        if (renewed is Result<ImmutableArray<string>>.Ok ok) Shown = ok.Value;
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Switches the second factor off.</summary>
    public async Task<IActionResult> OnPostSecondFactorOffAsync(string? password, CancellationToken cancellationToken)
    {
        Told(await own.DisableSecondFactorAsync(Proof(password), cancellationToken), "Đã tắt xác thực hai bước.", "The second factor is off.");
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Ends another session.</summary>
    public async Task<IActionResult> OnPostEndSessionAsync(string? id, CancellationToken cancellationToken)
    {
        Told(await own.EndSessionAsync(Handle, id ?? string.Empty, cancellationToken), "Đã kết thúc phiên đăng nhập.", "The session ended.");
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Makes a token.</summary>
    public async Task<IActionResult> OnPostTokenAsync(string? name, string? expires, bool write, CancellationToken cancellationToken)
    {
        if (SecondFactorNeeded) return await ShowAsync(cancellationToken);
        DateTimeOffset? end = DateReader.Read(expires ?? string.Empty) is Result<DateOnly>.Ok { Value: var day } ? CityClock.StartOf(day.AddDays(1)) : null;
        if (Value(await tokens.AddAsync(Handle, name ?? string.Empty, end, write ? TokenScopes.Read | TokenScopes.Write : TokenScopes.Read, cancellationToken)) is { } made) Shown = [made.Secret];
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Takes a token back.</summary>
    public async Task<IActionResult> OnPostEndTokenAsync(string? id, CancellationToken cancellationToken)
    {
        Told(await tokens.EndAsync(Handle, id ?? string.Empty, cancellationToken), "Đã thu hồi mã truy cập.", "The token is taken back.");
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Erases the account.</summary>
    public async Task<IActionResult> OnPostEraseAsync(string? password, CancellationToken cancellationToken)
    {
        if (Value(await own.EraseAsync(Proof(password), cancellationToken)) is null) return await ShowAsync(cancellationToken);
        return LocalRedirect("/sign-in?after=erased");
    }

    /// <summary>A role in words, with its time.</summary>
    public string RoleOf(Membership membership)
    {
        var from = When.Date(membership.From);
        var until = membership.To is { } to ? Say($"từ {from} đến trước {When.Date(to)}", $"from {from} until before {When.Date(to)}") : Say($"từ {from}", $"from {from}");
        return $"{Say(RoleWords.Of(membership.Role))}{(membership.Unit is { } unit ? $" ({unit})" : string.Empty)}, {until}";
    }

    /// <summary>What a token may do, in words.</summary>
    public string ScopesOf(AccessToken token) => token.Scopes switch
    {
        TokenScopes.Read => Say("đọc", "reads"),
        TokenScopes.Write => Say("ghi", "writes"),
        _ => Say("đọc và ghi", "reads and writes"),
    };

    private SignInRequest Proof(string? password) => SignInDoor.Proof(HttpContext, password);

    private T? Value<T>(Result<T> result)
        where T : class
    {
        if (result is Result<T>.Ok ok) return ok.Value;
        Error = Say(((Result<T>.No)result).Refusal.Message);
        return null;
    }

    private void Told<T>(Result<T> result, string vi, string en)
    {
        if (result is Result<T>.No no) Error = Say(no.Refusal.Message);
        else Notice = Say(vi, en);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Account = await own.FindAsync(Handle, cancellationToken) is Result<Account>.Ok ok ? ok.Value : null;
        Sessions = await own.SessionsAsync(Handle, cancellationToken);
        Tokens = await tokens.ListAsync(Handle, cancellationToken);
        return Page();
    }
}
