using FsCheck;
using FsCheck.Fluent;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Model;

namespace SocialWork.Persistence.Tests.Auditing;

/// <summary>Whatever somebody does to the rows of a log in its file, the verification names the row.</summary>
public sealed class AuditTamperingTests : IAsyncLifetime
{
    private const int Length = 150;

    private readonly TempFolder _folder = new();
    private AuditAnchor[] _anchors = [];

    /// <summary>What can be done to a log.</summary>
    public enum Deed
    {
        ChangeField,
        ChangeHash,
        ChangeLink,
        TakeHashAway,
        Replace,
        Remove,
        RemoveAndNumberAnew,
        CutOff,
        InsertWithoutHash,
        InsertWithAnyHash,
        InsertChained,
        Swap,
        ChainAnew,
        AppendWithoutHash,
        AppendUnlinked,
        InsertBeforeTheFirst,
    }

    public async Task InitializeAsync() => _anchors = await AuditFile.MakeAsync(_folder.File, Length, 40, 100, Length);

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void What_nobody_touched_is_intact()
    {
        var verdict = new AuditFile(_folder.File).Verify(_anchors);
        verdict.Faults.ShouldBeEmpty();
        (verdict.Rows, verdict.Anchors, verdict.Head.Seq, verdict.Head.Hash).ShouldBe((Length, 3, Length, _anchors[^1].Hash));
        verdict.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Deed.ChangeField)]
    [InlineData(Deed.ChangeHash)]
    [InlineData(Deed.ChangeLink)]
    [InlineData(Deed.TakeHashAway)]
    [InlineData(Deed.Replace)]
    [InlineData(Deed.Remove)]
    [InlineData(Deed.RemoveAndNumberAnew)]
    [InlineData(Deed.CutOff)]
    [InlineData(Deed.InsertWithoutHash)]
    [InlineData(Deed.InsertWithAnyHash)]
    [InlineData(Deed.InsertChained)]
    [InlineData(Deed.Swap)]
    [InlineData(Deed.ChainAnew)]
    [InlineData(Deed.AppendWithoutHash)]
    [InlineData(Deed.AppendUnlinked)]
    [InlineData(Deed.InsertBeforeTheFirst)]
    public void The_row_that_was_tampered_with_is_named(Deed deed) => Prop.ForAll(
        Arb.From(
            from row in Gen.Choose(1, Length)
            from away in Gen.Choose(1, Length - 1)
            from isNear in Gen.Elements(true, false)
            from field in Gen.Choose(0, 8)
            from coverTracks in Gen.Elements(true, false)
            select (Row: row, Other: ((row - 1 + (isNear ? (away % 5) + 1 : away)) % Length) + 1, Field: field, CoverTracks: coverTracks)),
        how => Named(deed, how.Row, how.Other, how.Field, how.CoverTracks)).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Only_an_anchor_tells_that_the_whole_chain_was_made_anew()
    {
        var file = new AuditFile(_folder.File);
        file.Tamper(rows => ChainAnew(rows, 70), coverTracks: true);
        var verdict = file.Verify();
        verdict.IsIntact.ShouldBeTrue();
        verdict.Notes.ShouldHaveSingleItem().En.ShouldContain("no anchor");
        file.Verify(_anchors[0]).IsIntact.ShouldBeTrue();
        var fault = file.Verify(_anchors).Faults.ShouldHaveSingleItem();
        (fault.Seq, fault.Kind).ShouldBe((100, AuditFaultKind.Rewritten));
        fault.What.En.ShouldContain("rows 41 to 100");
    }

    [Fact]
    public void Many_faults_are_counted_and_some_named()
    {
        var file = new AuditFile(_folder.File);
        file.Tamper(rows => rows.ForEach(row => row.By = "ai đó"), coverTracks: false);
        var verdict = file.Verify(_anchors);
        verdict.Faults.Length.ShouldBe(AuditVerifier.MaxFaults);
        verdict.Faults.Select(f => f.Seq).ShouldBe(Enumerable.Range(1, AuditVerifier.MaxFaults).Select(i => (long)i));
        verdict.MoreFaults.ShouldBe(Length - AuditVerifier.MaxFaults);
    }

    [Fact]
    public void A_single_anchor_is_compared_without_reading_the_log()
    {
        var verifier = new AuditVerifier(new StorageOptions(_folder.File));
        verifier.Compare(_anchors[1]).ShouldBeNull();
        new AuditFile(_folder.File).Tamper(rows => ChainAnew(rows, 70), coverTracks: true);
        verifier.Compare(_anchors[0]).ShouldBeNull();
        verifier.Compare(_anchors[1])!.Kind.ShouldBe(AuditFaultKind.Rewritten);
        new AuditFile(_folder.File).Execute("DROP TRIGGER IF EXISTS audit_is_not_removed; DELETE FROM audit WHERE Id > 120");
        verifier.Compare(_anchors[2])!.Kind.ShouldBe(AuditFaultKind.CutOff);
    }

    private void Named(Deed deed, int row, int other, int field, bool coverTracks)
    {
        using var folder = new TempFolder();
        File.Copy(_folder.File, folder.File);
        var file = new AuditFile(folder.File);
        var seqs = Array.Empty<long>();
        file.Tamper(rows => seqs = Do(deed, rows, row - 1, other - 1, field), coverTracks);
        var verdict = file.Verify(_anchors);
        var said = $"{deed} {row} {other} {field} {coverTracks}: " + string.Join(" | ", verdict.Faults.Select(f => $"{f.Kind} {f.Seq}-{f.LastSeq}"));
        verdict.IsIntact.ShouldBeFalse(said);
        verdict.Faults[0].Seq.ShouldBe(seqs[0], said);
        // Behind rows that were numbered anew the end is missing, or too long, as well.
        if (deed is not (Deed.RemoveAndNumberAnew or Deed.InsertWithAnyHash or Deed.InsertWithoutHash or Deed.InsertChained)) verdict.Faults.Select(f => f.Seq).ShouldBe(seqs, said);
        else verdict.Faults.Length.ShouldBeLessThanOrEqualTo(2, said);
        verdict.Faults[0].Kind.ShouldBeOneOf(Kinds(deed, row), said);
        verdict.Faults.ShouldAllBe(f => f.What.Vi.Length > 0 && f.Remedy.Vi.Length > 0);
    }

    private static AuditFaultKind[] Kinds(Deed deed, int row) => deed switch
    {
        Deed.ChangeField or Deed.ChangeHash or Deed.ChangeLink => [AuditFaultKind.Changed],
        Deed.TakeHashAway or Deed.AppendWithoutHash => [AuditFaultKind.Unsealed],
        Deed.Replace => [row is 40 or 100 or Length ? AuditFaultKind.Rewritten : AuditFaultKind.Replaced],
        Deed.Remove => [row == Length ? AuditFaultKind.CutOff : AuditFaultKind.Removed],
        Deed.RemoveAndNumberAnew => [row == Length ? AuditFaultKind.CutOff : AuditFaultKind.Moved],
        Deed.CutOff => [AuditFaultKind.CutOff],
        Deed.Swap => [AuditFaultKind.Moved, AuditFaultKind.Changed],
        Deed.ChainAnew => [AuditFaultKind.Rewritten],
        _ => [AuditFaultKind.Inserted],
    };

    // Does it and says which rows are to be named.
    private static long[] Do(Deed deed, List<AuditRow> rows, int at, int other, int field)
    {
        var (row, seq) = (rows[at], rows[at].Id);
        switch (deed)
        {
            case Deed.ChangeField:
                Change(row, field);
                return [seq];
            case Deed.ChangeHash:
                row.Hash![field] ^= 1;
                return [seq];
            case Deed.ChangeLink:
                row.PreviousHash![field] ^= 1;
                return [seq];
            case Deed.TakeHashAway:
                row.Hash = null;
                return [seq];
            case Deed.Replace:
                Change(row, field);
                row.Hash = AuditHash.Of(row.PreviousHash, row);
                return [seq];
            case Deed.Remove:
                rows.RemoveAt(at);
                return [seq];
            case Deed.RemoveAndNumberAnew:
                rows.RemoveAt(at);
                Number(rows);
                return [seq];
            case Deed.CutOff:
                rows.RemoveRange(at, rows.Count - at);
                return [seq];
            case Deed.InsertWithoutHash or Deed.InsertWithAnyHash or Deed.InsertChained:
                var forged = Forged(seq);
                forged.PreviousHash = at == 0 ? AuditHash.Beginning : rows[at - 1].Hash;
                forged.Hash = deed switch { Deed.InsertChained => AuditHash.Of(forged.PreviousHash, forged), Deed.InsertWithAnyHash => new byte[AuditHash.Size], _ => null };
                rows.Insert(at, forged);
                Number(rows);
                return [seq];
            case Deed.Swap:
                (rows[at].Id, rows[other].Id) = (rows[other].Id, rows[at].Id);
                return [Math.Min(seq, other + 1), Math.Max(seq, other + 1)];
            case Deed.ChainAnew:
                ChainAnew(rows, at);
                return [seq <= 40 ? 40 : seq <= 100 ? 100 : Length];
            case Deed.AppendWithoutHash or Deed.AppendUnlinked:
                var last = Forged(Length + 1);
                last.PreviousHash = new byte[AuditHash.Size];
                last.Hash = deed == Deed.AppendUnlinked ? AuditHash.Of(last.PreviousHash, last) : null;
                rows.Add(last);
                return [Length + 1];
            default:
                rows.Add(Forged(-field));
                return [-field];
        }
    }

    private static AuditRow Forged(long seq) => new() { Id = seq, At = 1793500000000, By = "nhập", Entity = "thing/0", Action = "Change", After = "{}", DataVersion = seq };

    private static void Number(List<AuditRow> rows)
    {
        foreach (var (index, row) in rows.Index()) row.Id = index + 1;
    }

    private static void ChainAnew(List<AuditRow> rows, int from)
    {
        rows[from].After = "{\"a\":999999}";
        for (var i = from; i < rows.Count; i++)
        {
            rows[i].PreviousHash = i == 0 ? AuditHash.Beginning : rows[i - 1].Hash;
            rows[i].Hash = AuditHash.Of(rows[i].PreviousHash, rows[i]);
        }
    }

    private static void Change(AuditRow row, int field)
    {
        switch (field)
        {
            case 0: row.At++; break;
            case 1: row.By += " "; break;
            case 2: row.Address = row.Address is null ? string.Empty : null; break;
            case 3: row.Entity = row.Entity[..^1]; break;
            case 4: row.Action = row.Action.ToUpperInvariant(); break;
            case 5: row.Before = row.Before is null ? string.Empty : null; break;
            // The same letters, in the next field.
            case 6: (row.After, row.Reason) = (row.Reason, row.After ?? "x"); break;
            case 7: row.Reason += "?"; break;
            default: row.DataVersion = row.DataVersion == 1 ? 2 : row.DataVersion - 1; break;
        }
    }
}
