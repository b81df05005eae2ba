using System.Collections.Immutable;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Auditing;

/// <summary>
/// Walks along the rows of the audit log in their order and finds where the chain is not what was written. Keeps a few hashes
/// only, however long the log is. Not for concurrent use.
/// </summary>
internal sealed class AuditWalk(ImmutableArray<AuditAnchor> anchors, AuditFaults faults)
{
    // How far from its place a row is still recognised.
    private const int Reach = 64;

    private readonly (long Seq, byte[] Hash)[] _recent = new (long Seq, byte[] Hash)[Reach + 1];
    private readonly ImmutableArray<AuditAnchor> _anchors = [.. anchors.OrderBy(a => a.Seq)];
    private int _nextAnchor;
    private long _lastAnchored;
    private bool _isRewritten;
    private byte[] _previous = AuditHash.Beginning;
    private bool _isLinkBroken;
    private long _shift;

    public long Last { get; private set; }

    public long Rows { get; private set; }

    public int AnchorsThatAgree { get; private set; }

    public AuditRow? Newest { get; private set; }

    public void Take(AuditRow row)
    {
        Rows++;
        if (row.Id < 1)
        {
            faults.Inserted(row.Id, row.Id);
            return;
        }

        if (row.Id > Last + 1)
        {
            faults.Removed(Last + 1, row.Id - 1);
            _isLinkBroken = true;
        }

        (Last, Newest) = (row.Id, row);
        if (row.Hash is not { Length: AuditHash.Size } hash)
        {
            faults.Unsealed(row.Id);
            _isLinkBroken = true;
            return;
        }

        if (AuditHash.Of(row.PreviousHash, row).AsSpan().SequenceEqual(hash)) InPlace(row);
        else NotAsWritten(row);
        Compare(row.Id, hash);
        _recent[row.Id % _recent.Length] = (row.Id, hash);
        _previous = hash;
    }

    /// <summary>After the last row: what should be behind it.</summary>
    /// <param name="everWritten">The highest number that the file remembers to have given.</param>
    public void End(long everWritten)
    {
        var beyond = _anchors.LastOrDefault(a => a.Seq > Last);
        var last = Math.Max(everWritten, beyond?.Seq ?? 0);
        if (last > Last) faults.CutOff(Last + 1, last, beyond);
    }

    private void InPlace(AuditRow row)
    {
        _shift = 0;
        var isLinked = _isLinkBroken || row.PreviousHash.AsSpan().SequenceEqual(_previous);
        _isLinkBroken = false;
        if (isLinked) return;
        if (row.Id == 1) faults.Changed(row.Id);
        // The row before is the one that an anchor knows: then it is this one that does not belong there.
        else if (_lastAnchored == row.Id - 1) faults.Inserted(row.Id, row.Id);
        else if (!faults.Has(row.Id - 1)) faults.Replaced(row.Id - 1);
    }

    private void NotAsWritten(AuditRow row)
    {
        _isLinkBroken = true;
        if (Origin(row) is not { } origin)
        {
            faults.Changed(row.Id);
            return;
        }

        // Rows behind one that was put in or taken out, and were numbered anew, are all as far from their places.
        var shift = row.Id - origin;
        if (shift == _shift) return;
        var wasPutIn = shift > _shift && _shift == 0 && Follows(row, origin - 1) && !faults.HasMoved(origin, row.Id - 1);
        _shift = shift;
        if (wasPutIn) faults.Inserted(origin, row.Id - 1);
        else faults.Moved(row.Id, origin);
    }

    // Where a row stood when it was hashed.
    private static long? Origin(AuditRow row)
    {
        var at = row.Id;
        try
        {
            for (var away = 1; away <= Reach; away++)
            {
                foreach (var seq in (ReadOnlySpan<long>)[at - away, at + away])
                {
                    row.Id = seq;
                    if (seq > 0 && AuditHash.Of(row.PreviousHash, row).AsSpan().SequenceEqual(row.Hash)) return seq;
                }
            }

            return null;
        }
        finally
        {
            row.Id = at;
        }
    }

    private bool Follows(AuditRow row, long seq)
    {
        if (seq == 0) return row.PreviousHash.AsSpan().SequenceEqual(AuditHash.Beginning);
        var (known, hash) = _recent[seq % _recent.Length];
        return known == seq && row.PreviousHash.AsSpan().SequenceEqual(hash);
    }

    private void Compare(long seq, byte[] hash)
    {
        while (_nextAnchor < _anchors.Length && _anchors[_nextAnchor].Seq < seq) _nextAnchor++;
        for (; _nextAnchor < _anchors.Length && _anchors[_nextAnchor].Seq == seq; _nextAnchor++)
        {
            if (_anchors[_nextAnchor].Knows(hash))
            {
                (_lastAnchored, _isRewritten) = (seq, false);
                AnchorsThatAgree++;
            }
            else
            {
                // One that differs is enough: those behind it differ because of it.
                if (!_isRewritten && _shift == 0 && !faults.Has(seq)) faults.Rewritten(_lastAnchored + 1, _anchors[_nextAnchor]);
                _isRewritten = true;
            }
        }
    }
}
