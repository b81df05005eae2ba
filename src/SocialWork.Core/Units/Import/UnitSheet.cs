using System.Collections.Immutable;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Core.Units.Import;

/// <summary>A column of the units workbook.</summary>
/// <param name="Field">One of <see cref="UnitFields"/>, or <see cref="UnitSheetColumns.Revision"/>.</param>
/// <param name="Header">What stands above it, by which it is found again wherever it stands.</param>
/// <param name="IsRequired">Whether a sheet without it is refused.</param>
/// <param name="Width">In characters.</param>
public sealed record UnitColumn(string Field, string Header, bool IsRequired, int Width);

/// <summary>The columns of the units workbook, as register R1 has them.</summary>
public static class UnitSheetColumns
{
    /// <summary>The revision that the row was downloaded with.</summary>
    public const string Revision = "revision";

    /// <summary>The columns in their order.</summary>
    public static ImmutableArray<UnitColumn> All { get; } =
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

/// <summary>A cell as it was typed.</summary>
/// <param name="Address">Where it stands: <c>B7</c>.</param>
/// <param name="Text">Its text, without white space at its ends; a date as dd/MM/yyyy. Empty for a blank cell.</param>
public sealed record SheetCell(string Address, string Text);

/// <summary>A row of the sheet: a cell for every column that the sheet has.</summary>
public sealed record UnitSheetRow(int Number, ImmutableDictionary<string, SheetCell> Cells);

/// <summary>Reads the rows of a units workbook. Safe for concurrent use.</summary>
public interface IUnitSheetReader
{
    /// <summary>The rows that hold anything, or why the file is refused. Reads at most <see cref="UnitImport.MaxRows"/> rows.</summary>
    Result<ImmutableArray<UnitSheetRow>> Read(Stream file, CancellationToken cancellationToken);
}
