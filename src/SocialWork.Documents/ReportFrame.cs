using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Plans;

namespace SocialWork.Documents;

/// <summary>What a document needs to know beside the report: its reader's language, and the names that the plan gives. Immutable.</summary>
public sealed record ReportFrame
{
    /// <summary>vi or en.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>The plan's year.</summary>
    public required int Year { get; init; }

    /// <summary>To whom the report is made.</summary>
    public required Text Addressee { get; init; }

    /// <summary>The plan's parties by code.</summary>
    public required ImmutableDictionary<string, Text> Parties { get; init; }

    /// <summary>The address of a figure's lineage; null for a document without links.</summary>
    public Func<string, string>? FigureAddress { get; init; }

    /// <summary>The frame of a plan.</summary>
    public static ReportFrame Of(Plan plan, string language) => new()
    {
        Language = language,
        Year = plan.Year,
        Addressee = plan.IssuerName,
        Parties = plan.Parties.ToImmutableDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal),
    };
}
