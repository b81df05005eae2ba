using System.Collections.Frozen;
using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Plans;
using SocialWork.Core.Rules;
using SocialWork.Core.Totals;
using SocialWork.Core.Units;

namespace SocialWork.Core.Planning;

/// <summary>
/// A plan together with what the modules added to it and the units it is about at its cut-off date: everything that is
/// asked of anyone. Immutable; safe for concurrent use.
/// </summary>
public sealed class PlanModel
{
    private readonly FrozenDictionary<string, PlanForm> _forms;
    private readonly FrozenDictionary<string, TotalsLayout> _layouts;
    private readonly ImmutableArray<string> _planTasks;

    internal PlanModel(
        Plan plan, UnitRegister register, IEnumerable<PlanForm> forms, IEnumerable<TotalsLayout> olderLayouts,
        ImmutableArray<ModuleTask> tasks, ImmutableArray<SectorStatus> sectors, ImmutableArray<Text> remarks)
    {
        Plan = plan;
        Register = register;
        Units = register.On(plan.CutOff);
        City = new UnitCensus(Units.All);
        _forms = forms.ToFrozenDictionary(f => f.Code, StringComparer.Ordinal);
        Forms = [.. _forms.Values.OrderBy(f => f.Module == PlanForm.CoreModule ? 0 : 1).ThenBy(f => f.Code, StringComparer.Ordinal)];
        _layouts = Forms.Select(f => f.Layout).Concat(olderLayouts).DistinctBy(l => l.Form.Hash).ToFrozenDictionary(l => l.Form.Hash, StringComparer.Ordinal);
        Tasks = tasks;
        Sectors = sectors;
        Remarks = remarks;
        _planTasks = [.. plan.Tasks.Select(t => t.Id.Value)];
    }

    private PlanModel(PlanModel model, UnitRegister register)
    {
        (Plan, Forms, Tasks, Sectors, Remarks) = (model.Plan, model.Forms, model.Tasks, model.Sectors, model.Remarks);
        (_forms, _layouts, _planTasks) = (model._forms, model._layouts, model._planTasks);
        Register = register;
        Units = register.On(Plan.CutOff);
        City = new UnitCensus(Units.All);
    }

    /// <summary>The same plan, forms and modules over another register: none of them rests on who there is.</summary>
    internal PlanModel Over(UnitRegister register) => new(this, register);

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The whole register.</summary>
    public UnitRegister Register { get; }

    /// <summary>The register at the plan's cut-off date.</summary>
    public UnitsOnDate Units { get; }

    /// <summary>All of them, counted.</summary>
    internal UnitCensus City { get; }

    /// <summary>Every form, the core's first, then by code.</summary>
    public ImmutableArray<PlanForm> Forms { get; }

    /// <summary>The modules' tasks.</summary>
    public ImmutableArray<ModuleTask> Tasks { get; }

    /// <summary>Every module the plan counts on or that is installed, by id.</summary>
    public ImmutableArray<SectorStatus> Sectors { get; }

    /// <summary>What a module declared and the plan has no place for; for administrators.</summary>
    public ImmutableArray<Text> Remarks { get; }

    /// <summary>What a module is called.</summary>
    public Text ModuleName(string id) => id == PlanForm.CoreModule
        ? new Text("Biểu chung", "Common forms")
        : Sectors.FirstOrDefault(sector => sector.Id == id)?.Name ?? new Text(id, id);

    /// <summary>The form of that code, or null.</summary>
    public PlanForm? Form(string code) => _forms.GetValueOrDefault(code);

    /// <summary>The layout of a form version's totals, or null when the version is unknown.</summary>
    public TotalsLayout? Layout(string formHash) => _layouts.GetValueOrDefault(formHash);

    /// <summary>The units that fill a form.</summary>
    public IEnumerable<Unit> Fillers(FormDefinition form) => form.FilledBy switch
    {
        FilledBy.AllAgencies => Plan.Duties.Where(d => d.Before is not null && d.Evidence.Contains(form.Code)).SelectMany(d => Plan.Owing(d, Units)).DistinctBy(u => u.Code),
        FilledBy.Communes => Units.OfType(UnitTypes.Commune),
        FilledBy.OneAgency agency => Units.Find(agency.Code) is { } unit ? [unit] : [],
        FilledBy.FacilitiesOf facilities => facilities.Types.SelectMany(Units.OfType),
        _ => [],
    };

    /// <summary>Whether a unit fills a form.</summary>
    public bool Fills(Unit unit, FormDefinition form) => Plan.Fills(unit, form);

    /// <summary>The forms a unit itself owes for a duty. A facility's form does not decide whether its agency is late.</summary>
    public IEnumerable<PlanForm> OwedBy(Unit unit, ReportingDuty duty) =>
        Forms.Where(f => f.Definition.Duty == duty.Id && f.Definition.FilledBy is not FilledBy.FacilitiesOf && Fills(unit, f.Definition));

    /// <summary>What a form needs to know of the unit that fills it.</summary>
    public SubmittingUnit Submitting(Unit unit) => Plan.Submitting(unit);

    /// <summary>What a form's rules may look at, on a day; figures taken over from the year before were never due.</summary>
    public RuleContext Context(Unit unit, FormDefinition form, DateOnly today, string? period = null) => Plan.Context(unit, form, today, period);

    /// <summary>A layout for a form version of this plan.</summary>
    public static TotalsLayout NewLayout(Plan plan, Forms.CompiledForm form) => new(form, [.. plan.Tasks.Select(t => t.Id.Value)]);

    /// <summary>What a version of a unit's form adds to running totals; nothing where the plan asks the unit for nothing of the kind.</summary>
    public TotalsContribution Contribution(Unit? unit, string period, string formHash, FormValues values) => Plan.Contribution(
        unit,
        period,
        Layout(formHash) ?? throw new InvalidOperationException($"Form version {formHash} came into use after this model was made; try again."),
        values);

    /// <summary>The clause ids of the plan's tasks.</summary>
    public ImmutableArray<string> PlanTasks => _planTasks;
}

/// <summary>A task that a module bound to a clause.</summary>
public sealed record ModuleTask(string Module, SectorTask Task);
