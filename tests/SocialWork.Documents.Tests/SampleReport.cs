using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Reports;
using SocialWork.Core.Reports.Annexes;
using SocialWork.Core.Sectors;

namespace SocialWork.Documents.Tests;

/// <summary>A report with one of everything: each verdict, each kind of empty, a module that is off, a group's task, money apart.</summary>
internal static class SampleReport
{
    public static readonly ReportFrame Frame = new()
    {
        Year = 2026,
        Addressee = new Text("Ủy ban nhân dân thành phố Huế", "City People's Committee"),
        Parties = ImmutableDictionary<string, Text>.Empty
            .Add("SGDDT", new Text("Sở Giáo dục và Đào tạo", "Education and Training department"))
            .Add("UBXP", new Text("Ủy ban nhân dân các xã, phường (40)", "People's Committees of communes and wards (40)")),
    };

    public static readonly ReportFrame Linked = Frame with { FigureAddress = figure => $"/reports/2026/figures/{Uri.EscapeDataString(figure)}" };

    private static readonly Text Off = new("Mô-đun police đã bị quản trị viên tắt.", "Module police was switched off by an administrator.");

    public static readonly CombinedReport Report = new()
    {
        Plan = "2026",
        Title = new Text("Kết quả thực hiện Chương trình phát triển công tác xã hội năm 2026 trên địa bàn thành phố Huế", "Results of the 2026 programme for developing social work in Hue city"),
        AsOf = new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero),
        Demo = true,
        Provisional = true,
        Coverage = new SeasonCoverage(48, 46, 45,
        [
            new MissingUnit("20044", "Xã A Lưới 2", "2026/V.1#2", "overdue", 2, 3, 9),
            new MissingUnit("19960", "Phường Phú Bài", "2026/V.1#2", "open", 0, 0, 9),
        ]),
        Targets =
        [
            Target("2026/I.2.a", "CT1", ">=", 70, 39, 100, 4, "39%", Verdict.NotMet, new Coverage(100, 96, 94),
            [
                new("education", 30, 90, 4, SectorOutcome.Ok, null, new Coverage(90, 86, 84)),
                new("health", 9, 10, 0, SectorOutcome.Ok, null, new Coverage(10, 10, 10)),
                new("police", null, null, null, SectorOutcome.Disabled, Off, default),
            ]),
            Target("2026/I.2.b", "CT2", "=", 100, 1999, 2000, 0, "99,95%", Verdict.NotMet, new Coverage(41, 41, 41), []),
            Target("2026/I.2.c#1", "CT3", ">", 80, 80_001, 100_000, 0, "80,001%", Verdict.Met, new Coverage(1234, 1234, 1234), []),
            Target("2026/I.2.c#2", "CT4", "=", 100, 0, 0, 0, "không phát sinh", Verdict.NotArising, new Coverage(40, 40, 40), []),
            Target("2026/I.2.d", "CT5", ">=", 60, 0, 0, 0, "chưa báo cáo", Verdict.NotReported, new Coverage(48, 0, 0), []),
            Target("2026/I.2.d", "CT6", ">=", 70, 65, 100, 10, "65%", Verdict.Undetermined, new Coverage(100, 90, 90), []) with { Withheld = 3 },
        ],
        Indicators =
        [
            new("BS2", new Text("Tỷ lệ đơn vị gửi báo cáo kết quả đúng hạn", "Reports sent in time"), new Text("%", "%"), 45, 48, 1, "93,8%", true, "BS2", new Coverage(48, 46, 46),
                [new("core", 45, 48, 1, SectorOutcome.Ok, null, new Coverage(48, 46, 46))]),
            new("BS16", new Text("Lượt người tham dự truyền thông trực tiếp", "Attendances"), new Text("lượt", "attendances"), 1_234_567, null, 0, "1.234.567", false, "BS16", new Coverage(48, 48, 48),
                [new("culture", null, null, null, SectorOutcome.TimedOut, new Text("Mô-đun culture không trả lời trong 10 giây.", "Module culture did not answer within 10 seconds."), default)]),
        ],
        Activities =
        [
            new("2026/II.1.b", new Text("Truyền thông về nghề công tác xã hội", "Communicate the profession"), "sản phẩm; lượt người", Gated: false,
            [
                Figure("K4.so_buoi", "Số buổi truyền thông", 1200, "1.200", new Text("buổi", "events"), new CellCounts(46, 0, 0, 0, 2)),
                Figure("K4.luot[NGHE,TRUC_TIEP]", "Lượt người", 0, "không cung cấp", new Text("lượt", "attendances"), new CellCounts(0, 0, 0, 2, 0)),
            ]),
            new("2026/II.3.a", new Text("Lựa chọn cơ sở thực hành", "Choose practice sites"), "cơ sở", Gated: true, []),
        ],
        Tasks =
        [
            new("2026/IV.4.a", new Text("Phát triển mạng lưới nhân sự trong trường học", "School staff network"), "SGDDT", "education", TaskState.InProgress, new TaskInstances(1, 0), [],
                new Text("30 trường có nhân sự", "30 schools with staff"), [Figure("GD1.co_ns", "Trường có nhân sự", 30, "30", new Text("trường", "schools"), new CellCounts(86, 0, 0, 0, 4))]),
            new("2026/IV.9.a", new Text("Ban hành kế hoạch của xã, phường", "Issue the commune's plan"), "UBXP", "communes", TaskState.InProgress, new TaskInstances(40, 33),
                [.. Enumerable.Range(1, 7).Select(i => new RemainingInstance($"2000{i}", $"Xã Ví dụ {i}", i % 2 == 0 ? TaskState.NotReported : TaskState.NotStarted))], null, []),
            new("2026/IV.9.b", new Text("Rà soát nhu cầu tập huấn", "Training needs"), "UBXP", null, TaskState.Done, new TaskInstances(40, 38),
                [new("20044", "Xã A Lưới 2", TaskState.NotArising), new("19960", "Phường Phú Bài", TaskState.NotArising)], null, []),
        ],
        Funding =
        [
            Money("NSTW", "Ngân sách Trung ương", apart: false, 1_000_000, "1.000.000"),
            Money("HDTN", "Huy động trong nước", apart: false, 0, "không phát sinh"),
            Money("LONGGHEP", "Lồng ghép chương trình khác", apart: true, 500_000_000, "500.000.000"),
        ],
        FundingTotal = new FundingTotal(Sum(1_000_000, "1.000.000"), Sum(1_000_000, "1.000.000"), Sum(1_000_000, "1.000.000")),
        Obstacles =
        [
            new(Guid.Parse("11111111-1111-1111-1111-111111111111"), "20044", "Xã A Lưới 2", "Chưa có kinh phí tập huấn cộng tác viên ở thôn.\nĐịa bàn rộng.", "UBND_THANH_PHO", "Bố trí kinh phí từ ngân sách thành phố.", "inProcess", new DateOnly(2026, 11, 20)),
        ],
        Modules =
        [
            new("culture", new Text("Văn hóa", "Culture"), "1.0.0", SectorOutcome.TimedOut, new Text("Mô-đun culture không trả lời trong 10 giây.", "Module culture did not answer within 10 seconds.")),
            new("education", new Text("Giáo dục", "Education"), "1.0.0", SectorOutcome.Ok, null),
            new("health", new Text("Y tế", "Health"), "1.2.0", SectorOutcome.Ok, null),
            new("police", new Text("Công an", "Police"), "1.0.0", SectorOutcome.Disabled, Off),
        ],
        Agencies =
        [
            new("SGDDT", "Sở Giáo dục và Đào tạo", "12/KH-SGDĐT", new DateOnly(2026, 3, 20), "sent", "sent", 0, 5, 5),
            new("19960", "Phường Phú Bài", null, null, "overdue", "open", 0, 0, 9),
            new("20044", "Xã A Lưới 2", "03/KH-UBND", new DateOnly(2026, 4, 9), "sentLate", "overdue", 2, 3, 9),
        ],
        Annexes =
        [
            new ReportAnnex("IV", new Text("Trẻ em sáu nhóm", "Children of the six categories"), [Children, Shares]),
            new ReportAnnex("VII", new Text("Kinh phí theo nguồn", "Funding by source"), [Absent]),
        ],
    };

    // Two communes hide their numbers, one has not reported.
    private static AnnexTable Children => new()
    {
        Id = "IV.1",
        Caption = new Text("Trẻ em theo xã, phường", "Children by commune"),
        Rowed = new Text("Xã, phường", "Commune"),
        Columns =
        [
            new(new Text("Trẻ em khuyết tật nặng", "Severely disabled"), AnnexColumnKind.Number, People), new(new Text("Trẻ em nhiễm HIV/AIDS", "With HIV/AIDS"), AnnexColumnKind.Number, People),
            new(new Text("Cộng", "Total"), AnnexColumnKind.Number) { SumOf = [0, 1] }, new(new Text("Tỷ lệ", "Rate"), AnnexColumnKind.Percent) { RatioOf = new AnnexRatio(1, 0) },
        ],
        Rows =
        [
            Commune("Phường Phú Xuân", "19753", Number(161, "XP3.tong[TE5]@19753"), Is(AnnexCellState.Hidden), Is(AnnexCellState.Hidden), Is(AnnexCellState.Hidden)),
            Commune("Phường Kim Long", "19774", Number(1_002, "XP3.tong[TE5]@19774"), Is(AnnexCellState.Hidden), Is(AnnexCellState.Hidden), Is(AnnexCellState.Hidden)),
            Commune("=1+1 Vỹ Dạ", "19777", Number(20), Is(AnnexCellState.NotArising), Number(20), Is(AnnexCellState.NotArising)),
            Commune("Xã Nam Đông", "20179", Number(40), Number(9), Number(49), Rate("22,5%")),
            Commune("Xã A Lưới 2", "20044", [.. Enumerable.Repeat(Is(AnnexCellState.NotReported), 4)]) with { Coverage = new Coverage(1, 0, 0) },
            new AnnexRow(new Text("Cộng các số được che (*)", "The hidden numbers (*) together"), AnnexRowKind.Hidden, [AnnexCell.Blank, Number(8), Number(1_171), AnnexCell.Blank]),
            new AnnexRow(new Text("Toàn thành phố", "The whole city"), AnnexRowKind.Total, [Number(1_223, "XP3.tong[TE5]"), Number(17, "XP3.tong[TE3]"), Number(1_240), Rate("1,4%")]) { SumOf = [0, 1, 2, 3, 4, 5], Coverage = new Coverage(5, 4, 4) },
        ],
    };

    private static AnnexTable Shares => new()
    {
        Id = "IV.2",
        Caption = new Text("Đủ mọi loại ô", "Every kind of cell"),
        Rowed = new Text("Nội dung", "Item"),
        Columns = [new(new Text("Số lượng", "Number"), AnnexColumnKind.Number, People), new(new Text("Ghi chú", "Remark"), AnnexColumnKind.Words)],
        Rows =
        [
            .. Enum.GetValues<AnnexCellState>().Where(state => state is not (AnnexCellState.Number or AnnexCellState.Rate or AnnexCellState.Words))
                .Select(state => new AnnexRow(new Text($"Dòng {state}", $"Row {state}"), AnnexRowKind.Line, [Is(state), AnnexCell.Of(new Text("=HYPERLINK(\"x\")", "@SUM(1)"))])),
            new AnnexRow(new Text("Cộng", "Total"), AnnexRowKind.Total, [Is(AnnexCellState.NotReported), AnnexCell.Blank]) { SumOf = [0, 1, 2, 3, 4, 5, 6] },
            new AnnexRow(new Text("Không trùng", "Each once"), AnnexRowKind.Distinct, [Number(5), AnnexCell.Blank]),
        ],
        Notes = [new Text("Tạm tính: biểu XP3 có 39/40 đơn vị đã báo cáo.", "Provisional: 39 of 40 units have reported form XP3.")],
    };

    private static AnnexTable Absent => new()
    {
        Id = "VII.1",
        Caption = new Text("Kinh phí phân bổ", "Allocated"),
        Rowed = new Text("Nguồn", "Source"),
        Columns = [new(new Text("TC1", "TC1"), AnnexColumnKind.Number)],
        Rows = [],
        Notes = [new Text("Chưa có số liệu biểu TC1.", "No figures of form TC1.")],
    };

    private static Text People => new("trẻ", "children");

    private static AnnexRow Commune(string name, string code, params ImmutableArray<AnnexCell> cells) => new(new Text(name, name), AnnexRowKind.Line, cells) { Unit = code, Coverage = new Coverage(1, 1, 1) };

    private static AnnexCell Number(long value, string? figure = null) => AnnexCell.Of(value) with { Figure = figure };

    private static AnnexCell Rate(string words) => new(AnnexCellState.Rate) { Words = new Text(words, words) };

    private static AnnexCell Is(AnnexCellState state) => new(state);

    private static TargetLine Target(
        string clause, string code, string comparator, int threshold, long n, long d, long u, string rate, Verdict verdict, Coverage coverage, ImmutableArray<ContributionLine> parts) => new()
    {
        Clause = clause,
        Title = new Text($"Mục tiêu {code}", $"Target {code}"),
        Indicator = code,
        Comparator = comparator,
        Threshold = threshold,
        Unit = "%",
        Numerator = n,
        Denominator = d,
        Unreported = u,
        Withheld = 0,
        RateText = rate,
        Verdict = verdict,
        Provisional = !coverage.IsComplete,
        Figure = code,
        Coverage = coverage,
        Contributions = parts,
    };

    private static FigureLine Figure(string address, string label, long value, string text, Text unit, CellCounts cells) =>
        new(address, new Text(label, label), value, text, unit, cells, new Coverage(cells.Reported + cells.Unreported, cells.Reported, cells.Reported));

    private static FundingLine Money(string source, string name, bool apart, long value, string text)
    {
        var line = new FigureLine($"K5.du_toan[{source}]", new Text(name, name), value, text, new Text("đồng", "đồng"), new CellCounts(46, 0, 0, 0, 2), new Coverage(48, 46, 46));
        return new FundingLine(source, new Text(name, name), apart, line, line with { Figure = $"K5.giai_ngan[{source}]" }, line with { Figure = $"K5.uoc_nam[{source}]" });
    }

    private static FundingSum Sum(long value, string text) => new(value, text, new CellCounts(92, 0, 0, 0, 4));
}
