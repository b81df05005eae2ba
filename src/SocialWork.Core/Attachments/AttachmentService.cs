using System.Collections.Immutable;
using System.Text.Json;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;

namespace SocialWork.Core.Attachments;

/// <summary>An attachment that somebody may read, with its content, which the caller disposes.</summary>
public sealed record AttachmentContent(Attachment Attachment, Stream Content);

/// <summary>
/// Receives attachments and hands them out: the one way in, for pages and API alike. An attachment is seen by who uploaded it
/// and by those who may read a draft, a version or a register's entry that refers to it. Safe for concurrent use.
/// </summary>
public sealed class AttachmentService(IAttachmentStore store, IAttachmentFiles files, ISubmissionReader reader, IRegisterStore registers, PlanModels models, FormArchive archive, CityClock clock)
{
    /// <summary>Receives a file. The same file of the same account under the same name is the same attachment.</summary>
    /// <param name="actor">Who uploads it.</param>
    /// <param name="name">What the sender calls it; a path before it is cut off.</param>
    /// <param name="content">Its content, read once, forwards.</param>
    /// <param name="rest">What is wrong with what the sender sent behind the content; asked before anything is kept.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept then.</param>
    /// <exception cref="InvalidDataException">The content broke off.</exception>
    public async Task<Result<Attachment>> UploadAsync(Actor actor, string name, Stream content, Func<CancellationToken, Task<Refusal?>> rest, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MayAttach(actor)) return new Refusal(RefusalKind.Forbidden, "access.denied", "Tài khoản này không được tải tệp lên.", "This account may not upload files.");
        if (AttachmentName.Read(name) is not { } called)
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                "attachment.badName",
                $"Tên tệp trống, có ký tự không in được hoặc dài quá {AttachmentLimits.MaxNameLength} ký tự; hãy đổi tên tệp.",
                $"The file's name is blank, holds characters that cannot be printed or is longer than {AttachmentLimits.MaxNameLength} characters; rename the file.");
        }

        return await (await files.StageAsync(content, cancellationToken)).ThenAsync<IStagedFile, Attachment>(async staged =>
        {
            using (staged)
            {
                var judged = ContentJudge.Judge(staged.Content);
                if (judged is not Result<AttachmentType>.Ok { Value: var type }) return ((Result<AttachmentType>.No)judged).Refusal;
                if (await rest(cancellationToken) is { } refusal) return refusal;
                staged.Keep();
                var attachment = new Attachment(staged.Id, AttachmentName.For(called, type), type, staged.Size, actor.UserName, actor.Unit, clock.Now);
                return await store.AddAsync(attachment, cancellationToken);
            }
        });
    }

    /// <summary>Opens an attachment for somebody who may see it, and logs that he did. One that he may not see does not exist for him.</summary>
    public async Task<Result<AttachmentContent>> OpenAsync(Actor actor, ISectorLease lease, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, lease, id, cancellationToken) is not { } attachment)
            return new Refusal(RefusalKind.NotFound, "attachment.unknown", "Không có tệp đính kèm này.", "There is no such attachment.");
        if (files.Open(id) is not { } content)
        {
            return new Refusal(
                RefusalKind.NotFound,
                "attachment.fileMissing",
                $"Tệp “{attachment.Name}” không còn trên máy chủ: báo quản trị viên khôi phục thư mục files từ bản sao lưu.",
                $"The file '{attachment.Name}' is not on the server any more: ask an administrator to restore the folder files from a backup.");
        }

        await store.LogReadAsync(attachment, actor.UserName, clock.Now, cancellationToken);
        return new AttachmentContent(attachment, content);
    }

    /// <summary>The attachment as the account may see it; null where there is none or it may not.</summary>
    public async Task<Attachment?> FindAsync(Actor actor, ISectorLease lease, string id, CancellationToken cancellationToken)
    {
        if (!Attachment.IsId(id)) return null;
        var known = await store.FindAsync(id, cancellationToken);
        if (known.IsEmpty) return null;
        if (known.FirstOrDefault(a => a.By == actor.UserName) is { } own) return own;
        foreach (var use in await store.UsesAsync(id, cancellationToken))
        {
            // The first name it came under: whoever sends the same file again does not rename it for others.
            if (await ShowsAsync(actor, lease, use, id, cancellationToken)) return known[^1];
        }

        foreach (var use in await store.EntryUsesAsync(id, cancellationToken))
        {
            if (await ShowsAsync(actor, lease, use, id, cancellationToken)) return known[^1];
        }

        return null;
    }

    /// <summary>
    /// What is wrong with the files that a JSON map of values refers to: those that do not exist, or that the sender may not
    /// see; null where nothing is. Values that cannot be read are for their reader to name.
    /// </summary>
    public async Task<Refusal?> CheckAsync(SubmissionRequest request, SubmissionTarget target, JsonElement values, CancellationToken cancellationToken)
    {
        var form = target.Form.Compiled;
        if (!FileReferences.Has(form)) return null;
        return FormValuesJson.Patch(form, request.Model.Submitting(target.Unit), FormValues.None, values) is Result<FormValues>.Ok { Value: var read }
            ? await CheckAsync(request, target, read, cancellationToken)
            : null;
    }

    /// <summary>The same, of values that were read already.</summary>
    public async Task<Refusal?> CheckAsync(SubmissionRequest request, SubmissionTarget target, FormValues read, CancellationToken cancellationToken)
    {
        var unknown = await UnknownAsync(request.Actor, request.Lease, target.Form.Compiled, read, cancellationToken);
        return unknown.IsEmpty ? null : new Refusal(
            RefusalKind.Unprocessable,
            "form.valuesRefused",
            new Text($"Có {unknown.Length} tệp không tồn tại; chưa lưu gì.", $"{unknown.Length} files do not exist; nothing was saved."),
            unknown);
    }

    /// <summary>The cells that refer to a file that does not exist, or that the account may not see.</summary>
    public async Task<ImmutableArray<CellProblem>> UnknownAsync(Actor actor, ISectorLease lease, CompiledForm form, FormValues read, CancellationToken cancellationToken)
    {
        var unknown = ImmutableArray.CreateBuilder<CellProblem>();
        foreach (var (cell, id) in FileReferences.In(form, read))
        {
            if (await FindAsync(actor, lease, id, cancellationToken) is not null) continue;
            var label = form.LabelOf(cell);
            unknown.Add(new CellProblem(cell.ToString(), "value.fileUnknown", new Text(
                $"{label.Vi}: không có tệp đính kèm này; hãy tải tệp lên trước rồi gửi mã (id) nhận được.",
                $"{label.En}: there is no such attachment; upload the file first and send the id that you get.")));
        }

        return unknown.ToImmutable();
    }

    // The store says where a file was once referred to; whether it still is, where the reader may look, is read from the submission.
    private async Task<bool> ShowsAsync(Actor actor, ISectorLease lease, SubmissionKey key, string id, CancellationToken cancellationToken)
    {
        if (await models.GetAsync(key.Plan, lease, cancellationToken) is not { } model) return false;
        if (SubmissionTarget.FindToRead(model, new SubmissionAddress(key.Form, key.Unit, key.Period), actor) is not Result<SubmissionTarget>.Ok { Value: var target }) return false;
        var history = SubmissionHistory.For(actor, model, target, await reader.HistoryAsync(key, cancellationToken));
        if (history.Versions.Any(v => v.Paper?.Scan == id || Refers(archive[v.FormHash], v.Values, id))) return true;
        if (!AccessPolicy.MaySeeDraft(actor, model.Plan, target.Unit, target.Form.Definition)) return false;
        var now = await reader.FindAsync(key, target.Form.Compiled.Hash, cancellationToken);
        return now.Draft is { } draft && Refers(target.Form.Compiled, draft.Values, id);
    }

    // What the entry holds now: unlike a version, it shows nothing of its past.
    private async Task<bool> ShowsAsync(Actor actor, ISectorLease lease, EntryUse use, string id, CancellationToken cancellationToken)
    {
        if (RegisterSet.Find(use.Register) is not { } register || await registers.FindAsync(use.Register, use.Entry, cancellationToken) is not { } entry) return false;
        if (await models.NewestAsync(lease, cancellationToken) is not { } model) return false;
        var shown = RegisterAccess.Shown(new RegisterRequest(actor, model, lease, use.Register), register.Definition, entry);
        return Refers(register.Form, shown.Values, id);
    }

    private static bool Refers(CompiledForm form, FormValues values, string id) => FileReferences.In(form, values).Any(reference => reference.Id == id);
}
