using System.Collections.Immutable;
using System.Security.Claims;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Accounts;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/accounts: the accounts that one manages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithMetadata(new NotByTokenAttribute());
        accounts.MapGet("", ListAsync).WithName("ListAccounts").WithSummary("Accounts that the account manages, by user name; ?unit= ?search= (without accents) ?after= ?limit= (at most 200).");
        accounts.MapPost("", AddAsync).WithName("AddAccount").WithSummary("Makes an account {fullName, email, telephone, memberships: [{role, unit, from, to}]}; the answer has its user name and, this one time, the link by which its person chooses a password.");
        accounts.MapGet("/{userName}", GetAsync).WithName("GetAccount").WithSummary("One account; its ETag goes into If-Match.");
        accounts.MapPatch("/{userName}", ChangeAsync).WithName("ChangeAccount").WithSummary("Changes name, e-mail, telephone or roles; with If-Match.");
        accounts.MapPost("/{userName}/disable", (HttpContext http, string userName, AccountService service, CancellationToken cancellationToken) =>
            StepAsync(http, seen => service.DisableAsync(http.User.Actor(), userName, disabled: true, seen, cancellationToken))).WithName("DisableAccount").WithSummary("Shuts an account; its sessions end.");
        accounts.MapPost("/{userName}/enable", (HttpContext http, string userName, AccountService service, CancellationToken cancellationToken) =>
            StepAsync(http, seen => service.DisableAsync(http.User.Actor(), userName, disabled: false, seen, cancellationToken))).WithName("EnableAccount").WithSummary("Opens an account again.");
        accounts.MapPost("/{userName}/reset", ResetAsync).WithName("ResetAccount").WithSummary("Takes the password away, ends sessions and tokens, and answers a link for a new one; {secondFactor: true} takes the second factor away too.");
        accounts.MapPost("/{userName}/erase", (HttpContext http, string userName, AccountService service, CancellationToken cancellationToken) =>
            StepAsync(http, seen => service.EraseAsync(http.User.Actor(), userName, seen, cancellationToken))).WithName("EraseAccount").WithSummary("Erases what is personal and shuts the account for good; its user name stays where it stands.");
    }

    /// <summary>An account as the API writes it.</summary>
    public static object View(Account account) => new
    {
        UserName = account.Handle,
        Name = account.IsErased ? Account.ErasedName : new Abstractions.Text(account.FullName ?? account.Handle, account.FullName ?? account.Handle),
        account.FullName,
        account.Email,
        account.Telephone,
        State = StateOf(account),
        SecondFactor = account.HasSecondFactor,
        account.Memberships,
        account.Revision,
        account.CreatedAt,
        account.CreatedBy,
    };

    private static string StateOf(Account account) => account switch
    {
        { IsErased: true } => "erased",
        { IsDisabled: true } => "disabled",
        { IsActivated: false } => "waiting",
        _ => "active",
    };

    private static async Task<IResult> ListAsync(HttpContext http, string? unit, string? search, string? after, int? limit, ClaimsPrincipal user, AccountService service, CancellationToken cancellationToken) =>
        await service.PageAsync(user.Actor(), unit, search, after, limit ?? AccountQuery.MaxPage, cancellationToken) switch
        {
            Result<ImmutableArray<Account>>.Ok ok => Answers.Json(http, ok.Value.Select(View)),
            Result<ImmutableArray<Account>>.No no => Answers.Refuse(http, no.Refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        };

    private static async Task<IResult> GetAsync(HttpContext http, string userName, ClaimsPrincipal user, AccountService service, CancellationToken cancellationToken) =>
        Shown(http, await service.FindAsync(user.Actor(), userName, cancellationToken));

    private static Task<IResult> AddAsync(HttpContext http, ClaimsPrincipal user, AccountService service, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body => Shown(http, await AccountBody.Read(body, isNew: true).ThenAsync(edit => service.AddAsync(user.Actor(), edit, cancellationToken)), StatusCodes.Status201Created),
        cancellationToken);

    private static Task<IResult> ChangeAsync(HttpContext http, string userName, ClaimsPrincipal user, AccountService service, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body => Shown(http, await AccountBody.Read(body, isNew: false).ThenAsync(edit => service.ChangeAsync(user.Actor(), userName, edit, Answers.SeenOf(http), cancellationToken))),
        cancellationToken);

    private static async Task<IResult> ResetAsync(HttpContext http, string userName, ClaimsPrincipal user, AccountService service, CancellationToken cancellationToken)
    {
        Task<IResult> ResetAsync(bool secondFactor) => ShownAsync(http, service.ResetAsync(user.Actor(), userName, secondFactor, SeenOrAny(http), cancellationToken));
        return RequestBody.IsThere(http)
            ? await RequestBody.WithAsync(http, body => ResetAsync(body.TryGetProperty("secondFactor", out var wish) && wish.ValueKind == System.Text.Json.JsonValueKind.True), cancellationToken)
            : await ResetAsync(secondFactor: false);
    }

    private static async Task<IResult> StepAsync(HttpContext http, Func<long?, Task<Result<Account>>> step) => Shown(http, await step(SeenOrAny(http)));

    private static long? SeenOrAny(HttpContext http) => http.Request.Headers.IfMatch.Count == 0 ? null : Answers.SeenOf(http) ?? -1;

    private static async Task<IResult> ShownAsync(HttpContext http, Task<Result<Invitation>> made) => Shown(http, await made);

    private static IResult Shown(HttpContext http, Result<Account> result)
    {
        if (result is not Result<Account>.Ok { Value: var account }) return Answers.Refuse(http, ((Result<Account>.No)result).Refusal);
        Answers.SetRevision(http, account.Revision);
        return Answers.Json(http, View(account));
    }

    private static IResult Shown(HttpContext http, Result<Invitation> result, int status = StatusCodes.Status200OK)
    {
        if (result is not Result<Invitation>.Ok { Value: var made }) return Answers.Refuse(http, ((Result<Invitation>.No)result).Refusal);
        Answers.SetRevision(http, made.Account.Revision);
        http.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status201Created) http.Response.Headers.Location = "/api/v1/accounts/" + made.Account.Handle;
        return Answers.Json(http, new { Account = View(made.Account), UserName = made.Account.Handle, made.Code, made.Link, made.ExpiresAt }, status);
    }
}
