using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Time;

namespace SocialWork.Persistence.Auditing;

/// <summary>Collects what is wrong with the audit log, in words, up to a limit. Not for concurrent use.</summary>
internal sealed class AuditFaults(int most)
{
    private static readonly Text Keep = new(
        "Sao nguyên tệp dữ liệu ra nơi khác trước khi làm gì tiếp, đối chiếu các dòng này với bản sao lưu, và báo người phụ trách an toàn thông tin.",
        "Copy the database file aside as it is before anything else, compare these rows with a backup, and tell who answers for the server's security.");

    private static readonly Text KeepOrRestored = new(
        Keep.Vi + " Nếu dữ liệu vừa được khôi phục từ một bản sao lưu cũ hơn, hãy cất riêng tệp audit-heads.jsonl cùng biên bản khôi phục; lần khởi động sau sẽ mở tệp mới.",
        Keep.En + " Where the data were restored from an older backup, put audit-heads.jsonl away together with the record of the restoration; the next start begins a new one.");

    private readonly List<AuditFault> _named = [];

    public long More { get; private set; }

    public ImmutableArray<AuditFault> Named => [.. _named.OrderBy(f => f.Seq)];

    public bool Has(long seq) => _named.Exists(f => f.Seq <= seq && seq <= f.LastSeq);

    public bool HasMoved(long first, long last) => _named.Exists(f => f.Kind == AuditFaultKind.Moved && f.Seq >= first && f.Seq <= last);

    public void Changed(long seq) => Add(seq, seq, AuditFaultKind.Changed, $"Dòng {seq} đã bị sửa sau khi ghi: nội dung không khớp mã băm của dòng.", $"Row {seq} was changed after it was written: what it says does not fit its hash.");

    public void Unsealed(long seq) => Add(seq, seq, AuditFaultKind.Unsealed, $"Dòng {seq} không có mã băm: không do hệ thống ghi, hoặc mã băm đã bị xóa.", $"Row {seq} has no hash: the product did not write it, or its hash was removed.");

    public void Replaced(long seq) => Add(seq, seq, AuditFaultKind.Replaced, $"Dòng {seq} đã bị ghi lại với mã băm mới: dòng {seq + 1} nối vào một dòng khác.", $"Row {seq} was written anew with a hash of its own: row {seq + 1} is chained to another.");

    public void Removed(long first, long last) => Add(first, last, AuditFaultKind.Removed, $"Trong nhật ký, {Vi(first, last)} đã bị xóa.", $"In the log, {En(first, last)} removed.");

    public void Moved(long seq, long from) => Add(seq, seq, AuditFaultKind.Moved, $"Dòng {seq} vốn được ghi là dòng {from}: có dòng đã bị xóa, chèn hoặc đổi chỗ từ đây.", $"Row {seq} was written as row {from}: from here rows were removed, put in or moved.");

    /// <summary>Rows that do not belong there; what was said of them, or of the row before because of them, is taken back.</summary>
    public void Inserted(long first, long last)
    {
        _named.RemoveAll(f => (f.Seq >= first && f.LastSeq <= last) || (f.LastSeq == first - 1 && f.Kind == AuditFaultKind.Replaced));
        Add(first, last, AuditFaultKind.Inserted, $"Trong nhật ký, {Vi(first, last)} đã bị chèn vào.", $"In the log, {En(first, last)} put in by somebody.");
    }

    public void CutOff(long first, long last, AuditAnchor? anchor) => Add(
        first,
        last,
        AuditFaultKind.CutOff,
        anchor is null
            ? $"Nhật ký bị cắt: {Vi(first, last)} đã từng được ghi và không còn."
            : $"Nhật ký bị cắt: {Vi(first, last)} có trong mốc ghi lúc {At(anchor)} và không còn.",
        anchor is null
            ? $"The log is cut off: {En(first, last)} once written and no longer there."
            : $"The log is cut off: {En(first, last)} known from the anchor of {At(anchor)} and no longer there.");

    public void Rewritten(long first, AuditAnchor anchor) => Add(
        anchor.Seq,
        anchor.Seq,
        AuditFaultKind.Rewritten,
        $"Dòng {anchor.Seq} không khớp mốc ghi lúc {At(anchor)}: có dòng từ {first} đến {anchor.Seq} đã bị ghi lại và nối lại sau đó.",
        $"Row {anchor.Seq} does not fit the anchor of {At(anchor)}: of rows {first} to {anchor.Seq} some were written anew and chained again since.");

    private static string At(AuditAnchor anchor) => CityClock.InCity(anchor.At).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Vi(long first, long last) => first == last ? $"dòng {first}" : $"các dòng từ {first} đến {last}";

    private static string En(long first, long last) => first == last ? $"row {first} was" : $"rows {first} to {last} were";

    private void Add(long first, long last, AuditFaultKind kind, string vi, string en)
    {
        if (_named.Count == most) More++;
        else _named.Add(new AuditFault(first, last, kind, new Text(vi, en), kind is AuditFaultKind.CutOff or AuditFaultKind.Rewritten ? KeepOrRestored : Keep));
    }
}
