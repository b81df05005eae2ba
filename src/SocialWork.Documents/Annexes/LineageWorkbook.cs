using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Lineage;
using SocialWork.Core.Time;
using SocialWork.Documents.Tables;
using SocialWork.Documents.Words;
using SocialWork.Documents.Xlsx;

namespace SocialWork.Documents.Annexes;

/// <summary>
/// Where every indicator comes from, as a workbook: a sheet for each, with every source a row and the sums of both sides as
/// formulas over them. Says what its reader may see and no more. Pure; safe for concurrent use.
/// </summary>
public static class LineageWorkbook
{
    /// <summary>The most sources of all sheets together, which is what a file of this kind is held in memory for; a sheet of the format has 1.048.576 rows.</summary>
    public const int MaxSources = 300_000;

    /// <summary>The row of the heads of a sheet's sources, from 1.</summary>
    public const int HeadRow = 7;

    /// <summary>The row of the sum of the numerator, or of the value; that of the denominator is the next.</summary>
    public const int SumRow = 4;

    private const int ValueColumn = 8;
    private const int SumColumn = 3;

    private static readonly ImmutableArray<(Text Head, double Width)> Columns =
    [
        (new("Vế", "Side"), 10), (new("Mô-đun", "Module"), 20), (new("Biểu, sổ", "Form, register"), 18), (new("Mã đơn vị", "Unit's code"), 16), (new("Đơn vị, nguồn", "Unit, source"), 46),
        (new("Phiên bản", "Version"), 10), (new("Ô, mục", "Cell, entry"), 26), (new("Giá trị", "Value"), 16), (new("Không có giá trị", "Empty"), 18), (new("Người gửi", "Sent by"), 22),
        (new("Nhập từ bản giấy nhận ngày", "From paper received on"), 16), (new("Tiếp nhận lúc (giờ Việt Nam)", "Accepted at (Vietnam time)"), 21),
    ];

    /// <summary>The workbook in a language; refused where there are more sources than <see cref="MaxSources"/>.</summary>
    /// <param name="indicators">The indicators, each to be a sheet; at least one.</param>
    /// <param name="module">A module's name.</param>
    /// <param name="asOf">When they were read.</param>
    /// <param name="demonstration">Whether every figure is an example.</param>
    /// <param name="language">vi or en.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static Result<byte[]> Write(ImmutableArray<IndicatorLineage> indicators, Func<string, Text> module, DateTimeOffset asOf, bool demonstration, string language, CancellationToken cancellationToken)
    {
        if (indicators.Sum(one => (long)one.Lineage.Sources.Length) > MaxSources) return TooManySources;
        var said = new Text($"Số liệu tính đến {When.Time(asOf)} {When.Date(asOf)}", $"Figures as of {When.Time(asOf)} {When.Date(asOf)}").In(language);
        var mark = demonstration ? new Text("DỮ LIỆU MINH HỌA. ", "DEMONSTRATION DATA. ").In(language) : string.Empty;
        return XlsxFile.Write([.. indicators.Select(one => Sheet(one, module, mark + said, demonstration, language))], cancellationToken);
    }

    private static Refusal TooManySources { get; } = new(
        RefusalKind.TooLarge,
        "lineage.tooManySources",
        $"Có hơn {When.Number(MaxSources)} dòng nguồn, quá giới hạn của một tệp: hãy tải nguồn của từng số liệu tại trang “Nguồn gốc số liệu”.",
        $"There are more than {MaxSources} sources, the most of one file: take those of each figure from its own page.");

    private static XlsxSheet Sheet(IndicatorLineage one, Func<string, Text> module, string said, bool demonstration, string language)
    {
        var (lineage, code) = (one.Lineage, one.Indicator.Code);
        // Of one side first, so that its sum is over one range.
        LineageSource[] sources = [.. lineage.Sources.OrderBy(source => source.Side == "denominator")];
        var numerators = sources.Count(source => source.Side != "denominator");
        string Say(string vi, string en) => new Text(vi, en).In(language);
        List<XlsxRow> rows =
        [
            Line(1, Look.Caption, $"{code}. {one.Indicator.Name.In(language)}"),
            Line(2, Look.CaptionNote, Say("Công thức: ", "Formula: ") + lineage.Formula.In(language)),
            Line(3, demonstration ? Look.CaptionMark : Look.CaptionNote, said),
            Total(SumRow, lineage.Denominator is null ? Say("Giá trị", "Value") : Say("Tử số", "Numerator"), lineage.Numerator, HeadRow + 1, numerators),
        ];
        if (lineage.Denominator is { } denominator)
        {
            rows.Add(Total(SumRow + 1, Say("Mẫu số", "Denominator"), denominator, HeadRow + 1 + numerators, sources.Length - numerators));
            var (n, d) = (XlsxCell.Name(SumRow, SumColumn), XlsxCell.Name(SumRow + 1, SumColumn));
            rows.Add(new XlsxRow(SumRow + 2, [new(1, Look.TotalLabel) { Words = Say("Tỷ lệ", "Rate") }, new(2, Look.TotalLabel), new(SumColumn, Look.TotalRate) { Formula = $"IF({d}=0,0,{n}/{d})", Real = denominator == 0 ? 0 : lineage.Numerator / (decimal)denominator }], null, Hidden: false));
        }

        var heads = Columns.Select(column => column.Head.In(language)).ToArray();
        rows.Add(new XlsxRow(HeadRow, [.. heads.Select((words, i) => new XlsxCell(i + 1, Look.Header) { Words = words })], heads.Zip(Columns, (words, column) => XlsxHeight.Of(words, column.Width - 1.5, XlsxHeight.Line)).Max(), Hidden: false));
        foreach (var (i, source) in sources.Index()) rows.Add(Row(HeadRow + 1 + i, source, lineage, module, language));
        return new XlsxSheet(code)
        {
            Rows = rows,
            Widths = [.. Columns.Select(column => column.Width)],
            FrozenRows = HeadRow,
            RepeatedRows = (HeadRow, HeadRow),
            Foot = $"{code}. {one.Indicator.Name.In(language)}",
            IsProtected = false,
            IsLandscape = true,
        };
    }

    private static XlsxRow Line(int number, Look look, string words) => new(number, [new(1, look) { Words = words }], number == 1 ? 20 : null, Hidden: false);

    private static XlsxRow Total(int number, string label, long value, int first, int count) => new(
        number,
        [
            new(1, Look.TotalLabel) { Words = label }, new(2, Look.TotalLabel),
            new(SumColumn, Look.Total) { Number = value, Formula = count == 0 ? null : $"SUM({XlsxCell.Name(first, ValueColumn)}:{XlsxCell.Name(first + count - 1, ValueColumn)})" },
        ],
        null,
        Hidden: false);

    private static XlsxRow Row(int number, LineageSource source, FigureLineage lineage, Func<string, Text> module, string language)
    {
        var side = source.Side == "denominator" ? new Text("Mẫu số", "Denominator") : lineage.Denominator is null ? new Text("Giá trị", "Value") : new Text("Tử số", "Numerator");
        return new XlsxRow(
            number,
            [
                Words(1, side.In(language)), Words(2, module(source.Module).In(language)), Words(3, source.Form ?? source.Records), Words(4, source.Unit), Words(5, Origin(source).In(language)),
                new(6, Look.Whole) { Number = source.Version }, Words(7, source.Cell ?? source.Entry), new(ValueColumn, Look.Whole) { Number = source.Value },
                Words(9, EmptyWords.KindOf(source.Empty) is { } kind ? EmptyWords.Of(kind).In(language) : null), Words(10, source.SentBy),
                new(11, Look.Day) { Number = source.OnPaper is { } paper ? XlsxTable.Serial(paper) : null }, new(12, Look.Moment) { Real = source.AcceptedAt is { } at ? XlsxTable.Serial(CityClock.InCity(at)) : null },
            ],
            null,
            Hidden: false);
    }

    private static XlsxCell Words(int column, string? words) => new(column, Look.Words) { Words = words };

    /// <summary>What a source is a count of, or whose it is.</summary>
    private static Text Origin(LineageSource source) => source switch
    {
        { Register: { } type } => new(
            string.Create(CultureInfo.InvariantCulture, $"Sổ đăng ký: {UnitTypeWords.Of(type).Vi}{(source.On is { } on ? $", ngày {When.Date(on)}" : string.Empty)}"),
            string.Create(CultureInfo.InvariantCulture, $"Register: {UnitTypeWords.Of(type).En}{(source.On is { } date ? $", on {When.Date(date)}" : string.Empty)}")),
        { Duty: { } duty } => new($"Nghĩa vụ báo cáo {duty}", $"Reporting duty {duty}"),
        { Unit: null, Merged: { } merged } => new($"Gộp {When.Number(merged)} nguồn hạn chế hoặc được che", $"{When.Number(merged)} restricted or hidden sources, merged"),
        { Merged: { } entries } => new($"{source.UnitName}: {When.Number(entries)} mục", $"{source.UnitName}: {When.Number(entries)} entries"),
        _ => new(source.UnitName ?? source.Unit ?? string.Empty, source.UnitName ?? source.Unit ?? string.Empty),
    };
}
