using System.Globalization;
using SocialWork.Core.Units;

namespace SocialWork.Host.Demo.Forms;

/// <summary>Numbers and dates of invented documents, as offices write them.</summary>
internal static class PaperNumbers
{
    /// <summary>An agency's sign in document numbers.</summary>
    public static string Sign(Unit unit) => unit.Code switch
    {
        "SGDDT" => "SGDĐT",
        "MTTQ" => "MTTQ-BTT",
        "CATP" => "CATP",
        { Length: > 0 } code when char.IsAsciiDigit(code[0]) => "UBND",
        var code => code,
    };

    /// <summary>“12/KH-UBND”.</summary>
    public static string Number(Unit unit, string kind, int number) => $"{number.ToString("00", CultureInfo.InvariantCulture)}/{kind}-{Sign(unit)}";

    /// <summary>The number of an agency's implementation plan, the same wherever it is named.</summary>
    public static string Plan(Unit unit) => Number(unit, "KH", DemoRandom.For("plan number", unit.Code).Int(18, 160));

    /// <summary>“12/KH-UBND ngày 03/02/2026”.</summary>
    public static string Dated(Unit unit, string kind, int number, DateOnly on) =>
        Dated(Number(unit, kind, number), on);

    /// <summary>A document's number with its date.</summary>
    public static string Dated(string number, DateOnly on) => $"{number} ngày {on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";
}
