using System.Text;
using ExcelDataReader;

namespace SocialWork.Tests.Shared;

/// <summary>Spreadsheets as a reader gives them that knows nothing of the product.</summary>
public static class OtherReader
{
    static OtherReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Every row of the only sheet of a workbook: numbers, dates, words and nulls.</summary>
    public static object?[][] Workbook(byte[] file)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var rows = Rows(reader);
        if (reader.NextResult()) throw new InvalidDataException("The workbook has more than one sheet.");
        return rows;
    }

    /// <summary>Every row of a CSV file in UTF-8: words alone.</summary>
    public static object?[][] Csv(byte[] file, char separator)
    {
        using var reader = ExcelReaderFactory.CreateCsvReader(new MemoryStream(file), new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, AutodetectSeparators = [separator] });
        return Rows(reader);
    }

    private static object?[][] Rows(IExcelDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return [.. rows];
    }
}
