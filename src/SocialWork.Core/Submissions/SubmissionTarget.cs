using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Units;

namespace SocialWork.Core.Submissions;

/// <summary>What a sender names: form, unit and, for a form that keeps quarters, a period; null means the plan's year.</summary>
public sealed record SubmissionAddress(string Form, string Unit, string? Period = null);

/// <summary>A submission address that exists: the unit fills the form in that period.</summary>
public sealed record SubmissionTarget(PlanForm Form, Unit Unit, SubmissionKey Key)
{
    /// <summary>Finds what an address names; a refusal names the part that does not exist.</summary>
    public static Result<SubmissionTarget> Find(PlanModel model, SubmissionAddress address)
    {
        var plan = model.Plan.Id;
        if (model.Form(address.Form) is not { } form)
            return new Refusal(RefusalKind.NotFound, "form.unknown", $"Kế hoạch {plan} không có biểu “{address.Form}”.", $"Plan {plan} has no form '{address.Form}'.");
        if (form.Definition.Period == ReportingPeriod.AdHoc)
            return new Refusal(RefusalKind.NotFound, "form.isRecord", $"Biểu {form.Code} là sổ theo từng vụ việc: dùng mục Khó khăn, vướng mắc.", $"Form {form.Code} is kept as records: use the plan's obstacles.");
        if (model.Units.Find(address.Unit) is not { } unit)
            return new Refusal(RefusalKind.NotFound, "unit.unknown", $"Không có đơn vị mã “{address.Unit}” tại ngày chốt.", $"There is no unit with code '{address.Unit}' at the cut-off date.");
        if (!model.Fills(unit, form.Definition))
            return new Refusal(RefusalKind.NotFound, "form.notAskedOfUnit", $"Biểu {form.Code} không giao cho {unit.Name}.", $"Form {form.Code} is not asked of {unit.Name}.");
        var period = address.Period ?? Periods.Annual(model.Plan.Year);
        if (!Periods.Has(form.Definition, model.Plan.Year, period))
            return new Refusal(RefusalKind.NotFound, "period.unknown", $"Biểu {form.Code} không có kỳ “{period}”.", $"Form {form.Code} has no period '{period}'.");
        return new SubmissionTarget(form, unit, new SubmissionKey(plan, form.Code, unit.Code, period));
    }

    /// <summary>Finds what an address names, for someone who may take a step with it.</summary>
    public static Result<SubmissionTarget> Find(PlanModel model, SubmissionAddress address, Actor actor, SubmissionAction action, SubmissionState state) =>
        Find(model, address).Then<SubmissionTarget, SubmissionTarget>(t => AccessPolicy.May(actor, action, state, model.Plan, t.Unit, t.Form.Definition) ? t : t.NotYours());

    /// <summary>Finds what an address names, for someone who may see all of it.</summary>
    public static Result<SubmissionTarget> FindToRead(PlanModel model, SubmissionAddress address, Actor actor) =>
        Find(model, address).Then<SubmissionTarget, SubmissionTarget>(t => AccessPolicy.MayRead(actor, model.Plan, t.Unit, t.Form.Definition) ? t : t.NotYours());

    /// <summary>Finds what an address names, for someone who may see it, be it masked.</summary>
    public static Result<SubmissionTarget> FindToSee(PlanModel model, SubmissionAddress address, Actor actor) => Find(model, address).Then<SubmissionTarget, SubmissionTarget>(
        t => AccessPolicy.MayRead(actor, model.Plan, t.Unit, t.Form.Definition) || AccessPolicy.IsMasked(actor, t.Form.Definition) ? t : t.NotYours());

    private Refusal NotYours() => new(
        RefusalKind.Forbidden,
        "access.denied",
        $"Tài khoản này không có quyền với biểu {Form.Code} của {Unit.Name}.",
        $"This account may not do that with form {Form.Code} of {Unit.Name}.");
}
