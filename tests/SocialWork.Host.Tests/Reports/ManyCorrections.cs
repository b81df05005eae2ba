using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Reports;

/// <summary>Corrects many submissions of a running host through its own writer: reopened, one number raised, submitted, approved.</summary>
internal static class ManyCorrections
{
    /// <summary>What was corrected, as “form unit”.</summary>
    public static async Task<ImmutableArray<string>> MakeAsync(HostUnderTest host, int most)
    {
        var none = CancellationToken.None;
        await using var lease = host.Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = (await host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, none))!;
        var reader = host.Services.GetRequiredService<ISubmissionReader>();
        var writer = host.Services.GetRequiredService<ISubmissionWriter>();
        var corrected = ImmutableArray.CreateBuilder<string>();
        foreach (var form in model.Forms)
        {
            foreach (var counting in await reader.CountingAsync(model.Plan.Id, form.Code, "2026", unit: null, none))
            {
                if (corrected.Count == most) return corrected.ToImmutable();
                if (NumberOf(form.Compiled, counting.Version.Values) is not { } raised) continue;
                var key = counting.Version.Key;
                var at = counting.SentAt.AddDays(1);
                Func<Submission, SubmissionVersion?, Result<SubmissionStep>>[] steps =
                [
                    (now, latest) => SubmissionWorkflow.Reopen(now, latest!, "Đính chính", "standing", at),
                    (now, _) => SubmissionWorkflow.Save(now, raised, counting.Version.DataAsOf, key.Unit, at),
                    (now, _) => SubmissionWorkflow.Submit(now, form.Compiled.Hash, key.Unit, at),
                    (now, _) => SubmissionWorkflow.Approve(now, key.Unit, at),
                ];
                var changes = steps.Select(step => new SubmissionChange(
                    key, form.Compiled.Hash, step, model.Plan.CutOff, (unit, version) => model.Contribution(unit, key.Period, version.FormHash, version.Values), IfRevision: null, IdempotencyKey: null));
                (await writer.ChangeAllAsync([.. changes], key: null, none)).ShouldBeOfType<Result<ImmutableArray<Submission>>.Ok>();
                corrected.Add($"{key.Form} {key.Unit}");
            }
        }

        return corrected.ToImmutable();
    }

    private static FormValues? NumberOf(CompiledForm form, FormValues values)
    {
        foreach (var (cell, value) in values.Cells)
        {
            if (value is CellValue.Number number && form.TryField(cell.Field, out var field) && field is IntField)
                return new FormValues(values.Cells.SetItem(cell, new CellValue.Number(number.Value + 1)));
        }

        return null;
    }
}
