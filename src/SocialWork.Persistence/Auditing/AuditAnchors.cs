using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SocialWork.Persistence.Auditing;

/// <summary>The end of the audit log's chain as it was at a moment, kept outside the database.</summary>
/// <param name="Seq">The newest row's number; 0 where the log was empty.</param>
/// <param name="Hash">Its hash, in lower-case hexadecimal.</param>
/// <param name="At">When this was written down.</param>
public sealed record AuditAnchor(long Seq, string Hash, DateTimeOffset At)
{
    internal bool Knows(byte[] hash) => string.Equals(Hash, AuditHash.Text(hash), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The anchors of a file.</summary>
/// <param name="All">In the order of the file.</param>
/// <param name="Unreadable">The numbers, from 1, of lines that hold none, as one that a crash cut off.</param>
public sealed record AnchorFile(ImmutableArray<AuditAnchor> All, ImmutableArray<int> Unreadable);

/// <summary>
/// Keeps anchors, one JSON line each, in a file that is only added to. Whoever copies the file elsewhere can tell from the copy
/// whether the log was altered before. For one writer; readers may read at any time.
/// </summary>
/// <param name="file">The file, which need not be there.</param>
public sealed class AuditAnchors(string file)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>Which file.</summary>
    public string File => file;

    /// <summary>Whether the file is there.</summary>
    public bool Exists => System.IO.File.Exists(file);

    /// <summary>Adds an anchor; it is on disk when this returns.</summary>
    public void Add(AuditAnchor anchor)
    {
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var isCutOff = false;
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            isCutOff = stream.ReadByte() != '\n';
        }

        var line = (isCutOff ? "\n" : string.Empty) + JsonSerializer.Serialize(anchor, Options) + "\n";
        stream.Write(Encoding.UTF8.GetBytes(line));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>The newest anchor; null where there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public AuditAnchor? Last() => Read().All is [.., var last] ? last : null;

    /// <summary>Reads the file; one that is not there holds nothing.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public AnchorFile Read()
    {
        if (!Exists) return new AnchorFile([], []);
        var (all, unreadable) = (ImmutableArray.CreateBuilder<AuditAnchor>(), ImmutableArray.CreateBuilder<int>());
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (Parse(line) is { } anchor) all.Add(anchor);
            else unreadable.Add(number);
        }

        return new AnchorFile(all.ToImmutable(), unreadable.ToImmutable());
    }

    private static AuditAnchor? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditAnchor>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
