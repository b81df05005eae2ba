using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Annexes;

/// <summary>All annexes of a report, I to VIII, as tables of one kind: what every document shows of them. Pure; safe for concurrent use.</summary>
public static class AnnexPages
{
    /// <summary>The annexes in their order.</summary>
    public static ImmutableArray<ReportAnnex> Of(CombinedReport report) => [Targets(report), .. report.Annexes, Agencies(report)];

    /// <summary>Annex VIII: plans and reports of every agency.</summary>
    public static ReportAnnex Agencies(CombinedReport report)
    {
        var coverage = report.Coverage;
        return new ReportAnnex("VIII", new Text("Tình hình ban hành kế hoạch, báo cáo của các sở, ngành, đoàn thể và xã, phường", "Plans and reports of agencies and communes"),
        [
            new AnnexTable
            {
                Id = "VIII.1",
                Caption = new Text("Kế hoạch và báo cáo của từng đơn vị", "Plan and report of each agency"),
                Rowed = new Text("Đơn vị", "Agency"),
                Columns =
                [
                    new(new Text("Kế hoạch: số, ký hiệu", "Plan: number"), AnnexColumnKind.Words), new(new Text("Ngày ban hành", "Issued on"), AnnexColumnKind.Words), new(new Text("Ban hành kế hoạch", "Plan"), AnnexColumnKind.Words),
                    new(new Text("Gửi báo cáo", "Report"), AnnexColumnKind.Words), new(new Text("Biểu đã gửi", "Forms sent"), AnnexColumnKind.Number), new(new Text("Biểu phải gửi", "Forms owed"), AnnexColumnKind.Number), new(new Text("Số ngày quá hạn", "Days late"), AnnexColumnKind.Number),
                ],
                Rows =
                [
                    .. report.Agencies.Select(agency => new AnnexRow(Same(agency.Name), AnnexRowKind.Line,
                    [
                        AnnexCell.Of(agency.PlanNumber is { } number ? Same(number) : null), AnnexCell.Of(agency.PlanIssuedOn is { } on ? Same(When.Date(on)) : null),
                        AnnexCell.Of(agency.PlanState is { } state ? StateWords.Duty(state) : null), AnnexCell.Of(StateWords.Duty(agency.State)),
                        AnnexCell.Of(agency.FormsSent), AnnexCell.Of(agency.FormsOwed), AnnexCell.Of(agency.DaysLate),
                    ]) { Unit = agency.Unit }),
                ],
                Notes =
                [
                    new Text(
                        $"Đã gửi đủ báo cáo: {When.Number(coverage.Sent)}/{When.Number(coverage.Expected)} đơn vị; đã được tiếp nhận: {When.Number(coverage.Accepted)}/{When.Number(coverage.Expected)} đơn vị.",
                        $"All forms sent: {When.Number(coverage.Sent)} of {When.Number(coverage.Expected)} agencies; accepted: {When.Number(coverage.Accepted)} of {When.Number(coverage.Expected)}."),
                    coverage.Missing.IsEmpty
                        ? new Text("Không còn đơn vị nào chưa gửi.", "No agency is missing.")
                        : new Text($"Chưa gửi đủ: {string.Join("; ", coverage.Missing.Select(unit => unit.Name))}.", $"Not all sent: {string.Join("; ", coverage.Missing.Select(unit => unit.Name))}."),
                ],
            },
        ]);
    }

    /// <summary>Annex I: the targets, with the part of every sector.</summary>
    private static ReportAnnex Targets(CombinedReport report)
    {
        var rows = ImmutableArray.CreateBuilder<AnnexRow>();
        foreach (var target in report.Targets) rows.AddRange(Rows(report, target, rows.Count));
        return new ReportAnnex("I", new Text("Kết quả thực hiện mục tiêu", "Results on the targets"),
        [
            new AnnexTable
            {
                Id = "I.1",
                Caption = new Text("Tử số, mẫu số, tỷ lệ và đánh giá theo mục tiêu, lĩnh vực", "Numerator, denominator, rate and verdict by target and sector"),
                Rowed = new Text("Mục tiêu, lĩnh vực", "Target, sector"),
                Columns =
                [
                    new(new Text("Tử số (n)", "Numerator (n)"), AnnexColumnKind.Number), new(new Text("Mẫu số (d)", "Denominator (d)"), AnnexColumnKind.Number), new(new Text("Chưa báo cáo (u)", "Not reported (u)"), AnnexColumnKind.Number),
                    new(new Text("Tỷ lệ", "Rate"), AnnexColumnKind.Percent) { RatioOf = new AnnexRatio(0, 1) }, new(new Text("Ngưỡng", "Threshold"), AnnexColumnKind.Words), new(new Text("Kết luận", "Verdict"), AnnexColumnKind.Words),
                ],
                Rows = rows.ToImmutable(),
            },
        ]);
    }

    private static IEnumerable<AnnexRow> Rows(CombinedReport report, TargetLine target, int before)
    {
        var parts = target.Contributions;
        var summed = parts.Sum(part => part.Numerator ?? 0) == target.Numerator && parts.Sum(part => part.Denominator ?? 0) == target.Denominator && parts.Sum(part => part.Unreported ?? 0) == target.Unreported;
        var rate = target is { Denominator: > 0, Verdict: not Verdict.NotReported } ? AnnexCellState.Rate : AnnexCellState.Words;
        yield return new AnnexRow(
            new Text($"{target.Indicator}. {target.Title.Vi}", $"{target.Indicator}. {target.Title.En}"), AnnexRowKind.Total,
            [
                Reported(target.Numerator, target.Coverage) with { Figure = target.Figure }, Reported(target.Denominator, target.Coverage) with { Figure = target.Figure }, AnnexCell.Of(target.Unreported),
                new AnnexCell(rate) { Words = StateWords.Value(target.RateText), Figure = target.Figure, Note = Note(target) },
                AnnexCell.Of(StateWords.Threshold(target.Comparator, target.Threshold)), AnnexCell.Of(StateWords.Of(target.Verdict)),
            ])
        {
            SumOf = summed ? [.. Enumerable.Range(before + 1, parts.Length)] : [],
            Coverage = target.Coverage,
        };
        foreach (var part in parts)
        {
            var name = report.Modules.FirstOrDefault(module => module.Id == part.Module)?.Name ?? new Text(part.Module, part.Module);
            yield return new AnnexRow(name, AnnexRowKind.Part,
            [
                Reported(part.Numerator, part.Coverage), Reported(part.Denominator, part.Coverage), part.Unreported is { } unreported ? AnnexCell.Of(unreported) : new AnnexCell(AnnexCellState.Absent),
                AnnexCell.Blank, AnnexCell.Blank, part.State == SectorOutcome.Ok ? AnnexCell.Blank : AnnexCell.Of(StateWords.Of(part.State)) with { Note = part.Reason },
            ])
            {
                Coverage = part.Coverage,
            };
        }
    }

    /// <summary>What a footnote says of a target's rate; null for nothing.</summary>
    internal static Text? Note(TargetLine target)
    {
        var notes = new List<Text>();
        if (AnnexWords.Incomplete(target.Coverage) is { } incomplete) notes.Add(incomplete);
        else if (target.Provisional) notes.Add(new Text("Tạm tính.", "Provisional."));
        if (target.Withheld > 0) notes.Add(new Text($"{When.Number(target.Withheld)} ô không cung cấp, không tính vào tử số và mẫu số.", $"{When.Number(target.Withheld)} cells were withheld and are in neither side."));
        return notes.Count == 0 ? null : new Text(string.Join(' ', notes.Select(note => note.Vi)), string.Join(' ', notes.Select(note => note.En)));
    }

    private static AnnexCell Reported(long? number, Coverage coverage) => number switch
    {
        null => new AnnexCell(AnnexCellState.Absent),
        0 when coverage is { Reported: 0, Expected: > 0 } => new AnnexCell(AnnexCellState.NotReported),
        { } known => AnnexCell.Of(known),
    };

    private static Text Same(string words) => new(words, words);
}
