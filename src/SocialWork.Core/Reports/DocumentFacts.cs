using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Reports;

/// <summary>
/// What only the office knows: numbers, dates and names that stand in no figures. What is missing is «…» in the document, and
/// <see cref="Missing"/> names it. Immutable.
/// </summary>
public sealed record DocumentFacts
{
    private static readonly string[] Jurisdictions = ["Thành phố ", "Tỉnh "];

    /// <summary>What stands where a fact is missing.</summary>
    public const string Gap = "«…»";

    /// <summary>The agency above, a line each.</summary>
    public ImmutableArray<string> Superior { get; init; } = [];
    /// <summary>The issuing agency, a line each.</summary>
    public ImmutableArray<string> Issuer { get; init; } = [];
    /// <summary>The running number of the document in its year, at least 1.</summary>
    public int? Number { get; init; }
    /// <summary>What follows the number: “BC-SYT”.</summary>
    public string? Sign { get; init; }
    /// <summary>Where it is signed: “Huế”.</summary>
    public string? Place { get; init; }
    /// <summary>When it is signed.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>The number and sign of the plan that is reported on: “12/KH-UBND”.</summary>
    public string? PlanNumber { get; init; }
    /// <summary>The date of that plan.</summary>
    public DateOnly? PlanDate { get; init; }
    /// <summary>In what capacity it is signed, a line each.</summary>
    public ImmutableArray<string> Capacity { get; init; } = [];
    /// <summary>Who signs, without a degree.</summary>
    public string? Signer { get; init; }
    /// <summary>Who receives it; the last is where it is kept: “Lưu: VT, BTXH”.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>The issued document that this one replaces (Decree 30/2020/NĐ-CP, Article 18): “05/BC-SYT ngày 05 tháng 12 năm 2026”; null for none.</summary>
    public string? Replaced { get; init; }

    /// <summary>What the plan itself says: who issues and who is above, the sign, the place, and the plan's own number and date.</summary>
    public static DocumentFacts Of(Plan plan)
    {
        var superior = plan.IssuerName.Vi.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));
        var at = superior.EndsWith(plan.Jurisdiction, StringComparison.OrdinalIgnoreCase) ? superior.Length - plan.Jurisdiction.Length : 0;
        return new DocumentFacts
        {
            Superior = at > 0 ? [superior[..at].TrimEnd(), superior[at..]] : [superior],
            Issuer = plan.Party(plan.StandingAgency) is { } agency ? [agency.Name.Vi.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))] : [],
            Sign = "BC-" + plan.StandingAgency,
            Place = PlaceOf(plan.Jurisdiction),
            PlanNumber = plan.Number,
            PlanDate = plan.IssuedOn,
        };
    }

    /// <summary>“05/BC-SYT”: numbers below ten have two digits, without spaces (Decree 30/2020/NĐ-CP, Appendix I, II.3).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string NumberAndSign => $"{(Number is { } number ? number.ToString("00", CultureInfo.InvariantCulture) : Gap)}/{Sign ?? Gap}";

    /// <summary>“Huế, ngày 05 tháng 12 năm 2026” (Appendix I, II.4).</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string PlaceAndDate => $"{Place ?? Gap}, {Dated(Date)}";

    /// <summary>“Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026”.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string PlanReference => $"Kế hoạch số {PlanNumber ?? Gap} {Dated(PlanDate)}";

    /// <summary>What is missing, by its name here.</summary>
    public IEnumerable<string> Missing()
    {
        if (Issuer.IsEmpty) yield return nameof(Issuer);
        if (Number is null) yield return nameof(Number);
        if (Sign is null) yield return nameof(Sign);
        if (Place is null) yield return nameof(Place);
        if (Date is null) yield return nameof(Date);
        if (PlanNumber is null) yield return nameof(PlanNumber);
        if (PlanDate is null) yield return nameof(PlanDate);
        if (Capacity.IsEmpty) yield return nameof(Capacity);
        if (Signer is null) yield return nameof(Signer);
        if (Recipients.IsEmpty) yield return nameof(Recipients);
    }

    /// <summary>What people call a fact.</summary>
    /// <param name="fact">Its name here, as <see cref="Missing"/> gives it.</param>
    public static Text NameOf(string fact) => fact switch
    {
        nameof(Superior) => new("Cơ quan cấp trên trực tiếp", "The agency above"),
        nameof(Issuer) => new("Cơ quan ban hành", "Issuing agency"),
        nameof(Number) => new("Số của báo cáo", "Number of the report"),
        nameof(Sign) => new("Ký hiệu", "Sign"),
        nameof(Place) => new("Địa danh", "Place"),
        nameof(Date) => new("Ngày ban hành", "Date of the report"),
        nameof(PlanNumber) => new("Số, ký hiệu của Kế hoạch", "Number and sign of the plan"),
        nameof(PlanDate) => new("Ngày của Kế hoạch", "Date of the plan"),
        nameof(Capacity) => new("Quyền hạn, chức vụ của người ký", "Capacity of the signer"),
        nameof(Signer) => new("Họ và tên người ký", "Name of the signer"),
        nameof(Recipients) => new("Nơi nhận", "Recipients"),
        _ => new(fact, fact),
    };

    // “Thành phố Huế” signs at “Huế”.
    private static string PlaceOf(string jurisdiction) =>
        Jurisdictions.FirstOrDefault(kind => jurisdiction.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) is { } kind ? jurisdiction[kind.Length..] : jurisdiction;

    /// <summary>“ngày 05 tháng 01 năm 2026”: days below ten and the months 1 and 2 have two digits.</summary>
    public static string Dated(DateOnly? date) => date is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month < 3 ? $"{day.Month:00}" : $"{day.Month}")} năm {day.Year}")
        : $"ngày {Gap} tháng {Gap} năm {Gap}";
}
