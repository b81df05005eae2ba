using System.Collections.Immutable;
using SocialWork.Core.Typing;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Core.Units.Import;

/// <summary>The columns of the units workbook, as register R1 has them.</summary>
public static class UnitSheetColumns
{
    /// <summary>The revision that the row was downloaded with.</summary>
    public const string Revision = "revision";

    /// <summary>The columns in their order.</summary>
    public static ImmutableArray<SheetColumn> All { get; } =
    [
        new(UnitFields.Code, "Mã đơn vị", true, 18),
        new(UnitFields.Name, "Tên đơn vị", true, 48),
        new(UnitFields.Type, "Loại hình đơn vị", true, 34),
        new(UnitFields.SchoolLevel, "Cấp học", false, 20),
        new(UnitFields.Tier, "Cấp quản lý", true, 14),
        new(UnitFields.Public, "Công lập", true, 10),
        new(UnitFields.Commune, "Xã, phường", true, 26),
        new(UnitFields.ManagingSector, "Ngành chủ quản", true, 26),
        new(UnitFields.Operator, "Cơ quan quản lý trực tiếp", false, 18),
        new(UnitFields.InPlan, "Trong quy hoạch", true, 12),
        new(UnitFields.LegalAct, "Văn bản thành lập, sắp xếp", false, 36),
        new(UnitFields.ValidFrom, "Hiệu lực từ", true, 13),
        new(UnitFields.ValidTo, "Hiệu lực đến", false, 13),
        new(Revision, "Phiên bản (không sửa)", false, 12),
    ];
}

/// <summary>Reads the rows of a units workbook. Safe for concurrent use.</summary>
public interface IUnitSheetReader
{
    /// <summary>The rows that hold anything, or why the file is refused. Reads at most <see cref="UnitImport.MaxRows"/> rows.</summary>
    Result<ImmutableArray<SheetRow>> Read(Stream file, CancellationToken cancellationToken);
}
