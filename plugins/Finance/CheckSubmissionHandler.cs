using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Plugins.Finance.Forms;

namespace SocialWork.Plugins.Finance;

/// <summary>Answers the checks over the rows of the aid list.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => Task.FromResult(request.Form switch
    {
        BudgetAndAid.Code => new CheckResult([.. AboveCommitment(request.Values), .. UnlikeSources(request.Values)]),
        _ => CheckResult.Clean,
    });

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
        var sum = 0L;
        foreach (var cell in cells)
        {
            switch (values[cell])
            {
                case CellValue.Number number:
                    sum += number.Value;
                    break;
                case CellValue.Empty { Kind: EmptyKind.NotArising }:
                    break;
                default:
                    return null;
            }
        }

        return sum;
    }

    private static long? Amount(ImmutableSortedDictionary<string, CellValue> row, FormField column) =>
        row.GetValueOrDefault(column.Id) is CellValue.Number number ? number.Value : null;
}
