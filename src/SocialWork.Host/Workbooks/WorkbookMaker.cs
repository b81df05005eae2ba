using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Submissions;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Documents.Workbooks;

namespace SocialWork.Host.Workbooks;

/// <summary>
/// Makes the workbooks that people download: finds the forms, asks <see cref="AccessPolicy"/> for each of them, and reads what
/// they hold, and held the year before, in four queries however many they are. Safe for concurrent use.
/// </summary>
internal sealed class WorkbookMaker(FormContents contents, YearBefore before, CityClock clock, DemoMark demo)
{
    /// <summary>One form: of the unit itself, or of the facilities that it answers for.</summary>
    public Task<Result<byte[]>> FormAsync(Actor actor, PlanModel model, SubmissionAddress address, CancellationToken cancellationToken)
    {
        var facilities = FacilitiesOf(model, address);
        if (facilities.IsEmpty)
            return SubmissionTarget.FindToRead(model, address, actor).ThenAsync(target => WriteAsync(actor, model, target.Unit, [new Part(target.Form, target.Key.Period, [target], IsFacilities: false)], null, cancellationToken));
        if (model.Form(address.Form) is { } form && HasTable(form)) return Task.FromResult<Result<byte[]>>(TableInRows(form));
        return PartOf(actor, model, address.Form, facilities, address.Period)
            .ThenAsync(part => WriteAsync(actor, model, model.Units.Find(address.Unit)!, [part], null, cancellationToken));
    }

    /// <summary>Every form that a unit owes for the plan's year, and those of the facilities that it answers for.</summary>
    public Task<Result<byte[]>> AllAsync(Actor actor, PlanModel model, string unit, CancellationToken cancellationToken)
    {
        if (model.Units.Find(unit) is not { } agency)
            return Task.FromResult<Result<byte[]>>(new Refusal(RefusalKind.NotFound, "unit.unknown", $"Không có đơn vị mã “{unit}” tại ngày chốt.", $"There is no unit with code '{unit}' at the cut-off date."));
        var parts = ImmutableArray.CreateBuilder<Part>();
        var leftOut = ImmutableArray.CreateBuilder<PlanForm>();
        foreach (var (form, units, own) in Owed(model, agency))
        {
            if (!own && HasTable(form))
            {
                leftOut.Add(form);
                continue;
            }

            var part = PartOf(actor, model, form.Code, units, null);
            if (part is not Result<Part>.Ok { Value: var readable }) return Task.FromResult<Result<byte[]>>(((Result<Part>.No)part).Refusal);
            parts.Add(readable with { IsFacilities = !own });
        }

        if (parts.Count == 0)
            return Task.FromResult<Result<byte[]>>(new Refusal(RefusalKind.NotFound, "workbook.nothingOwed", $"{agency.Name} không phải nộp biểu nào.", $"{agency.Name} owes no form."));
        return WriteAsync(actor, model, agency, parts.ToImmutable(), new Cover(leftOut.ToImmutable()), cancellationToken);
    }

    /// <summary>The forms that one downloads for a unit: those it fills itself, and those of its facilities, a row each.</summary>
    public static ImmutableArray<(PlanForm Form, bool IsFacilities)> Downloads(PlanModel model, Unit unit) =>
        [.. Owed(model, unit).Where(owed => owed.Own || !HasTable(owed.Form)).Select(owed => (owed.Form, !owed.Own))];

    // Every form of the plan's year that the unit fills itself, or answers for, with the units that fill it.
    private static IEnumerable<(PlanForm Form, ImmutableArray<Unit> Units, bool Own)> Owed(PlanModel model, Unit agency) =>
        from form in model.Forms
        where !Periods.Of(form.Definition, model.Plan.Year).IsEmpty
        let own = model.Fills(agency, form.Definition)
        let units = own ? [agency] : FacilitiesOf(model, new SubmissionAddress(form.Code, agency.Code))
        where !units.IsEmpty
        select (form, units, own);

    // The facilities of a form that the unit answers for; none where the unit fills the form itself.
    private static ImmutableArray<Unit> FacilitiesOf(PlanModel model, SubmissionAddress address)
    {
        if (model.Form(address.Form)?.Definition is not { FilledBy: FilledBy.FacilitiesOf } form || model.Units.Find(address.Unit) is not { } agency || model.Fills(agency, form)) return [];
        return [.. model.Fillers(form).Where(facility => model.Plan.AgencyFor(facility, form.Approval) == agency.Code)];
    }

    private static Result<Part> PartOf(Actor actor, PlanModel model, string form, ImmutableArray<Unit> units, string? period)
    {
        var targets = ImmutableArray.CreateBuilder<SubmissionTarget>(units.Length);
        foreach (var unit in units)
        {
            var found = SubmissionTarget.FindToRead(model, new SubmissionAddress(form, unit.Code, period), actor);
            if (found is not Result<SubmissionTarget>.Ok { Value: var target }) return ((Result<SubmissionTarget>.No)found).Refusal;
            targets.Add(target);
        }

        return new Part(targets[0].Form, targets[0].Key.Period, targets.MoveToImmutable(), IsFacilities: true);
    }

    private async Task<Result<byte[]>> WriteAsync(Actor actor, PlanModel model, Unit agency, ImmutableArray<Part> parts, Cover? cover, CancellationToken cancellationToken)
    {
        ImmutableArray<SubmissionTarget> targets = [.. parts.SelectMany(part => part.Targets)];
        var read = await contents.ReadAsync(actor, model, parts[0].Period, targets, cancellationToken);
        var previous = await before.ValuesAsync(model, targets, cancellationToken);
        var answers = read.ToDictionary(content => content.Target.Key, content => new UnitAnswers(
            content.Target.Unit, model.Submitting(content.Target.Unit), content.Revision, content.Values, content.DataAsOf)
        {
            Previous = previous.GetValueOrDefault(content.Target.Key),
            Explanations = content.Explanations,
        });
        var book = new FormWorkbook
        {
            Plan = model.Plan,
            Agency = agency,
            Created = clock.Today,
            Demo = demo.IsDemo,
            Cover = cover,
            Sheets = [.. parts.Select(part => part.Sheet(answers))],
        };
        return FormWorkbookFile.Write(book, cancellationToken);
    }

    // A table has no place in a row.
    private static bool HasTable(PlanForm form) => form.Definition.Fields.Any(field => field is TableField);

    private static Refusal TableInRows(PlanForm form) => new(
        RefusalKind.Unprocessable,
        "workbook.tableInRows",
        $"Biểu {form.Code} có bảng kê nên không xếp được mỗi cơ sở một dòng; hãy tải biểu của từng cơ sở.",
        $"Form {form.Code} has a table, which does not fit into a row per facility; download it facility by facility.");

    /// <summary>One form of one or many units.</summary>
    private sealed record Part(PlanForm Form, string Period, ImmutableArray<SubmissionTarget> Targets, bool IsFacilities)
    {
        public WorkbookSheet Sheet(Dictionary<SubmissionKey, UnitAnswers> answers) => IsFacilities
            ? new WorkbookSheet.OfFacilities(Form, Period, [.. Targets.Select(target => answers[target.Key])])
            : new WorkbookSheet.OfUnit(Form, Period, answers[Targets[0].Key]);
    }
}
