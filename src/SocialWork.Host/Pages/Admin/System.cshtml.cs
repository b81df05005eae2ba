using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Printing;
using SocialWork.Persistence.Backups;

namespace SocialWork.Host.Pages.Admin;

/// <summary>How this installation is set up, how long what is kept, and its backups.</summary>
public sealed class SystemModel(HostSettings settings, BackupService backups, PdfPrinter printer, IHostApplicationLifetime lifetime, IReferenceStore reference) : FormPage(reference)
{
    /// <summary>Backups that the page lists.</summary>
    public const int MostBackups = 100;

    /// <inheritdoc/>
    public override string Title => Say("Hệ thống", "System");

    /// <summary>The settings.</summary>
    public HostSettings Settings => settings;

    /// <summary>Whether documents are printed to PDF, and by what.</summary>
    public Text Printing => printer.State;

    /// <summary>The product's version.</summary>
    public static string Version => ProductVersion.Text;

    /// <summary>Whether the reader sees backups and makes them.</summary>
    public bool BacksUp => AccessPolicy.MayBackUp(Actor!);

    /// <summary>The newest backups; empty for who may not see them.</summary>
    public ImmutableArray<ListedBackup> Backups { get; private set; } = [];

    /// <summary>How many days what is kept.</summary>
    public IEnumerable<(Text What, int Days)> Kept =>
    [
        (new("Phiên đăng nhập đã kết thúc, kèm địa chỉ và trình duyệt", "Ended sessions, with address and browser"), settings.Retention.Sessions),
        (new("Mã truy cập đã hết hạn", "Ended tokens"), settings.Retention.Tokens),
        (new("Liên kết đặt mật khẩu không dùng", "Links for a password that nobody used"), settings.Retention.Codes),
        (new("Khóa chống gửi trùng", "Keys of retries"), settings.Retention.RetryKeys),
        (new("Tệp nhật ký kỹ thuật của máy chủ", "The host's own log files"), settings.Retention.Logs),
    ];

    /// <summary>Shows the settings.</summary>
    public async Task<IActionResult> OnGetAsync(string? made, CancellationToken cancellationToken)
    {
        if (made is { Length: > 0 } && BacksUp && backups.All().Any(b => b.Name == made)) Notice = Say($"Đã tạo bản sao lưu {made}.", $"The backup {made} is made.");
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Makes a backup; goes on when the reader leaves.</summary>
    public async Task<IActionResult> OnPostBackupAsync(CancellationToken cancellationToken)
    {
        if (!BacksUp) return LocalRedirect("/denied");
        switch (await backups.MakeAsync(BackupReason.Asked, Actor!.UserName, lifetime.ApplicationStopping))
        {
            case Result<Backup>.Ok { Value: var made }:
                return LocalRedirect("/admin/system?made=" + Uri.EscapeDataString(made.Name));
            case Result<Backup>.No { Refusal: var refusal }:
                Wrong(refusal);
                break;
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (!AccessPolicy.MaySeeLog(Actor!)) return LocalRedirect("/denied");
        await FollowPlanAsync(cancellationToken);
        if (BacksUp) Backups = [.. backups.All().Take(MostBackups).Select(ListedBackup.Of)];
        return Page();
    }
}
