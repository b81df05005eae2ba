using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Reports;
using SocialWork.Documents.Words;
using SocialWork.Host.Pages.Admin.Accounts;

namespace SocialWork.Host.Pages.Words;

/// <summary>The facts of a document as they are typed; lists a line each.</summary>
public sealed record FactFields
{
    /// <summary>Cơ quan cấp trên.</summary>
    public string? Superior { get; init; }
    /// <summary>Cơ quan ban hành.</summary>
    public string? Issuer { get; init; }
    /// <summary>Số.</summary>
    public string? Number { get; init; }
    /// <summary>Ký hiệu.</summary>
    public string? Sign { get; init; }
    /// <summary>Địa danh.</summary>
    public string? Place { get; init; }
    /// <summary>Ngày ban hành.</summary>
    public string? Date { get; init; }
    /// <summary>Số, ký hiệu của kế hoạch.</summary>
    public string? PlanNumber { get; init; }
    /// <summary>Ngày của kế hoạch.</summary>
    public string? PlanDate { get; init; }
    /// <summary>Quyền hạn, chức vụ.</summary>
    public string? Capacity { get; init; }
    /// <summary>Người ký.</summary>
    public string? Signer { get; init; }
    /// <summary>Nơi nhận.</summary>
    public string? Recipients { get; init; }

    /// <summary>Facts as they are shown to be typed over.</summary>
    public static FactFields Of(DocumentFacts facts) => new()
    {
        Superior = Text(facts.Superior),
        Issuer = Text(facts.Issuer),
        Number = facts.Number?.ToString(CultureInfo.InvariantCulture),
        Sign = facts.Sign,
        Place = facts.Place,
        Date = facts.Date is { } date ? When.Date(date) : null,
        PlanNumber = facts.PlanNumber,
        PlanDate = facts.PlanDate is { } planDate ? When.Date(planDate) : null,
        Capacity = Text(facts.Capacity),
        Signer = facts.Signer,
        Recipients = Text(facts.Recipients),
    };

    /// <summary>The facts; null where something cannot be read, which was reported.</summary>
    public DocumentFacts? Read(Action<string, Text> report)
    {
        var (date, planDate, number) = (RoleFields.Day(nameof(Date), Date, report), RoleFields.Day(nameof(PlanDate), PlanDate, report), Whole(report));
        return !date.IsRead || !planDate.IsRead || !number.IsRead ? null : new DocumentFacts
        {
            Superior = Lines(Superior),
            Issuer = Lines(Issuer),
            Number = number.Number,
            Sign = Sign,
            Place = Place,
            Date = date.Date,
            PlanNumber = PlanNumber,
            PlanDate = planDate.Date,
            Capacity = Lines(Capacity),
            Signer = Signer,
            Recipients = Lines(Recipients),
        };
    }

    /// <summary>The field that states what the use case found at fault.</summary>
    public static string FieldOf(string cell) => char.ToUpperInvariant(cell[0]) + cell[1..];

    private (bool IsRead, int? Number) Whole(Action<string, Text> report)
    {
        if (string.IsNullOrWhiteSpace(Number)) return (true, null);
        if (int.TryParse(Number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (true, number);
        report(nameof(Number), new Text($"Số của báo cáo phải là một số nguyên từ 1 đến {FactRules.MaxNumber}, chỉ gồm chữ số.", $"The report's number must be a whole number, 1 to {FactRules.MaxNumber}, of digits alone."));
        return (false, null);
    }

    private static string Text(ImmutableArray<string> lines) => string.Join('\n', lines);

    private static ImmutableArray<string> Lines(string? typed) => [.. (typed ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
