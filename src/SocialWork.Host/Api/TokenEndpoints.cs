using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Accounts;
using SocialWork.Core.Time;
using SocialWork.Host.Accounts;

namespace SocialWork.Host.Api;

/// <summary>/api/v1/tokens: personal access tokens of one's own account.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithMetadata(new NotByTokenAttribute());
        tokens.MapPost("", AddAsync).WithName("AddToken").WithSummary("Makes a token {name, expires, scopes: [read, write]} for Authorization: Bearer; it is shown this one time. Without scopes it reads only; a date holds to its end; at most 366 days.");
        tokens.MapGet("", ListAsync).WithName("ListTokens").WithSummary("One's own tokens, newest first, without their secrets.");
        tokens.MapDelete("/{id}", EndAsync).WithName("EndToken").WithSummary("Takes a token back.");
    }

    /// <summary>A token as the API writes it, without its secret.</summary>
    public static object View(AccessToken token) => new { token.Id, token.Name, Scopes = WordsOf(token.Scopes), token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt };

    private static Task<IResult> AddAsync(HttpContext http, ClaimsPrincipal user, TokenService tokens, CancellationToken cancellationToken) => RequestBody.WithAsync(
        http,
        async body =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await tokens.AddAsync(user.Actor().UserName, RequestBody.TextOf(body, "name"), EndOf(RequestBody.TextOf(body, "expires")), ScopesOf(body), cancellationToken) switch
            {
                Result<NewToken>.Ok { Value: var made } => Answers.Json(
                    http,
                    new { Token = made.Secret, made.Token.Id, made.Token.Name, Scopes = WordsOf(made.Token.Scopes), made.Token.CreatedAt, made.Token.ExpiresAt },
                    StatusCodes.Status201Created),
                Result<NewToken>.No no => Answers.Refuse(http, no.Refusal),
                _ => throw new InvalidOperationException("Unknown result."),
            };
        },
        cancellationToken);

    private static async Task<IResult> ListAsync(HttpContext http, ClaimsPrincipal user, TokenService tokens, CancellationToken cancellationToken) =>
        Answers.Json(http, (await tokens.ListAsync(user.Actor().UserName, cancellationToken)).Select(View));

    private static async Task<IResult> EndAsync(HttpContext http, string id, ClaimsPrincipal user, TokenService tokens, CancellationToken cancellationToken) =>
        await tokens.EndAsync(user.Actor().UserName, id, cancellationToken) is Result<string>.No no ? Answers.Refuse(http, no.Refusal) : Results.NoContent();

    // A date holds to its end in the city, a moment to itself.
    private static DateTimeOffset? EndOf(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day < DateOnly.MaxValue ? CityClock.StartOf(day.AddDays(1)) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
    }

    private static TokenScopes ScopesOf(JsonElement body)
    {
        if (!body.TryGetProperty("scopes", out var list) || list.ValueKind == JsonValueKind.Null) return TokenScopes.Read;
        if (list.ValueKind != JsonValueKind.Array) return TokenScopes.None;
        var scopes = TokenScopes.None;
        foreach (var item in list.EnumerateArray())
        {
            switch (item.ValueKind == JsonValueKind.String ? item.GetString() : null)
            {
                case "read":
                    scopes |= TokenScopes.Read;
                    break;
                case "write":
                    scopes |= TokenScopes.Write;
                    break;
                default:
                    return TokenScopes.None;
            }
        }

        return scopes;
    }

    private static IEnumerable<string> WordsOf(TokenScopes scopes) =>
        Enum.GetValues<TokenScopes>().Where(s => s != TokenScopes.None && scopes.HasFlag(s)).Select(s => s == TokenScopes.Read ? "read" : "write");
}
