using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Lineage;
using SocialWork.Core.Reports;
using SocialWork.Documents.Words;
using Obstacle = SocialWork.Core.Obstacles.Obstacle;

namespace SocialWork.Host.Api.Tables;

/// <summary>The sources of a figure, and obstacles, as tables.</summary>
internal static class ReportListings
{
    public static readonly Listing<LineageSource> Sources = new Listing<LineageSource>(new Text("Nguồn của số liệu", "Sources of a figure"))
        .Said("Phía", "Side", s => s.Side == "numerator" ? new Text("Tử số", "Numerator") : new Text("Mẫu số", "Denominator"), 12)
        .Code("Mô-đun", "Module", s => s.Module)
        .Whole("Giá trị", "Value", s => s.Value)
        .Code("Biểu", "Form", s => s.Form, 10)
        .Code("Mã đơn vị", "Unit", s => s.Unit)
        .Words("Đơn vị", "Unit's name", s => s.UnitName)
        .Whole("Phiên bản", "Version", s => s.Version)
        .Code("Ô", "Cell", s => s.Cell, 24)
        .Said("Không có giá trị", "Empty", s => EmptyWords.KindOf(s.Empty) is { } kind ? EmptyWords.Of(kind) : null, 18)
        .Code("Người gửi", "Sent by", s => s.SentBy, 24)
        .Moment("Tiếp nhận lúc (giờ Việt Nam)", "Accepted at (Vietnam time)", s => s.AcceptedAt)
        .Said("Loại đơn vị đếm trong danh mục", "Unit type counted", s => s.Register is { } type ? UnitTypeWords.Of(type) : null, 30)
        .Code("Sổ", "Register", s => s.Records, 10)
        .Code("Mục của sổ", "Entry", s => s.Entry)
        .Day("Tại ngày", "On", s => s.On)
        .Code("Nghĩa vụ", "Duty", s => s.Duty)
        .Whole("Gộp số nguồn", "Sources merged", s => s.Merged);

    public static readonly Listing<Obstacle> Obstacles = new Listing<Obstacle>(new Text("Khó khăn, vướng mắc", "Obstacles"))
        .Code("Đơn vị", "Unit", o => o.Unit)
        .Words("Nội dung", "Description", o => o.Description, 60)
        .Words("Căn cứ", "Legal reference", o => o.LegalReference)
        .Said("Cấp kiến nghị", "Level addressed", o => CoreDimensions.LevelAddressed.Options.FirstOrDefault(l => l.Code == o.Level)?.Label ?? new Text(o.Level, o.Level), 22)
        .Words("Đề xuất", "Proposal", o => o.Proposal, 60)
        .Said("Tình trạng", "State", o => StateWords.Obstacle(Names.Of(o.State)), 20)
        .Words("Trả lời", "Answer", o => o.Answer, 60)
        .Code("Người nêu", "Raised by", o => o.RaisedBy, 24)
        .Moment("Nêu lúc (giờ Việt Nam)", "Raised at (Vietnam time)", o => o.RaisedAt)
        .Moment("Cập nhật lúc (giờ Việt Nam)", "Changed at (Vietnam time)", o => o.ChangedAt)
        .Code("Mã", "Id", o => o.Id.ToString(), 38);
}
