using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Core.Units;

/// <summary>Register R1 with its whole history. Immutable; safe for concurrent use.</summary>
public sealed class UnitRegister
{
    private readonly Lazy<string> _digest;

    /// <summary>Builds the register.</summary>
    /// <exception cref="ArgumentException">Two rows of one unit hold on the same date: a unit would count twice.</exception>
    public UnitRegister(IEnumerable<Unit> units, IEnumerable<Succession> successions)
    {
        Units = [.. units.OrderBy(u => u.Code, StringComparer.Ordinal).ThenBy(u => u.ValidFrom)];
        Successions = [.. successions];
        _digest = new Lazy<string>(Digested);
        foreach (var (earlier, later) in Units.Zip(Units.Skip(1)))
        {
            if (earlier.Code == later.Code && (earlier.ValidTo is null || earlier.ValidTo > later.ValidFrom))
                throw new ArgumentException($"Unit {later.Code} has two rows that hold on {later.ValidFrom:yyyy-MM-dd}; close the first before the second begins.", nameof(units));
        }
    }

    /// <summary>Every dated row, by code and date.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>Every dated edge.</summary>
    public ImmutableArray<Succession> Successions { get; }

    /// <summary>A digest of all that the register says: the same digest means the same register, on every machine and at every start.</summary>
    public string Digest => _digest.Value;

    // By JSON and not by the records' own words, which follow the machine's culture.
    private string Digested()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Units));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Successions.OrderBy(s => s.Predecessor, StringComparer.Ordinal).ThenBy(s => s.Successor, StringComparer.Ordinal).ThenBy(s => s.On)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The units that hold on a date.</summary>
    public UnitsOnDate On(DateOnly date) => new(date, Units.Where(u => u.ValidOn(date)));
}

/// <summary>The register as it stands on one date. Immutable; safe for concurrent use.</summary>
public sealed class UnitsOnDate
{
    private readonly FrozenDictionary<string, Unit> _byCode;
    private readonly ILookup<string, Unit> _byType;

    internal UnitsOnDate(DateOnly date, IEnumerable<Unit> units)
    {
        Date = date;
        _byCode = units.ToFrozenDictionary(u => u.Code, StringComparer.Ordinal);
        All = [.. _byCode.Values.OrderBy(u => u.Code, StringComparer.Ordinal)];
        _byType = All.ToLookup(u => u.Type, StringComparer.Ordinal);
    }

    /// <summary>The date.</summary>
    public DateOnly Date { get; }

    /// <summary>Every unit, by code.</summary>
    public ImmutableArray<Unit> All { get; }

    /// <summary>The unit of that code, or null.</summary>
    public Unit? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The units of one type, by code.</summary>
    public IEnumerable<Unit> OfType(string type) => _byType[type];

    /// <summary>The units in a scope, by code.</summary>
    public IEnumerable<Unit> In(Scope scope) =>
        (scope.Types.IsDefaultOrEmpty ? All : scope.Types.SelectMany(OfType)).Where(u => scope.Contains(u.Type, u.InPlan));
}
