using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialWork.Persistence.Auditing;

namespace SocialWork.Persistence.Backups;

/// <summary>Why a backup was made; how long it is kept depends on it.</summary>
public enum BackupReason
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>The host makes one a day.</summary>
    Daily,

    /// <summary>The database was about to be changed for a newer version of the product.</summary>
    Migration,
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">Below the state folder, with slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);

/// <summary>An attached file of a backup, kept once for all backups of a folder.</summary>
/// <param name="Id">The hash of its content, which is its name.</param>
/// <param name="Size">Bytes.</param>
public sealed record BackupAttachment(string Id, long Size);

/// <summary>What a backup holds. Immutable.</summary>
public sealed record BackupManifest
{
    /// <summary>The shape of backups that this product writes; older ones are read, newer ones refused.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The shape of this backup.</summary>
    public required int Format { get; init; }

    /// <summary>The version of the product that made it.</summary>
    public required string Product { get; init; }

    /// <summary>The last migration of its database; null where there was none.</summary>
    public required string? Schema { get; init; }

    /// <summary>When it began, UTC: what was acknowledged before is in it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was made.</summary>
    public required BackupReason Reason { get; init; }

    /// <summary>The end of its audit log; null where the database is older than the chain.</summary>
    public required AuditAnchor? Log { get; init; }

    /// <summary>Its own files.</summary>
    public required ImmutableArray<BackupFile> Files { get; init; }

    /// <summary>The attached files that its database knows and that were there.</summary>
    public required ImmutableArray<BackupAttachment> Attachments { get; init; }

    /// <summary>The ids of attached files that its database knows and that were missing or damaged when it was made.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>Bytes of all that it holds, attached files included.</summary>
    [JsonIgnore]
    public long Size => Files.Sum(file => file.Size) + Attachments.Sum(attachment => attachment.Size);

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}

/// <summary>A backup that is whole.</summary>
/// <param name="Folder">Where it lies; the attached files lie in <c>files</c> beside it.</param>
/// <param name="Manifest">What it holds.</param>
public sealed record Backup(string Folder, BackupManifest Manifest)
{
    /// <summary>Its folder's name, after the moment at which it began.</summary>
    public string Name => Path.GetFileName(Folder);
}
