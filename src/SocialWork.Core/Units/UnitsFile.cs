using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SocialWork.Core.Units;

/// <summary>The file in which agencies, communes and their succession are delivered.</summary>
public static class UnitsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read; names the unit and what is wrong.</exception>
    public static UnitRegister Read(Stream json)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(json, Options) ?? throw new InvalidDataException("The units file is empty.");
            return new UnitRegister(
                content.Units.Select(Present).Select(u => new Unit
                {
                    Code = u.Code,
                    Name = u.Name.Normalize(NormalizationForm.FormC),
                    Type = u.Type,
                    ManagingSector = u.ManagingSector,
                    Commune = u.Commune,
                    InPlan = u.InPlan,
                    Tier = u.Tier ?? "city",
                    IsPublic = u.Public,
                    SchoolLevel = u.SchoolLevel,
                    Operator = u.Operator,
                    Custodian = u.Custodian,
                    LegalAct = u.LegalAct,
                    ValidFrom = Date(u.Code, u.ValidFrom),
                    ValidTo = u.ValidTo is null ? null : Date(u.Code, u.ValidTo),
                }),
                content.Succession.Select(Present).Select(s => new Succession(s.Predecessor, s.Successor, Date(s.Successor, s.On), s.LegalAct)));
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The units file is not readable at {fault.Path}, line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static DateOnly Date(string unit, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new InvalidDataException($"Unit {unit}: '{text}' is not a date; write yyyy-MM-dd.");

    private static T Present<T>(T? row, int index) where T : class =>
        row ?? throw new InvalidDataException($"The units file is not readable: item {index + 1} of a list is empty.");

    private sealed record Content(string Schema, UnitRow?[] Units, SuccessionRow?[] Succession);

    private sealed record UnitRow(
        string Code, string Name, string Type, string ManagingSector, string ValidFrom, string? ValidTo = null, string? Commune = null,
        bool InPlan = false, string? Tier = null, bool Public = false, string? SchoolLevel = null, string? Operator = null,
        string? Custodian = null, string? LegalAct = null);

    private sealed record SuccessionRow(string Predecessor, string Successor, string On, string LegalAct);
}
