using SocialWork.Persistence.Model;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Auditing;

/// <summary>
/// The end of the audit log's chain, carried along while rows are added: each gets the next number and a hash over the one
/// before it. What a failed write added is taken back. Used by the writer's thread only.
/// </summary>
internal sealed class AuditChain(WriteSession session)
{
    private const string Insert =
        "INSERT INTO audit(\"Id\",\"At\",\"By\",\"Address\",\"Entity\",\"Action\",\"Before\",\"After\",\"Reason\",\"DataVersion\",\"PreviousHash\",\"Hash\") VALUES(@0,@1,@2,@3,@4,@5,@6,@7,@8,@9,@10,@11)";

    // Null until it is read from the file.
    private End? _end;
    private End? _mark;

    /// <summary>Adds a row behind the last.</summary>
    /// <param name="row">The row, without what chains it.</param>
    /// <param name="isChange">Whether it records a change of data.</param>
    public void Append(AuditRow row, bool isChange)
    {
        var end = _end ??= Read();
        row.Id = end.Seq + 1;
        row.DataVersion = isChange ? row.Id : end.DataVersion;
        row.PreviousHash = end.Hash;
        row.Hash = AuditHash.Of(end.Hash, row);
        session.Execute(Insert, row.Id, row.At, row.By, row.Address, row.Entity, row.Action, row.Before, row.After, row.Reason, row.DataVersion, row.PreviousHash, row.Hash);
        _end = new End(row.Id, row.Hash, row.DataVersion.Value);
    }

    public void Mark() => _mark = _end;

    public void BackToMark() => _end = _mark;

    /// <summary>Reads the end from the file again before the next row.</summary>
    public void Forget() => _end = null;

    // A row that somebody slipped in without a hash is passed over: the chain goes on, and the verification names the row.
    private End Read()
    {
        using var row = session.Command("SELECT \"Id\",\"Hash\",\"DataVersion\" FROM audit ORDER BY \"Id\" DESC").ExecuteReader();
        var newest = 0L;
        while (row.Read())
        {
            newest = Math.Max(newest, row.GetInt64(0));
            if (!row.IsDBNull(1)) return new End(newest, row.GetFieldValue<byte[]>(1), newest == row.GetInt64(0) && !row.IsDBNull(2) ? row.GetInt64(2) : newest);
        }

        return new End(newest, AuditHash.Beginning, newest);
    }

    private sealed record End(long Seq, byte[] Hash, long DataVersion);
}
