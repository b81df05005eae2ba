using SocialWork.Core.Units;

namespace SocialWork.Persistence.Writing;

/// <summary>Register R1 as it stands in the open transaction of a write.</summary>
internal static class StoredUnits
{
    /// <summary>What totals classify the unit of that code by, as it stands on a date; null where the register has no such unit then.</summary>
    public static Unit? UnitOn(this WriteSession session, string code, DateOnly date)
    {
        var command = session.Command(
            "SELECT \"Name\",\"Type\",\"ManagingSector\",\"Commune\",\"InPlan\",\"ValidFrom\",\"ValidTo\" FROM units WHERE \"Code\"=@0 AND \"ValidFrom\"<=@1 ORDER BY \"ValidFrom\" DESC LIMIT 1",
            code, Instant.Day(date));
        using var row = command.ExecuteReader();
        if (!row.Read()) return null;
        var unit = new Unit
        {
            Code = code,
            Name = row.GetString(0),
            Type = row.GetString(1),
            ManagingSector = row.GetString(2),
            Commune = row.IsDBNull(3) ? null : row.GetString(3),
            InPlan = row.GetBoolean(4),
            ValidFrom = DateOnly.FromDateTime(row.GetDateTime(5)),
            ValidTo = row.IsDBNull(6) ? null : DateOnly.FromDateTime(row.GetDateTime(6)),
        };
        return unit.ValidOn(date) ? unit : null;
    }
}
