using SocialWork.Abstractions;

namespace SocialWork.Documents.Workbooks;

/// <summary>
/// The hidden marks by which a workbook that comes back is understood, wherever people moved its rows and sheets. Column A
/// of every sheet is hidden and says what a row is; a hidden row of column keys stands above each block of input rows.
/// What a cell is follows from the two: <c>A = te_noi_tru[TE1]</c> under the column key <c>NAM</c> is
/// <c>te_noi_tru[TE1,NAM]</c>. Fields that are split by the same single dimension may stand side by side in one grid; its rows
/// are named by the option alone and its columns by the field: <c>A = [TE1]</c> under <c>tong</c> is <c>tong[TE1]</c>.
/// </summary>
public static class WorkbookMarks
{
    /// <summary>The name of the very hidden sheet with the workbook's identity: two columns, key and value.</summary>
    public const string IdentitySheet = "_dinh_danh";

    /// <summary>In column A of the first row of a form's sheet, followed by the form's number in the identity: <c>#sheet:1</c>.</summary>
    public const string Sheet = "#sheet:";

    /// <summary>In column A of a hidden row of column keys.</summary>
    public const string Columns = "#cols";

    /// <summary>The column key of the plain value of a row.</summary>
    public const string Value = "=";

    /// <summary>The column key of a row's kind of empty, which holds for every input cell of the row that is left blank.</summary>
    public const string Empty = "?";

    /// <summary>In column A of a facility's row, followed by the unit's code: <c>@TH0123</c>. Its column keys are whole cells, or <see cref="Empty"/>.</summary>
    public const string Facility = "@";

    /// <summary>
    /// In column A of a row of a table field, after the field's id: <c>khoan_vt#3</c>. Its column keys are column ids. That the
    /// table as a whole is empty stands in a row of its own, <c>khoan_vt</c> under <see cref="Value"/>, in words.
    /// </summary>
    public const char TableRow = '#';

    /// <summary>In column A of the row with the date at which the figures stand, under the column key <see cref="Value"/>; on a facility sheet it holds for every row, and blank leaves their dates as they are.</summary>
    public const string DataAsOf = "#dataAsOf";

    /// <summary>
    /// In column A of a row for the explanation of a warning, followed by the warning's id: <c>!XP7.r2</c>; the words stand under
    /// <see cref="Value"/>. On a sheet of facilities it is a column key: what stands there explains every warning of the row.
    /// </summary>
    public const string Explanation = "!";

    /// <summary>The cell that stands under a column key in the row of a field or of one of its options; null when the two do not go together.</summary>
    public static CellKey? CellAt(string row, string column)
    {
        if (row.StartsWith('[')) return CellKey.TryParse(column + row, out var shared) && shared is { Option1: not null, Option2: null } ? shared : null;
        if (!CellKey.TryParse(row, out var key)) return null;
        if (column == Value) return key;
        return key switch
        {
            { Option1: null } => new CellKey(key.Field, column),
            { Option2: null } => new CellKey(key.Field, key.Option1, column),
            _ => null,
        };
    }
}
