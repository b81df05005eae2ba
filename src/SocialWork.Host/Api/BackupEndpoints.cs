using System.Security.Claims;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Documents.Tables;
using SocialWork.Host.Api.Tables;
using SocialWork.Host.Composition;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Api;

/// <summary>Backups, for administrators.</summary>
internal static class BackupEndpoints
{
    public static void MapBackups(this RouteGroupBuilder api)
    {
        api.MapListing("/system/backups", ListAsync, "ListBackups", "Every backup that this host keeps, newest first.");
        api.MapPost("/system/backups", MakeAsync).WithName("MakeBackup").WithSummary("Makes a backup while the host runs; answers when it is whole. Goes on when the connection is lost.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ClaimsPrincipal user, BackupService backups, CancellationToken cancellationToken) => AccessPolicy.MayBackUp(user.Actor())
        ? await TableAnswers.AnswerAsync(http, Listed, backups.All().Select(ListedBackup.Of), cancellationToken)
        : Answers.Forbidden(http);

    private static async Task<IResult> MakeAsync(HttpContext http, ClaimsPrincipal user, BackupService backups, IHostApplicationLifetime lifetime)
    {
        var who = user.Actor();
        if (!AccessPolicy.MayBackUp(who)) return Answers.Forbidden(http);
        // Not the request's token: a backup that was begun is worth more than an answer that nobody waits for.
        return await backups.MakeAsync(BackupReason.Asked, who.UserName, lifetime.ApplicationStopping) switch
        {
            Result<Backup>.Ok { Value: var made } => Answers.Json(http, ListedBackup.Of(made), StatusCodes.Status201Created),
            Result<Backup>.No { Refusal: var refusal } => Answers.Refuse(http, refusal),
            _ => throw new InvalidOperationException("Unknown result."),
        };
    }

    private static readonly Listing<ListedBackup> Listed = new Listing<ListedBackup>(new Text("Bản sao lưu", "Backups"))
        .Code("Tên", "Name", b => b.Name)
        .Moment("Lúc (giờ Việt Nam)", "At (Vietnam time)", b => b.At)
        .Said("Lý do", "Reason", b => b.Why)
        .Whole("Dung lượng (byte)", "Size (bytes)", b => b.Size)
        .Whole("Tệp đính kèm", "Attached files", b => b.Attachments)
        .Whole("Tệp thiếu", "Missing files", b => b.Missing)
        .Code("Phiên bản", "Product", b => b.Product)
        .Whole("Nhật ký đến dòng", "Log up to row", b => b.LogRow);
}

/// <summary>A backup, as the API lists it.</summary>
public sealed record ListedBackup(string Name, DateTimeOffset At, BackupReason Reason, Text Why, long Size, long Attachments, long Missing, string Product, long LogRow)
{
    /// <summary>Lists a backup.</summary>
    public static ListedBackup Of(Backup backup) => new(
        backup.Name, backup.Manifest.At, backup.Manifest.Reason, WhyOf(backup.Manifest.Reason), backup.Manifest.Size, backup.Manifest.Attachments.Length, backup.Manifest.Missing.Length,
        backup.Manifest.Product, backup.Manifest.Log?.Seq ?? 0);

    private static Text WhyOf(BackupReason reason) => reason switch
    {
        BackupReason.Asked => new Text("Theo yêu cầu", "Asked for"),
        BackupReason.Daily => new Text("Hằng ngày", "Daily"),
        BackupReason.Migration => new Text("Trước khi nâng cấp dữ liệu", "Before a migration"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
