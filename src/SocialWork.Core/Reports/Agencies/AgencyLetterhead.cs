using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;
using SocialWork.Core.Units;

namespace SocialWork.Core.Reports.Agencies;

/// <summary>
/// How an agency stands above and below its own documents: who is above it, its sign, its place, in what capacity its head signs
/// (Decree 30/2020/NĐ-CP, Appendix I, II.2 to II.7). Number, date and signatory are not known. Pure; safe for concurrent use.
/// </summary>
public static class AgencyLetterhead
{
    private const string Council = "Ủy ban nhân dân";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Kinds = ["Phường ", "Xã ", "Thị trấn "];

    /// <summary>What is known of an agency's document.</summary>
    public static DocumentFacts Of(Plan plan, Unit agency)
    {
        var city = DocumentFacts.Of(plan);
        var usual = city with { Number = null, Date = null, Signer = null, Recipients = ["Như trên", "Lưu: VT"] };
        return agency.Type switch
        {
            // A People's Committee stands by itself: nobody is above it in its head.
            UnitTypes.Commune => usual with
            {
                Superior = [], Issuer = [Upper(Council), Upper(agency.Name)], Sign = "BC-UBND", Place = Proper(agency.Name), Capacity = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
            },
            // The police are led by their ministry, not by the city's People's Committee.
            UnitTypes.PoliceAgency => usual with
            {
                Superior = ["BỘ CÔNG AN"], Issuer = [Upper(Reporter(plan, agency))], Sign = "BC-" + agency.Code, Capacity = ["GIÁM ĐỐC"],
            },
            // The Front is no state agency: nobody is above it, and its standing board signs for it.
            UnitTypes.FrontOrganisation => usual with
            {
                Superior = [], Issuer = ["ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM " + Upper(plan.Jurisdiction)], Sign = $"BC-{agency.Code}-BTT", Capacity = ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"],
            },
            _ => usual with { Superior = city.Superior, Issuer = [Upper(agency.Name)], Sign = "BC-" + agency.Code, Capacity = ["GIÁM ĐỐC"] },
        };
    }

    /// <summary>Who reports, as a sentence names it.</summary>
    public static string Reporter(Plan plan, Unit agency) => agency.Type switch
    {
        UnitTypes.Commune => $"{Council} {Lower(agency.Name)}",
        UnitTypes.FrontOrganisation => plan.WithPlace(agency.Name.Split(" và ")[0]),
        _ => plan.WithPlace(agency.Name),
    };

    /// <summary>The territory of a commune, in a sentence: “phường Phú Bài”; null for others.</summary>
    public static string? Territory(Unit agency) => agency.Type == UnitTypes.Commune ? Lower(agency.Name) : null;

    // “Phường Phú Bài” signs at “Phú Bài”.
    private static string Proper(string name) => Kinds.FirstOrDefault(kind => name.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) is { } kind ? name[kind.Length..] : name;

    private static string Upper(string words) => words.ToUpper(Vietnamese);

    private static string Lower(string name) => char.ToLower(name[0], Vietnamese) + name[1..];
}
