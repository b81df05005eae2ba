using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;

namespace SocialWork.Core.Submissions;

/// <summary>
/// What one module may read of what others sent: its own forms, the core's forms of its own sector's units, and fields that
/// the owner of a form shares. Anything else is refused. Each form is read once. For the checks of one submission.
/// </summary>
internal sealed class SectorSubmissions(SectorBorder border, PlanModel model, ISubmissionReader reader) : ISectorSubmissions
{
    public async ValueTask<FormValues?> Counting(string form, string unit, CancellationToken cancellationToken)
    {
        var known = Readable(form);
        if (model.Units.Find(unit) is not { } owner) return null;
        var read = await reader.CountingAsync(model.Plan.Id, form, Periods.Annual(model.Plan.Year), unit, cancellationToken);
        return read.IsEmpty ? null : Seen(known, owner, read[0].Version.Values) ?? throw border.Refuse($"form {form} of unit {unit}");
    }

    public async ValueTask<ImmutableArray<SubmittedForm>> CountingIn(string form, string? commune, CancellationToken cancellationToken)
    {
        var known = Readable(form);
        var read = await reader.CountingAsync(model.Plan.Id, form, Periods.Annual(model.Plan.Year), unit: null, cancellationToken);
        return
        [
            .. from counting in read
               let unit = model.Units.Find(counting.Version.Key.Unit)
               where unit is not null && (commune is null || unit.Commune == commune)
               let values = Seen(known, unit, counting.Version.Values)
               where values is not null
               select new SubmittedForm(unit.Info, values),
        ];
    }

    private PlanForm Readable(string form)
    {
        var known = model.Form(form);
        if (known is null || (known.Module != border.Module && known.Module != PlanForm.CoreModule && known.Definition.SharedFields.IsDefaultOrEmpty)) throw border.Refuse($"form {form}");
        return known;
    }

    // Null where nothing may be seen of that unit's answers.
    private FormValues? Seen(PlanForm form, Units.Unit unit, FormValues values)
    {
        if (form.Module == border.Module || (form.Module == PlanForm.CoreModule && unit.ManagingSector == border.Module)) return values;
        if (form.Definition.SharedFields.IsDefaultOrEmpty) return null;
        var shared = form.Definition.SharedFields.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return new FormValues(values.Cells.RemoveRange(values.Cells.Keys.Where(c => !shared.Contains(c.Field))));
    }
}
