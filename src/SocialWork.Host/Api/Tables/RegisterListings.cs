using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;

namespace SocialWork.Host.Api.Tables;

/// <summary>Registers, their fields and their entries as tables.</summary>
internal static class RegisterListings
{
    public static readonly Listing<CompiledRegister> Registers = new Listing<CompiledRegister>(new Text("Sổ theo dõi", "Registers"))
        .Code("Mã sổ", "Code", r => r.Code)
        .Said("Tên sổ", "Title", r => r.Form.Definition.Title, 60);

    /// <summary>The fields of a register.</summary>
    public static Listing<FormField> FieldsOf(CompiledRegister register) => new Listing<FormField>(new Text("Các trường của sổ", "Fields of a register"))
        .Code("Trường", "Field", f => f.Id, 24)
        .Said("Nội dung", "Label", f => f.Label, 60)
        .Said("Kiểu", "Kind", FormWords.NameOf, 22)
        .Said("Đơn vị tính", "Unit", f => f.Unit, 14)
        .YesNo("Bắt buộc", "Required", f => f.Required)
        .Said("Ai được xem", "Visible to", f => FormWords.VisibilityOf(register, f).Words, 30)
        .With(new Text("Lựa chọn", "Options"), 40, FormWords.OptionCells)
        .Said("Hướng dẫn", "Hint", f => f.Hint, 60);

    /// <summary>The entries of a register, a column for each of its fields; a field that the reader may not see stays blank, as it is left out of the JSON.</summary>
    public static Listing<RegisterEntry> EntriesOf(CompiledRegister register, PlanModel model) => register.Form.Definition.Fields
        .Aggregate(
            new Listing<RegisterEntry>(register.Form.Definition.Title).Code("Mã đơn vị", "Unit", e => e.Keeper).Words("Đơn vị", "Unit's name", e => model.Units.Find(e.Keeper)?.Name),
            (listing, field) => listing.With(field.Label, 24, (entry, language) => ValueCells.Of(field, entry.Values[field], language)))
        .Whole("Lần sửa", "Revision", e => e.Revision)
        .Code("Mã mục", "Id", e => e.Id.ToString(), 38);
}
