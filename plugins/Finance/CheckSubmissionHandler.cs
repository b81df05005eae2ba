using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Finance.Forms;

namespace SocialWork.Plugins.Finance;

/// <summary>Answers the checks over the rows of the aid list, and against what every agency reports of its own money (K5).</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => request.Form switch
    {
        BudgetAndAid.Code => new CheckResult([.. await UnlikeAgencies(request, cancellationToken), .. AboveCommitment(request.Values), .. UnlikeSources(request.Values)]),
        _ => CheckResult.Clean,
    };

    private static async Task<IEnumerable<CheckFinding>> UnlikeAgencies(CheckSubmission request, CancellationToken cancellationToken)
    {
        var agencies = await request.Others.CountingIn(CoreMeasures.Allocated.Form, commune: null, cancellationToken);
        if (agencies.IsEmpty) return [];
        ImmutableArray<CellKey> unlike =
        [
            .. from source in CommonDimensions.FundingSource.Options
               from tier in CommonDimensions.UnitTier.Options
               let cell = new CellKey(BudgetAndAid.Allocated.Id, source.Code, tier.Code)
               let stated = EntryCounts.Number(request.Values[cell])
               where stated is not null && stated != Reported(agencies, source.Code, tier.Code)
               select cell,
        ];
        return unlike.IsEmpty ? [] : [new("TC1.c1", unlike)];
    }

    private static long Reported(ImmutableArray<SubmittedForm> agencies, string source, string tier) => agencies
        .Where(agency => tier == (agency.Unit.Type == UnitTypes.Commune ? "XA_PHUONG" : "SO_NGANH"))
        .Sum(agency => EntryCounts.Number(agency.Values[new CellKey(CoreMeasures.Allocated.Id, source)]) ?? 0);

    private static IEnumerable<CheckFinding> AboveCommitment(FormValues values)
    {
        if (values[BudgetAndAid.AidItems] is not CellValue.Rows rows) yield break;
        if (rows.Items.Any(row => Amount(row, BudgetAndAid.AidDisbursed) > Amount(row, BudgetAndAid.AidCommitted)))
            yield return new("TC1.c2", [new(BudgetAndAid.AidItems.Id)]);
    }

    private static IEnumerable<CheckFinding> UnlikeSources(FormValues values)
    {
        foreach (var kind in Dimensions.AidKind.Options)
        {
            var cells = Cells(kind.Code);
            if (Listed(values, kind.Code) is { } listed && Disbursed(values, cells) is { } disbursed && listed != disbursed)
                yield return new("TC1.c3", [new(BudgetAndAid.AidItems.Id), .. cells]);
        }
    }

    private static ImmutableArray<CellKey> Cells(string source) =>
        [.. CommonDimensions.UnitTier.Options.Select(tier => new CellKey(BudgetAndAid.Disbursed.Id, source, tier.Code))];

    private static long? Listed(FormValues values, string kind) => values[BudgetAndAid.AidItems] switch
    {
        CellValue.Rows rows => rows.Items
            .Where(row => row.GetValueOrDefault(BudgetAndAid.AidKind.Id) is CellValue.Choice choice && choice.Code == kind)
            .Sum(row => Amount(row, BudgetAndAid.AidDisbursed) ?? 0),
        CellValue.Empty { Kind: EmptyKind.NotArising } => 0,
        _ => null,
    };

    private static long? Disbursed(FormValues values, ImmutableArray<CellKey> cells)
    {
        var numbers = cells.Select(cell => EntryCounts.Number(values[cell])).ToArray();
        return numbers.All(number => number is not null) ? numbers.Sum() : null;
    }

    private static long? Amount(ImmutableSortedDictionary<string, CellValue> row, FormField column) =>
        row.GetValueOrDefault(column.Id) is CellValue.Number number ? number.Value : null;
}
