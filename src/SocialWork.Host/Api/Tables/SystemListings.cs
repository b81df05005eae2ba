using SocialWork.Abstractions;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Tables;
using SocialWork.Documents.Words;
using SocialWork.Persistence;

namespace SocialWork.Host.Api.Tables;

/// <summary>Modules and the audit log as tables.</summary>
internal static class SystemListings
{
    public static readonly Listing<ListedModule> Modules = new Listing<ListedModule>(new Text("Mô-đun", "Modules"))
        .Code("Mã", "Id", m => m.Id)
        .Said("Tên", "Name", m => m.Name)
        .Code("Phiên bản", "Version", m => m.Version)
        .Said("Trạng thái", "State", m => StateWords.Of(m.State), 20)
        .Said("Lý do", "Reason", m => m.Reason, 60)
        .Moment("Từ lúc (giờ Việt Nam)", "Since (Vietnam time)", m => m.Since)
        .Codes("Biểu", "Forms", m => m.Forms, 30)
        .Codes("Chỉ số", "Indicators", m => m.Indicators, 30)
        .With(new Text("Số lỗi gần đây", "Recent faults"), 13, (m, _) => new TableCell.Whole(m.Faults.Count()))
        .Moment("Lỗi gần nhất (giờ Việt Nam)", "Last fault (Vietnam time)", m => m.Faults.Select(f => (DateTimeOffset?)f.At).Max());

    public static readonly Listing<AuditLine> Audit = new Listing<AuditLine>(new Text("Nhật ký", "Audit log"))
        .Whole("Số", "Id", l => l.Id)
        .Moment("Lúc (giờ Việt Nam)", "At (Vietnam time)", l => l.At)
        .Code("Tài khoản", "By", l => l.By, 24)
        .Code("Địa chỉ mạng", "Address", l => l.Address, 18)
        .Code("Đối tượng", "Entity", l => l.Entity, 40)
        .Code("Việc", "Action", l => l.Action)
        .Words("Trước", "Before", l => l.Before, 60)
        .Words("Sau", "After", l => l.After, 60)
        .Words("Lý do", "Reason", l => l.Reason, 40)
        .Code("Mã băm", "Hash", l => l.Hash, 24);
}

/// <summary>A module, as the API lists it.</summary>
public sealed record ListedModule(
    string Id, Text? Name, string Version, SectorState State, Text? Reason, DateTimeOffset? Since, IEnumerable<string> Forms, IEnumerable<string> Indicators,
    IEnumerable<ListedFault> Faults);

/// <summary>A fault of a module.</summary>
public sealed record ListedFault(DateTimeOffset At, Text What);
