using System.Globalization;
using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Writes one value as JSON; the reverse of <see cref="CellJsonReader"/>.</summary>
internal static class CellJsonWriter
{
    /// <summary>Writes the value. Rows are written column by column in the table's order when its field is known, by id when not.</summary>
    public static void Write(Utf8JsonWriter writer, FormField? field, CellValue value)
    {
        switch (value)
        {
            case CellValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case CellValue.Flag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case CellValue.Words words:
                writer.WriteStringValue(words.Value);
                break;
            case CellValue.Date date:
                writer.WriteStringValue(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case CellValue.Choice choice:
                writer.WriteStringValue(choice.Code);
                break;
            case CellValue.Choices choices:
                writer.WriteStartArray();
                foreach (var code in choices.Codes) writer.WriteStringValue(code);
                writer.WriteEndArray();
                break;
            case CellValue.Rows rows:
                WriteRows(writer, field as TableField, rows);
                break;
            case CellValue.Empty empty:
                writer.WriteStartObject();
                writer.WriteString("empty", EmptyWords.CodeOf(empty.Kind));
                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"The contract has no value of kind {value.GetType().Name}.");
        }
    }

    private static void WriteRows(Utf8JsonWriter writer, TableField? table, CellValue.Rows rows)
    {
        var order = table?.Columns.Select(column => column.Id).ToList() ?? [];
        writer.WriteStartArray();
        foreach (var row in rows.Items)
        {
            writer.WriteStartObject();
            foreach (var (id, value) in row.OrderBy(column => order.IndexOf(column.Key)).ThenBy(column => column.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(id);
                Write(writer, table?.Columns.FirstOrDefault(column => column.Id == id), value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
