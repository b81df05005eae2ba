using Microsoft.Data.Sqlite;

namespace SocialWork.Host.Tests.Demo;

/// <summary>Everything that the season left in a database, as one text to compare; numbers that storage hands out are left out.</summary>
internal static class DatabaseText
{
    private static readonly string[] Queries =
    [
        "SELECT * FROM submissions",
        "SELECT * FROM versions",
        "SELECT \"Form\",\"Unit\",\"Action\",\"Version\",\"By\",\"At\",\"Reason\",\"Cells\",\"CountingAfter\" FROM history",
        "SELECT * FROM obstacles",
        "SELECT \"FormHash\",\"Area\",\"Sector\",\"UnitType\",\"InPlan\",\"Submissions\",hex(\"Vector\") FROM totals",
    ];

    public static async Task<string> OfAsync(string file)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        var lines = new List<string>();
        foreach (var query in Queries)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync()) lines.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)));
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }
}
