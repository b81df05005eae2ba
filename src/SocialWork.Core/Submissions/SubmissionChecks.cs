using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Sectors;
using SocialWork.Core.Time;

namespace SocialWork.Core.Submissions;

/// <summary>
/// Everything that is checked before a form is sent: what is required, the rules, the module's own checks, and the year before. A module
/// that does not answer blocks nobody; a warning says that its checks were left out. Safe for concurrent use.
/// </summary>
public sealed class SubmissionChecks(ISubmissionReader reader, IRegisterStore registers, YearBefore before, CityClock clock, ILogger<SubmissionChecks> log)
{
    /// <summary>The findings on some values, errors first.</summary>
    public async Task<ImmutableArray<Finding>> RunAsync(PlanModel model, ISectorLease lease, SubmissionTarget target, FormValues values, CancellationToken cancellationToken) =>
        await RunAsync(model, lease, target, values, await before.ValuesAsync(model, target.Key, cancellationToken), cancellationToken);

    /// <summary>The same, where what counted in the year before was read already; null for nothing.</summary>
    public async Task<ImmutableArray<Finding>> RunAsync(
        PlanModel model, ISectorLease lease, SubmissionTarget target, FormValues values, FormValues? previous, CancellationToken cancellationToken)
    {
        var form = target.Form.Compiled;
        var context = model.Context(target.Unit, form.Definition, clock.Today, target.Key.Period) with { Previous = previous };
        var findings = FormValidator.Validate(form, values, context);
        var common = previous is null ? [] : CommonChecks.Run(form, values, previous, context.Unit);
        var custom = target.Form.Module == PlanForm.CoreModule
            ? await CoreAsync(target, values, cancellationToken)
            : await AskModuleAsync(model, lease, target, values, cancellationToken);
        return [.. findings.Concat(custom).Concat(common).OrderBy(f => f.Severity)];
    }

    private async Task<ImmutableArray<Finding>> CoreAsync(SubmissionTarget target, FormValues values, CancellationToken cancellationToken)
    {
        if (target.Form.Code != TaskResults.Code) return [];
        var documents = await registers.KeptAsync(DocumentRegister.Code, target.Unit.Code, cancellationToken);
        return EvidenceCheck.Run(values, documents) is { } found ? Declared(target.Form.Definition, [found]) : [];
    }

    private static ImmutableArray<Finding> Declared(FormDefinition form, ImmutableArray<CheckFinding> found) =>
    [
        .. from finding in found
           join check in form.Checks on finding.Check equals check.Id
           select new Finding(check.Id, check.Severity, check.Message, finding.Cells.IsDefault ? [] : finding.Cells),
    ];

    private async Task<ImmutableArray<Finding>> AskModuleAsync(PlanModel model, ISectorLease lease, SubmissionTarget target, FormValues values, CancellationToken cancellationToken)
    {
        var definition = target.Form.Definition;
        var sector = lease.Sectors.FirstOrDefault(s => s.Id == target.Form.Module);
        if (definition.Checks.IsDefaultOrEmpty || sector is null) return [];
        var snapshot = new TotalsSnapshot(model, [], model.Units.All);
        var border = new SectorBorder(sector.Id, log);
        var request = new CheckSubmission(
            model.Plan.Ref, definition.Code, target.Unit.Info, Periods.Days(model.Plan, target.Key.Period), values,
            new SectorView(border, snapshot), new SectorSubmissions(border, model, reader), new SectorEntries(border, model, registers));
        switch (await sector.Ask(request, cancellationToken))
        {
            case SectorAnswer<CheckResult>.Ok { Value: var result }:
                return Declared(definition, result.Findings.IsDefault ? [] : result.Findings);
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
}
