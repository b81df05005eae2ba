using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Core.Units;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Persistence;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Host.Pages.Admin;

/// <summary>The audit log: searched, paged, exported, verified.</summary>
public sealed class AuditModel(AuditReading log, AuditVerification verification, IReferenceStore reference) : FormPage(reference)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Characters of a value that the page shows; the file has the whole.</summary>
    public const int MostCharacters = 300;

    /// <inheritdoc/>
    public override string Title => Say("Nhật ký", "Audit log");

    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true, Name = "actor")]
    public string? By { get; set; }

    /// <summary>With what: how its name begins.</summary>
    [BindProperty(SupportsGet = true, Name = "entity")]
    public string? Entity { get; set; }

    /// <summary>What was done.</summary>
    [BindProperty(SupportsGet = true, Name = "action")]
    public string? Action { get; set; }

    /// <summary>Every action that can be asked for, in the reader's words and order.</summary>
    public IEnumerable<(string Action, string Words)> Actions =>
        AuditWords.Actions.Select(action => (Action: action, Words: Say(AuditWords.Of(action)))).OrderBy(item => item.Words, Comparer<string>.Create(UnitNames.Compare));

    /// <summary>Words of entity or reason.</summary>
    [BindProperty(SupportsGet = true, Name = "text")]
    public string? Text { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    /// <summary>The last day, which is still in it.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>The last line of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    /// <summary>The lines, newest first.</summary>
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>What a verification found; null where none was asked for now.</summary>
    public AuditVerdict? Verdict { get; private set; }

    /// <summary>Whether there may be older lines.</summary>
    public bool HasOlder => Lines.Count == PageSize || (Lines.Count > 0 && !string.IsNullOrWhiteSpace(Text));

    /// <summary>Shows a page of the log.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeLog(Actor!)) return LocalRedirect("/denied");
        await FollowPlanAsync(cancellationToken);
        var (from, to) = (Day("from", From), Day("to", To));
        if (!Errors.IsEmpty) return Page();
        var query = Query(from, to);
        if (await log.RefusalOfAsync(query, cancellationToken) is { } refusal)
        {
            Wrong("text", refusal.Message);
            Response.StatusCode = Answers.StatusOf(refusal.Kind);
            return Page();
        }

        Lines = await log.PagesAsync(query, Actor!, cancellationToken).FirstOrDefaultAsync(page => page.Count > 0, cancellationToken) ?? [];
        return Page();
    }

    /// <summary>Reads the whole log and says whether it is what was written.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeLog(Actor!)) return LocalRedirect("/denied");
        Verdict = await verification.RunAsync(cancellationToken);
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>The address of the same lines as a file.</summary>
    public string FileAddress(string suffix)
    {
        var query = Query(Read(From), Read(To));
        return "/api/v1/audit" + suffix + Written(("entity", query.Entity), ("actor", query.Actor), ("action", query.Action), ("text", query.Text), ("from", Moment(query.From)), ("to", Moment(query.To)), ("lang", Language));
    }

    /// <summary>The address of the newest lines of the same search.</summary>
    public string FirstAddress => PageAddress(before: null);

    /// <summary>The address of the lines before these.</summary>
    public string OlderAddress => PageAddress(Lines[^1].Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>A value as far as the page shows it.</summary>
    public static string Short(string value) => value.Length <= MostCharacters ? value : value[..MostCharacters] + "…";

    private string PageAddress(string? before) =>
        "/admin/audit" + Written(("entity", Entity), ("actor", By), ("action", Action), ("text", Text), ("from", From), ("to", To), ("before", before));

    private AuditQuery Query(DateOnly? from, DateOnly? to) => new()
    {
        Entity = Given(Entity),
        Actor = Given(By),
        Action = Given(Action),
        Text = Given(Text),
        From = from is { } first ? CityClock.StartOf(first) : null,
        To = to is { } last ? CityClock.StartOf(last.AddDays(1)) : null,
        Before = Before,
        Limit = PageSize,
    };

    private DateOnly? Day(string field, string? typed)
    {
        if (Given(typed) is not { } text || DateReader.Read(text) is not Result<DateOnly>.No no) return Read(typed);
        Wrong(field, no.Refusal.Message);
        return null;
    }

    private static DateOnly? Read(string? typed) => Given(typed) is { } text && DateReader.Read(text) is Result<DateOnly>.Ok ok ? ok.Value : null;

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Written(params IEnumerable<(string Name, string? Value)> parts) =>
        new QueryBuilder(parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!))).ToString();
}
