using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Registers;
using SocialWork.Host.Composition;
using SocialWork.Persistence;

namespace SocialWork.Host.Api;

/// <summary>Reads the audit log for one reader: of what the reader may not see the steps, and not the values. Not for concurrent use.</summary>
public sealed class AuditReading(AuditLog log, RequestModules modules)
{
    /// <summary>Why a search is not carried out: its text is too long, or would be searched for in too many lines; null for nothing.</summary>
    public async Task<Refusal?> RefusalOfAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        if (query.Text?.Length > AuditQuery.MaxText)
            return new Refusal(RefusalKind.Malformed, "audit.textTooLong", $"“text” dài quá {AuditQuery.MaxText} ký tự: tìm bằng ít chữ hơn.", $"'text' is longer than {AuditQuery.MaxText} characters: search for fewer words.");
        return !await log.IsTooWideAsync(query, cancellationToken) ? null : new Refusal(
            RefusalKind.Unprocessable,
            "audit.searchTooWide",
            $"Phải tìm chữ trong hơn {AuditLog.MaxSearched} dòng nhật ký: thu hẹp bằng from, to, entity, actor hoặc action.",
            $"The text would be searched for in more than {AuditLog.MaxSearched} lines: narrow it with from, to, entity, actor or action.");
    }

    /// <summary>The lines of a search page by page, newest first; a page may hold fewer lines than were asked for.</summary>
    public async IAsyncEnumerable<List<AuditLine>> PagesAsync(AuditQuery query, Actor who, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = await log.PageAsync(query, cancellationToken); !page.IsEmpty; page = await log.PageAsync(query with { Before = page[^1].Id }, cancellationToken))
            yield return await ShownAsync(page, query.Text, who, cancellationToken);
    }

    private async Task<List<AuditLine>> ShownAsync(ImmutableArray<AuditLine> lines, string? text, Actor who, CancellationToken cancellationToken)
    {
        var shown = new List<AuditLine>(lines.Length);
        foreach (var line in lines)
        {
            if (await MayReadAsync(who, line, cancellationToken)) shown.Add(line);
            // A line that was found for words which its reader may not see would tell that they are there.
            else if (text is null || AuditLog.Holds(line.Entity, text)) shown.Add(line with { Before = null, After = null, Reason = null, Hash = null });
        }

        return shown;
    }

    // The log holds the values of drafts and entries: who may not read them reads of their steps, not of their values.
    private async Task<bool> MayReadAsync(Actor who, AuditLine line, CancellationToken cancellationToken)
    {
        var entity = line.Entity.Split('/');
        if (entity is ["register", var register, ..]) return RegisterSet.Find(register) is { } found && RegisterAccess.MaySeeWhole(who, found.Definition);
        if (entity is not ["submission", var plan, var form, var unit, _]) return true;
        return await modules.ModelAsync(plan, cancellationToken) is { } model
            && model.Form(form) is { } known
            && model.Units.Find(unit) is { } owner
            && AccessPolicy.MayRead(who, model.Plan, owner, known.Definition);
    }
}
