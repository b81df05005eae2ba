namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>The most that an uploaded workbook may hold. A workbook of every form that an agency owes is far below each of them.</summary>
public static class UploadLimits
{
    /// <summary>Bytes of the file: 20 MB.</summary>
    public const int MaxFileBytes = 20 * 1024 * 1024;

    /// <summary>Parts inside the file.</summary>
    public const int MaxParts = 2_000;

    /// <summary>Bytes of one part once it is unpacked: 64 MB.</summary>
    public const long MaxPartBytes = 64 * 1024 * 1024;

    /// <summary>Bytes of all parts once they are unpacked: 150 MB.</summary>
    public const long MaxUnpackedBytes = 150 * 1024 * 1024;

    /// <summary>How many times larger than packed a part may unpack, once it is larger than <see cref="RatioFromBytes"/>.</summary>
    public const int MaxRatio = 200;

    /// <summary>The size from which <see cref="MaxRatio"/> is asked: 1 MB unpacked.</summary>
    public const long RatioFromBytes = 1024 * 1024;

    /// <summary>How deep elements may nest in a part.</summary>
    public const int MaxDepth = 64;

    /// <summary>Bytes of one tag with its attributes.</summary>
    public const int MaxTagBytes = 64 * 1024;

    /// <summary>Different names of elements, attributes and namespaces in one part. A reader keeps each for as long as it reads.</summary>
    public const int MaxNames = 5_000;

    /// <summary>UTF-16 characters of a mark, of a column key and of a line of the identity; longer ones are none.</summary>
    public const int MaxMarkLength = 200;

    /// <summary>Findings of the whole workbook that are kept; one more says that there are others.</summary>
    public const int MaxFindings = 20_000;

    /// <summary>Sheets.</summary>
    public const int MaxSheets = 60;

    /// <summary>Rows of a sheet: neither more rows nor a value further down.</summary>
    public const int MaxRows = 20_000;

    /// <summary>Columns of a sheet: no value further to the right.</summary>
    public const int MaxColumns = 200;

    /// <summary>Cells of the whole workbook, blank ones that are only formatted included.</summary>
    public const int MaxCells = 500_000;

    /// <summary>UTF-16 characters of a cell, Excel's own limit.</summary>
    public const int MaxTextLength = 32_767;

    /// <summary>UTF-16 characters of all shared texts together.</summary>
    public const int MaxSharedCharacters = 20_000_000;

    /// <summary>Bytes of all sheets, unpacked, of a file that is to be given back marked: 32 MB. Marking loads whole sheets.</summary>
    public const long MaxMarkedBytes = 32 * 1024 * 1024;

    /// <summary>How long a step of one workbook (reading its cells, understanding them, marking it) may take before it is given up.</summary>
    public static TimeSpan MaxTime { get; } = TimeSpan.FromSeconds(30);
}
