using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>Indicators, each with the part of every module beneath it. Pure.</summary>
internal static class IndicatorTable
{
    private static readonly ImmutableArray<AnnexColumn> Columns =
    [
        new(new Text("Tử số, số lượng", "Numerator, number"), AnnexColumnKind.Number),
        new(new Text("Mẫu số", "Denominator"), AnnexColumnKind.Number),
        new(new Text("Đơn vị chưa báo cáo", "Units not reported"), AnnexColumnKind.Number),
        new(new Text("Tỷ lệ", "Rate"), AnnexColumnKind.Percent) { RatioOf = new AnnexRatio(0, 1) },
    ];

    /// <summary>The table; an indicator that the plan or its modules do not have is left out, with a note.</summary>
    public static AnnexTable Of(TableOutline outline, ImmutableArray<IndicatorResult> indicators, PlanModel model)
    {
        var rows = ImmutableArray.CreateBuilder<AnnexRow>();
        var notes = ImmutableArray.CreateBuilder<Text>();
        foreach (var code in outline.Indicators)
        {
            if (indicators.FirstOrDefault(indicator => indicator.Definition.Code == code) is { } result) rows.AddRange(Rows(result, rows.Count, model));
            else notes.Add(new Text($"Chưa có chỉ tiêu {code} trong kỳ báo cáo này.", $"There is no indicator {code} in this report."));
        }

        return new AnnexTable { Id = outline.Id, Caption = outline.Caption, Rowed = outline.Rowed ?? new Text("Chỉ tiêu", "Indicator"), Columns = Columns, Rows = rows.ToImmutable(), Notes = notes.ToImmutable() };
    }

    private static IEnumerable<AnnexRow> Rows(IndicatorResult result, int before, PlanModel model)
    {
        var (name, unit) = (result.Definition.Name, result.Definition.Unit);
        var label = result.Denominator is null ? new Text($"{name.Vi} ({unit.Vi})", $"{name.En} ({unit.En})") : name;
        // A module that is asked nothing and adds nothing is no part of the sum.
        ContributionResult[] parts = result.Contributions.Length == 1 ? [] : [.. result.Contributions.Where(part => part is not { Outcome: SectorOutcome.Ok, Coverage.Expected: 0, Value: { Numerator.Value: 0, Denominator: null or { Value: 0 } } })];
        yield return new AnnexRow(label, parts.Length == 0 ? AnnexRowKind.Line : AnnexRowKind.Total, Cells(result.Numerator, result.Denominator, result.Unreported, result.Coverage, result.AnyReport, result.Definition.Code, model.Plan.Targets.FirstOrDefault(target => target.Indicator == result.Definition.Code)?.Threshold))
        {
            SumOf = [.. Enumerable.Range(before + 1, parts.Length)],
            Coverage = result.Coverage,
        };
        foreach (var part in parts)
        {
            yield return new AnnexRow(model.ModuleName(part.Module), AnnexRowKind.Part, part is { Outcome: SectorOutcome.Ok, Value: { } value }
                ? Cells(value.Numerator.Value, result.Denominator is null ? null : value.Denominator?.Value ?? 0, value.Unreported, part.Coverage, part.Coverage.Reported > 0 || part.Coverage.Expected == 0)
                : [.. Columns.Select(_ => new AnnexCell(AnnexCellState.Absent))])
            {
                Coverage = part.Coverage,
            };
        }
    }

    private static ImmutableArray<AnnexCell> Cells(long numerator, long? denominator, long unreported, Coverage coverage, bool anyReport, string? figure = null, int? threshold = null)
    {
        var silent = !anyReport && coverage.Expected > 0 ? new AnnexCell(AnnexCellState.NotReported) : null;
        var rate = denominator switch
        {
            null => AnnexCell.Blank,
            _ when silent is not null => silent,
            0 => new AnnexCell(AnnexCellState.NotArising),
            { } d => new AnnexCell(AnnexCellState.Rate) { Words = Same(Rate.Print(numerator, d, threshold)), Figure = figure },
        };
        return
        [
            numerator == 0 && silent is not null ? silent : AnnexCell.Of(numerator) with { Figure = figure, Coverage = coverage.IsComplete ? null : coverage },
            denominator is { } known ? AnnexCell.Of(known) with { Figure = figure } : AnnexCell.Blank,
            AnnexCell.Of(unreported),
            rate,
        ];
    }

    private static Text Same(string words) => new(words, words);
}
