using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>A row before it is turned into cells.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Numbers">A number for every column but rates; null for none.</param>
internal sealed record RawRow(Text Label, AnnexRowKind Kind, ImmutableArray<RawNumber?> Numbers)
{
    /// <summary>The unit that it is about.</summary>
    public string? Unit { get; init; }
    /// <summary>The rows that it is the sum of.</summary>
    public ImmutableArray<int> SumOf { get; init; } = [];
    /// <summary>How many reported of those that are asked in this row.</summary>
    public Coverage? Coverage { get; init; }
}

/// <summary>The columns of one table, bound to a plan: turns rows of numbers into rows of cells. Immutable.</summary>
internal sealed class TableColumns
{
    private readonly ImmutableArray<BoundFigure?> _figures;

    private TableColumns(ImmutableArray<AnnexColumn> columns, ImmutableArray<BoundFigure?> figures) => (All, _figures) = (columns, figures);

    /// <summary>The columns.</summary>
    public ImmutableArray<AnnexColumn> All { get; }

    /// <summary>Those that are read.</summary>
    public IEnumerable<BoundFigure> Figures => _figures.OfType<BoundFigure>();

    /// <summary>Binds columns; one that is split has a column for each option.</summary>
    public static TableColumns Of(ImmutableArray<ColumnOutline> outlines, PlanModel model)
    {
        var columns = ImmutableArray.CreateBuilder<AnnexColumn>();
        var figures = ImmutableArray.CreateBuilder<BoundFigure?>();
        var places = new Dictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var outline in outlines)
        {
            var before = columns.Count;
            var figure = outline.Figure is null ? null : BoundFigure.Of(outline.Figure, model);
            if (outline.Each is { } dimension && figure?.Field?.By.FirstOrDefault(split => split.Id == dimension) is { } split)
            {
                foreach (var option in split.Options)
                {
                    columns.Add(new AnnexColumn(option.Label, AnnexColumnKind.Number, figure.Field.Unit));
                    figures.Add(figure.With(dimension, option.Code));
                }
            }
            else
            {
                columns.Add(new AnnexColumn(outline.Label ?? figure?.Field?.Label ?? Named(outline), outline.RatioOf is null ? AnnexColumnKind.Number : AnnexColumnKind.Percent, outline.RatioOf is null ? figure?.Field?.Unit : null)
                {
                    SumOf = [.. outline.SumOf.SelectMany(id => places[id])],
                    RatioOf = outline.RatioOf is { } ratio ? new AnnexRatio(places[ratio.Numerator][0], places[ratio.Denominator][0]) : null,
                });
                figures.Add(figure);
            }

            places.Add(outline.Id, [.. Enumerable.Range(before, columns.Count - before)]);
        }

        return new TableColumns(columns.ToImmutable(), figures.ToImmutable());
    }

    /// <summary>A row's numbers: what is read for every column that is read, and its sums.</summary>
    public ImmutableArray<RawNumber?> Read(Func<BoundFigure, RawNumber?> number) => Summed(_figures.Select(figure => figure is null ? null : number(figure)));

    /// <summary>A row's numbers with the columns that are sums of others.</summary>
    public ImmutableArray<RawNumber?> Summed(IEnumerable<RawNumber?> row)
    {
        var numbers = row.ToArray();
        foreach (var (i, column) in All.Index())
        {
            if (column.SumOf.Select(part => numbers[part]).OfType<RawNumber>().ToArray() is { Length: > 0 } parts) numbers[i] = RawNumber.Sum(parts);
        }

        return [.. numbers];
    }

    /// <summary>How many reported of those that are asked in any column, each form and kind of unit once.</summary>
    public Coverage Covered(ImmutableArray<RawNumber?> numbers) => _figures.Zip(numbers)
        .Where(one => one.First?.Form is not null && one.Second is not null)
        .DistinctBy(one => (one.First!.Form!.Code, string.Join(' ', one.First.Asked.Types), one.First.Asked.InPlan))
        .Aggregate(default(Coverage), (sum, one) => sum + one.Second!.Value.Coverage);

    /// <summary>The row of cells.</summary>
    public AnnexRow Row(RawRow row)
    {
        // What is hidden has no rate: it would be a rate of some communes and not of others.
        AnnexCell Rate(AnnexRatio ratio) => row.Kind == AnnexRowKind.Hidden ? AnnexCell.Blank : Rated(row.Numbers[ratio.Numerator], row.Numbers[ratio.Denominator]);
        var cells = All.Zip(row.Numbers, (column, number) => column.RatioOf is { } ratio ? Rate(ratio) : number?.Cell() ?? AnnexCell.Blank);
        return new AnnexRow(row.Label, row.Kind, [.. cells]) { Unit = row.Unit, SumOf = row.SumOf, Coverage = row.Coverage };
    }

    /// <summary>The sum of rows.</summary>
    public RawRow Total(Text label, IReadOnlyList<RawRow> rows, ImmutableArray<int> of) => new(
        label,
        AnnexRowKind.Total,
        [.. Enumerable.Range(0, All.Length).Select(i => of.Select(row => rows[row].Numbers[i]).OfType<RawNumber>().ToArray() is { Length: > 0 } parts ? RawNumber.Sum(parts) : (RawNumber?)null)])
    {
        SumOf = of,
    };

    // A rate is shown where both of its sides are: else one side could be computed from the other.
    private static AnnexCell Rated(RawNumber? numerator, RawNumber? denominator) => (numerator?.State, denominator?.State) switch
    {
        (null, _) or (_, null) => AnnexCell.Blank,
        (AnnexCellState.Hidden, _) or (_, AnnexCellState.Hidden) => new AnnexCell(AnnexCellState.Hidden),
        (AnnexCellState.Number or AnnexCellState.NotArising, AnnexCellState.Number) when denominator!.Value.Tally.Sum > 0 => Rated(numerator!.Value.Tally.Sum, denominator.Value.Tally.Sum),
        (AnnexCellState.Number or AnnexCellState.NotArising, AnnexCellState.Number or AnnexCellState.NotArising) => new AnnexCell(AnnexCellState.NotArising),
        ({ } one, AnnexCellState.Number) => new AnnexCell(one),
        (_, { } other) => new AnnexCell(other),
    };

    private static AnnexCell Rated(long numerator, long denominator)
    {
        var rate = Rate.Print(numerator, denominator, threshold: null);
        return new AnnexCell(AnnexCellState.Rate) { Words = new Text(rate, rate) };
    }

    private static Text Named(ColumnOutline outline) => new(outline.Figure?.Form ?? outline.Id, outline.Figure?.Form ?? outline.Id);
}
