using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocialWork.Core;
using SocialWork.Core.Snapshots;

namespace SocialWork.Host.Api;

/// <summary>A snapshot as the API and the pages show it.</summary>
internal static class SnapshotView
{
    /// <summary>What the API says of a snapshot.</summary>
    /// <param name="snapshot">It.</param>
    /// <param name="all">All of its plan, for which replaces it.</param>
    public static object Of(Snapshot snapshot, ImmutableArray<Snapshot> all) => new
    {
        snapshot.Plan,
        snapshot.Number,
        snapshot.TakenAt,
        TakenBy = snapshot.By,
        snapshot.Reason,
        snapshot.Provisional,
        snapshot.Replaces,
        ReplacedBy = ReplacedBy(snapshot, all),
        Missing = snapshot.Missing.Select(JsonNamingPolicy.CamelCase.ConvertName),
        Issued = snapshot.Issue is { } issue ? new { issue.At, issue.By } : null,
        snapshot.Hash,
        snapshot.PreviousHash,
        snapshot.ContentHash,
        Audit = new { snapshot.Log.Seq, snapshot.Log.Hash, snapshot.Log.At },
        Files = snapshot.Files.Select(f => new { f.Name, f.ContentType, f.Size, f.Hash, f.AddedAt, AddedBy = f.By }),
    };

    /// <summary>The snapshot whose document took its place; null for none.</summary>
    public static int? ReplacedBy(Snapshot snapshot, ImmutableArray<Snapshot> all) => all.FirstOrDefault(s => s.Replaces == snapshot.Number)?.Number;

    /// <summary>What a file of it is called when it is kept.</summary>
    public static string FileName(Snapshot snapshot, string file) =>
        string.Create(CultureInfo.InvariantCulture, $"bao-cao-tong-hop-{snapshot.Plan}-ban-chot-{snapshot.Number}{(file == SnapshotFiles.Signed ? "-da-ky" : string.Empty)}{Path.GetExtension(file)}");

    /// <summary>There is none of that number, or it is not for the reader to know.</summary>
    public static Refusal Unknown(string plan, int number) => SnapshotService.Unknown(plan, number);
}
