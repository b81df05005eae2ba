using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SocialWork.Host.Tests.Reports;

/// <summary>
/// The year as plain rows and JSON, read without any of the product's code: what an auditor with a database browser sees.
/// </summary>
internal sealed class RawYear
{
    private readonly Dictionary<string, List<(string Unit, Dictionary<string, JsonElement> Cells)>> _forms = new(StringComparer.Ordinal);

    public RawYear(string databaseFile)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var units = connection.CreateCommand();
        units.CommandText = "SELECT Code, Type, InPlan FROM units WHERE ValidFrom <= '2026-11-30' AND (ValidTo IS NULL OR ValidTo > '2026-11-30')";
        using (var row = units.ExecuteReader())
        {
            while (row.Read()) Units.Add(row.GetString(0), (row.GetString(1), row.GetBoolean(2)));
        }

        using var versions = connection.CreateCommand();
        versions.CommandText = """
            SELECT v.Form, v.Unit, v.ValuesJson FROM submissions s
            JOIN versions v ON v."Plan"=s."Plan" AND v.Form=s.Form AND v.Unit=s.Unit AND v.Period=s.Period AND v.Number=s.CountingVersion
            WHERE s.Period='2026'
            """;
        using var version = versions.ExecuteReader();
        while (version.Read())
        {
            if (!_forms.TryGetValue(version.GetString(0), out var list)) _forms.Add(version.GetString(0), list = []);
            list.Add((version.GetString(1), JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(version.GetString(2))!));
        }
    }

    public Dictionary<string, (string Type, bool InPlan)> Units { get; } = new(StringComparer.Ordinal);

    public long CountUnits(bool inPlanOnly, params string[] types) => Units.Values.LongCount(u => types.Contains(u.Type) && (!inPlanOnly || u.InPlan));

    public IEnumerable<Answers> Of(string form, bool inPlanOnly = false, params string[] types) =>
        from submission in _forms.GetValueOrDefault(form, [])
        where Units.TryGetValue(submission.Unit, out var unit) && (types.Length == 0 || types.Contains(unit.Type)) && (!inPlanOnly || unit.InPlan)
        select new Answers(submission.Unit, submission.Cells);

    /// <summary>One submission's cells.</summary>
    internal sealed class Answers(string unit, Dictionary<string, JsonElement> cells)
    {
        /// <summary>Whose it is.</summary>
        public string Unit => unit;

        public bool Yes(string field) => cells.TryGetValue(field, out var value) && value.ValueKind == JsonValueKind.True;

        public bool Filled(string field) => cells.TryGetValue(field, out var value) && value.ValueKind != JsonValueKind.Object;

        public long Sum(string field) => cells.Where(c => IsOf(c.Key, field)).Sum(c => Number(c.Value));

        /// <summary>Σ of both sides over the cells where neither side is withheld, left out or not applicable.</summary>
        public (long Numerator, long Denominator) Pair(string numerator, string denominator, Func<string, bool>? option = null)
        {
            var (n, d) = (0L, 0L);
            foreach (var (cell, value) in cells.Where(c => IsOf(c.Key, denominator)))
            {
                var suffix = cell[denominator.Length..];
                if (option?.Invoke(suffix.Trim('[', ']')) == false) continue;
                if (!Counts(value) || !cells.TryGetValue(numerator + suffix, out var other) || !Counts(other)) continue;
                n += Number(other);
                d += Number(value);
            }

            return (n, d);
        }

        private static bool IsOf(string cell, string field) => cell == field || cell.StartsWith(field + "[", StringComparison.Ordinal);

        private static long Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

        private static bool Counts(JsonElement value) =>
            value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.Object && value.GetProperty("empty").GetString() == "notArising");
    }
}
