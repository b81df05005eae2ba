using SocialWork.Abstractions;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Api.Tables;

/// <summary>Units as a table.</summary>
internal static class UnitListing
{
    public static readonly Listing<ListedUnit> Units = new Listing<ListedUnit>(new Text("Đơn vị", "Units"))
        .Code("Mã", "Code", u => u.Code)
        .Words("Tên", "Name", u => u.Name)
        .Said("Loại", "Type", u => UnitTypeWords.Of(u.Type), 30)
        .Code("Ngành quản lý", "Managing sector", u => u.ManagingSector)
        .Code("Mã xã, phường", "Commune", u => u.Commune)
        .YesNo("Trong mạng lưới quy hoạch", "In the planned network", u => u.InPlan)
        .Code("Cấp", "Tier", u => u.Tier, 12)
        .YesNo("Công lập", "Public", u => u.Public)
        .Code("Cấp học", "School level", u => u.SchoolLevel)
        .Code("Đơn vị vận hành", "Operator", u => u.Operator)
        .Code("Cơ quan thu thập hộ", "Custodian", u => u.Custodian)
        .Words("Văn bản thành lập", "Legal act", u => u.LegalAct)
        .Day("Từ ngày", "Valid from", u => u.ValidFrom)
        .Day("Đến trước ngày", "Valid before", u => u.ValidTo)
        .Codes("Đơn vị trước", "Predecessors", u => u.Predecessors, 24)
        .Codes("Đơn vị kế tiếp", "Successors", u => u.Successors, 24);
}

/// <summary>A unit with its succession, as the API lists it.</summary>
internal sealed record ListedUnit(
    string Code, string Name, string Type, string ManagingSector, string? Commune, bool InPlan, string Tier, bool Public, string? SchoolLevel,
    string? Operator, string? Custodian, string? LegalAct, DateOnly ValidFrom, DateOnly? ValidTo, long Revision, IEnumerable<string> Predecessors, IEnumerable<string> Successors);
