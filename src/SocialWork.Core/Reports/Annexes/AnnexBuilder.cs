using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Submissions;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>Makes the annexes of one report from the totals of one moment. Used once, by one thread.</summary>
internal sealed class AnnexBuilder(AnnexAreas areas, ImmutableArray<IndicatorResult> indicators)
{
    /// <summary>The annexes of the outline; a form or module that takes no part leaves its columns empty, with a note.</summary>
    public static async Task<ImmutableArray<ReportAnnex>> BuildAsync(
        AnnexOutline outline, TotalsSnapshot city, ICountedSubmissions submissions, ImmutableArray<IndicatorResult> indicators, CancellationToken cancellationToken)
    {
        var builder = new AnnexBuilder(await AnnexAreas.ReadAsync(outline, city, submissions, cancellationToken), indicators);
        return [.. outline.Annexes.Select(annex => new ReportAnnex(annex.Number, annex.Title, [.. annex.Tables.Select(builder.Table)]))];
    }

    private AnnexTable Table(TableOutline outline)
    {
        if (outline.Kind == TableKind.Indicators) return IndicatorTable.Of(outline, indicators, areas.City.Model);
        if (outline.Kind == TableKind.Entries) return EntryTable.Of(outline, areas.City);
        var columns = TableColumns.Of(outline.Columns, areas.City.Model);
        var (rowed, rows) = outline.Kind switch
        {
            TableKind.Communes => (new Text("Xã, phường", "Commune"), Communes(columns)),
            TableKind.Sectors => (new Text("Ngành, lĩnh vực", "Sector"), Sectors(columns)),
            TableKind.Options => (outline.Rowed, Options(outline, columns)),
            _ => (outline.Rowed, Lines(outline, columns)),
        };
        BoundFigure[] figures = [.. columns.Figures, .. outline.Lines.SelectMany(line => line.Figures.Values).Concat(outline.Distinct.Values).Select(figure => BoundFigure.Of(figure, areas.City.Model))];
        var readable = figures.Any(figure => figure.Lacks is null);
        return new AnnexTable
        {
            Id = outline.Id,
            Caption = outline.Caption,
            Rowed = outline.Rowed ?? rowed ?? new Text("Nội dung", "Item"),
            Columns = columns.All,
            Rows = readable ? [.. rows.Select(columns.Row)] : [],
            Notes = [.. Lacking(figures), .. Restricted(figures), .. outline.Kind == TableKind.Communes ? [] : Incomplete(figures)],
        };
    }

    private List<RawRow> Communes(TableColumns columns)
    {
        var rows = new List<RawRow>();
        foreach (var area in areas.Communes) rows.Add(Covered(new Text(area.Commune.Name, area.Commune.Name), AnnexRowKind.Line, columns.Read(figure => figure.Of(area, areas))) with { Unit = area.Commune.Code });
        var elsewhere = columns.Read(figure => figure.Elsewhere(areas));
        if (elsewhere.Any(number => number is { } one && (one.Coverage.Expected > 0 || one.Tally.Sum != 0)))
            rows.Add(Covered(new Text("Đơn vị không thuộc địa bàn xã, phường", "Units in no commune"), AnnexRowKind.Elsewhere, elsewhere));
        var city = columns.Read(figure => figure.Of(areas.City));
        ImmutableArray<RawNumber?> hidden = [.. city.Select((whole, i) => Hidden(whole, rows.Select(row => row.Numbers[i])))];
        if (hidden.Any(number => number is not null)) rows.Add(new RawRow(new Text("Cộng các số được che (*)", "The hidden numbers (*) together"), AnnexRowKind.Hidden, hidden));
        rows.Add(Covered(new Text("Toàn thành phố", "The whole city"), AnnexRowKind.Total, city) with { SumOf = [.. Enumerable.Range(0, rows.Count)] });
        return rows;

        RawRow Covered(Text label, AnnexRowKind kind, ImmutableArray<RawNumber?> numbers) => new(label, kind, numbers) { Coverage = columns.Covered(numbers) };
    }

    // What is hidden of single communes is shown as one sum, so that the table adds up to the city, which is always shown.
    private static RawNumber? Hidden(RawNumber? city, IEnumerable<RawNumber?> communes)
    {
        var cells = communes.OfType<RawNumber>().Where(number => number.Instead is AnnexCellState.Hidden).ToArray();
        return cells.Length == 0 ? null : cells.Aggregate((sum, one) => sum + one) with { Coverage = default, Instead = city?.Instead };
    }

    private List<RawRow> Sectors(TableColumns columns)
    {
        var rows = new List<RawRow>();
        foreach (var sector in areas.City.Units.Select(unit => unit.ManagingSector).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var numbers = columns.Read(figure => figure.Of(areas.City, sector));
            var asked = columns.Covered(numbers);
            if (asked.Expected > 0) rows.Add(new RawRow(areas.City.Model.ModuleName(sector), AnnexRowKind.Line, numbers) { Coverage = asked });
        }

        var city = columns.Read(figure => figure.Of(areas.City));
        rows.Add(new RawRow(new Text("Toàn thành phố", "The whole city"), AnnexRowKind.Total, city) { SumOf = [.. Enumerable.Range(0, rows.Count)], Coverage = columns.Covered(city) });
        return rows;
    }

    private List<RawRow> Options(TableOutline outline, TableColumns columns)
    {
        var model = areas.City.Model;
        var split = columns.Figures.SelectMany(figure => figure.Field?.By ?? []).FirstOrDefault(dimension => dimension.Id == outline.Dimension);
        if (split is null) return [];
        var apart = split.Id == CommonDimensions.FundingSource.Id ? model.Plan.FundingSources.Where(source => source.Apart).Select(source => source.Code).ToHashSet(StringComparer.Ordinal) : [];
        var rows = split.Options.OrderBy(option => apart.Contains(option.Code))
            .Select(option => new RawRow(option.Label, apart.Contains(option.Code) ? AnnexRowKind.Apart : AnnexRowKind.Line, columns.Read(figure => figure.With(split.Id, option.Code)?.Of(areas.City)))).ToList();
        var own = rows.Count - apart.Count(code => split.Has(code));
        if (outline.HasTotal) rows.Insert(own, columns.Total(new Text("Cộng", "Total"), rows, [.. Enumerable.Range(0, own)]));
        if (!outline.Distinct.IsEmpty)
        {
            rows.Add(new RawRow(
                new Text("Tổng số không trùng giữa các nhóm", "All groups, each person once"), AnnexRowKind.Distinct,
                columns.Summed(Asked(outline.Columns, outline.Distinct))));
        }

        return rows;
    }

    private List<RawRow> Lines(TableOutline outline, TableColumns columns)
    {
        var rows = outline.Lines.Select(line => new RawRow(line.Label, AnnexRowKind.Line, columns.Summed(Asked(outline.Columns, line.Figures)))).ToList();
        if (outline.HasTotal) rows.Add(columns.Total(new Text("Cộng", "Total"), rows, [.. Enumerable.Range(0, rows.Count)]));
        return rows;
    }

    private IEnumerable<RawNumber?> Asked(ImmutableArray<ColumnOutline> columns, ImmutableDictionary<string, FigureOutline> questions) =>
        columns.Select(column => questions.TryGetValue(column.Id, out var question) ? BoundFigure.Of(question, areas.City.Model).Of(areas.City) : (RawNumber?)null);

    private static IEnumerable<Text> Lacking(IEnumerable<BoundFigure> figures)
    {
        foreach (var code in figures.Select(figure => figure.Lacks).OfType<string>().Distinct(StringComparer.Ordinal))
            yield return new Text($"Chưa có số liệu biểu {code}: mô-đun của biểu này không tham gia kỳ báo cáo, hoặc kế hoạch không dùng biểu này.", $"No figures of form {code}: its module takes no part in this report, or the plan does not use it.");
    }

    private static IEnumerable<Text> Restricted(IEnumerable<BoundFigure> figures)
    {
        foreach (var code in figures.Where(figure => figure.Form?.Definition.Sensitivity is Sensitivity.RestrictedValues).Select(figure => figure.Form!.Code).Distinct(StringComparer.Ordinal))
            yield return new Text($"Biểu {code} là biểu hạn chế: số liệu chỉ thể hiện trong các chỉ tiêu, không nêu riêng và không cộng ở bảng này.", $"Form {code} is restricted: it shows in the indicators alone and is not added here.");
    }

    private IEnumerable<Text> Incomplete(IEnumerable<BoundFigure> figures)
    {
        foreach (var form in figures.Where(figure => figure.Lacks is null && figure.Form is { Definition.Sensitivity: not Sensitivity.RestrictedValues }).GroupBy(figure => figure.Form!.Code, StringComparer.Ordinal))
        {
            var coverage = areas.City.Coverage(form.First().Form!.Definition, [.. form.Select(figure => figure.Asked)], sector: null);
            if (!coverage.IsComplete) yield return new Text($"Tạm tính: biểu {form.Key} có {Rate.Print(coverage.Reported)}/{Rate.Print(coverage.Expected)} đơn vị đã báo cáo.", $"Provisional: {Rate.Print(coverage.Reported)} of {Rate.Print(coverage.Expected)} units have reported form {form.Key}.");
        }
    }
}
