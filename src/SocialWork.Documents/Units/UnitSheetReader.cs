using System.Collections.Immutable;
using SocialWork.Core;
using SocialWork.Core.Typing;
using SocialWork.Core.Units.Import;
using SocialWork.Documents.Workbooks;

namespace SocialWork.Documents.Units;

/// <summary>Reads a units workbook. Safe for concurrent use.</summary>
public sealed class UnitSheetReader : IUnitSheetReader
{
    private static readonly SheetTable Table = new("units", UnitSheetColumns.All, UnitImport.MaxRows) { Silent = UnitSheetColumns.Revision };

    /// <inheritdoc/>
    public Result<ImmutableArray<SheetRow>> Read(Stream file, CancellationToken cancellationToken) => SheetTableReader.Read(file, Table, cancellationToken);
}
