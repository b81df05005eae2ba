using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Sectors;
using SocialWork.Core.Time;

namespace SocialWork.Core.Submissions;

/// <summary>
/// Everything that is checked before a form is sent: what is required, the rules, and the module's own checks. A module
/// that does not answer blocks nobody; a warning says that its checks were left out. Safe for concurrent use.
/// </summary>
public sealed class SubmissionChecks(ISubmissionReader reader, CityClock clock, ILogger<SubmissionChecks> log)
{
    /// <summary>The findings on some values, errors first.</summary>
    public async Task<ImmutableArray<Finding>> RunAsync(PlanModel model, ISectorLease lease, SubmissionTarget target, FormValues values, CancellationToken cancellationToken)
    {
        var form = target.Form.Compiled;
        var findings = FormValidator.Validate(form, values, model.Context(target.Unit, form.Definition, clock.Today));
        var custom = await AskModuleAsync(model, lease, target, values, cancellationToken);
        return [.. findings.Concat(custom).OrderBy(f => f.Severity)];
    }

    private async Task<ImmutableArray<Finding>> AskModuleAsync(PlanModel model, ISectorLease lease, SubmissionTarget target, FormValues values, CancellationToken cancellationToken)
    {
        var definition = target.Form.Definition;
        var sector = lease.Sectors.FirstOrDefault(s => s.Id == target.Form.Module);
        if (definition.Checks.IsDefaultOrEmpty || sector is null) return [];
        var snapshot = new TotalsSnapshot(model, [], model.Units.All);
        var request = new CheckSubmission(model.Plan.Ref, definition.Code, target.Unit.Info, values, new SectorView(sector.Id, snapshot), new SectorSubmissions(sector.Id, model, reader));
        switch (await sector.Ask(request, cancellationToken))
        {
            case SectorAnswer<CheckResult>.Ok { Value: var result }:
                return
                [
                    .. from finding in result.Findings.IsDefault ? [] : result.Findings
                       join check in definition.Checks on finding.Check equals check.Id
                       select new Finding(check.Id, check.Severity, check.Message, finding.Cells.IsDefault ? [] : finding.Cells),
                ];
            case SectorAnswer<CheckResult>.Unavailable no:
                log.LogWarning("The checks of form {Form} were left out: {Reason}", definition.Code, no.Reason.En);
                return
                [
                    new Finding("check.unavailable", Severity.Warning, new Text(
                        $"Chưa kiểm tra được {definition.Checks.Length} điều kiện của biểu {definition.Code}: {no.Reason.Vi}",
                        $"{definition.Checks.Length} checks of form {definition.Code} could not be made: {no.Reason.En}"), []),
                ];
            default:
                throw new InvalidOperationException("Unknown answer.");
        }
    }

    private sealed class SectorSubmissions(string module, PlanModel model, ISubmissionReader reader) : ISectorSubmissions
    {
        public async ValueTask<FormValues?> Counting(string form, string unit, CancellationToken cancellationToken)
        {
            var known = model.Form(form);
            var own = known is not null && (known.Module == module || (known.Module == PlanForm.CoreModule && model.Units.Find(unit)?.ManagingSector == module));
            if (!own) throw new SectorAccessException($"Module {module} may not read form {form} of unit {unit}.");
            var counting = await reader.CountingAsync(model.Plan.Id, form, Periods.Annual(model.Plan.Year), unit, cancellationToken);
            return counting.IsEmpty ? null : counting[0].Version.Values;
        }
    }
}
