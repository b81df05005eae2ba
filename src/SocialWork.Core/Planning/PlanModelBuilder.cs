using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Plans;
using SocialWork.Core.Rules;
using SocialWork.Core.Sectors;
using SocialWork.Core.Units;

namespace SocialWork.Core.Planning;

/// <summary>
/// Asks every module what it adds to a plan and puts the answers together. A module that does not answer keeps the forms it
/// was last known by: its duties stay, and its past data stays readable.
/// </summary>
internal sealed class PlanModelBuilder(
    Plan plan, UnitRegister register, ImmutableArray<FormDefinition> coreForms, IFormStore store, FormArchive archive, ImmutableArray<SectorStatus> before)
{
    private readonly Dictionary<string, PlanForm> _forms = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ModuleTask>.Builder _tasks = ImmutableArray.CreateBuilder<ModuleTask>();
    private readonly ImmutableArray<SectorStatus>.Builder _statuses = ImmutableArray.CreateBuilder<SectorStatus>();
    private readonly ImmutableArray<Text>.Builder _remarks = ImmutableArray.CreateBuilder<Text>();

    public async Task<PlanModel> BuildAsync(ImmutableArray<ISector> sectors, CancellationToken cancellationToken)
    {
        var stored = await store.FormsAsync(plan.Id, cancellationToken);
        foreach (var form in stored) archive.Keep(form.Form);
        foreach (var form in coreForms) await KeepAsync(PlanForm.CoreModule, archive.Keep(form), stored, cancellationToken);

        var request = new DescribeSector(plan.Ref);
        var answers = await Task.WhenAll(sectors.Select(s => s.Ask(request, cancellationToken)));
        foreach (var (sector, answer) in sectors.Zip(answers)) await AddAsync(sector, answer, stored, cancellationToken);
        foreach (var expected in plan.Sectors.Where(e => sectors.All(s => s.Id != e.Module)))
        {
            AddStored(expected.Module, stored);
            _statuses.Add(new SectorStatus(expected.Module, NameOf(expected), string.Empty, SectorOutcome.Missing, Missing(expected), IndicatorsBefore(expected.Module)));
        }

        var older = stored.Where(s => _forms.Values.All(f => f.Compiled.Hash != s.Form.Hash)).Select(s => PlanModel.NewLayout(plan, s.Form));
        return new PlanModel(plan, register, _forms.Values, older, _tasks.ToImmutable(), [.. _statuses.OrderBy(s => s.Id, StringComparer.Ordinal)], _remarks.ToImmutable());
    }

    private async Task AddAsync(ISector sector, SectorAnswer<SectorDescription> answer, ImmutableArray<StoredForm> stored, CancellationToken cancellationToken)
    {
        if (answer is not SectorAnswer<SectorDescription>.Ok { Value: var description })
        {
            var unavailable = (SectorAnswer<SectorDescription>.Unavailable)answer;
            AddStored(sector.Id, stored);
            _statuses.Add(new SectorStatus(sector.Id, sector.Name, sector.Version, unavailable.Outcome, unavailable.Reason, IndicatorsBefore(sector.Id)));
            return;
        }

        if (await AddFormsAsync(sector, description, stored, cancellationToken) is { } fault)
        {
            // Its earlier forms stay, or what its units owe would vanish and the season would look complete.
            AddStored(sector.Id, stored);
            _statuses.Add(new SectorStatus(sector.Id, sector.Name, sector.Version, SectorOutcome.Failed, fault, IndicatorsBefore(sector.Id)));
            return;
        }

        foreach (var task in description.Tasks)
        {
            if (plan.Tasks.Any(t => t.Id == task.Clause)) _tasks.Add(new ModuleTask(sector.Id, task));
            else _remarks.Add(new Text($"Mô-đun {sector.Id} khai nhiệm vụ {task.Clause} không có trong kế hoạch {plan.Id}.", $"Module {sector.Id} declares a task for {task.Clause}, which plan {plan.Id} does not contain."));
        }

        _statuses.Add(new SectorStatus(sector.Id, sector.Name, sector.Version, SectorOutcome.Ok, null, description.Indicators));
    }

    private async Task<Text?> AddFormsAsync(ISector sector, SectorDescription description, ImmutableArray<StoredForm> stored, CancellationToken cancellationToken)
    {
        if (Shape(sector, description) is { } malformed) return malformed;
        var compiled = new List<CompiledForm>();
        foreach (var definition in description.Forms)
        {
            if (compiled.Any(c => c.Definition.Code == definition.Code))
                return new Text($"Mô-đun {sector.Id} khai biểu {definition.Code} hai lần.", $"Module {sector.Id} declares form {definition.Code} twice.");
            if (_forms.TryGetValue(definition.Code, out var other))
                return new Text($"Mô-đun {sector.Id} khai biểu {definition.Code} đã thuộc mô-đun {other.Module}.", $"Module {sector.Id} declares form {definition.Code}, which belongs to module {other.Module}.");
            if (!TryCompile(definition, out var form, out var errors))
                return new Text($"Mô-đun {sector.Id}, biểu {definition.Code}: {string.Join(" ", errors.Select(e => e.Message.Vi))}", $"Module {sector.Id}, form {definition.Code}: {string.Join(" ", errors.Select(e => e.Message.En))}");
            compiled.Add(form);
        }

        foreach (var form in compiled) await KeepAsync(sector.Id, archive.Keep(form), stored, cancellationToken);
        return null;
    }

    private static bool TryCompile(FormDefinition definition, [NotNullWhen(true)] out CompiledForm? form, out ImmutableArray<DefinitionError> errors)
    {
        try
        {
            return CompiledForm.TryCompile(definition, out form, out errors);
        }
        catch (Exception fault) when (fault is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            (form, errors) = (null, [new DefinitionError("form.malformed", definition.Code, null, new Text("khai báo thiếu phần.", "the declaration has parts missing."))]);
            return false;
        }
    }

    // What comes from a plugin is believed only as far as it is looked at: lists may be unset and entries null.
    private static Text? Shape(ISector sector, SectorDescription description)
    {
        var whole = !description.Forms.IsDefault && !description.Tasks.IsDefault && !description.Indicators.IsDefault
            && description.Forms.All(f => f is not null) && description.Tasks.All(t => t is not null) && description.Indicators.All(i => i is { Code: not null, Formula: not null });
        return whole ? null : new Text($"Mô-đun {sector.Id} tự mô tả thiếu phần.", $"Module {sector.Id} describes itself with parts missing.");
    }

    private async Task KeepAsync(string module, CompiledForm form, ImmutableArray<StoredForm> stored, CancellationToken cancellationToken)
    {
        _forms.Add(form.Definition.Code, new PlanForm(module, form, PlanModel.NewLayout(plan, form)));
        if (!stored.Any(s => s.IsCurrent && s.Form.Hash == form.Hash)) await store.KeepAsync(plan.Id, module, form, cancellationToken);
    }

    private void AddStored(string module, ImmutableArray<StoredForm> stored)
    {
        foreach (var form in stored.Where(s => s.IsCurrent && s.Module == module))
            _forms.TryAdd(form.Form.Definition.Code, new PlanForm(module, form.Form, PlanModel.NewLayout(plan, form.Form)));
    }

    // So that an indicator that only this module has says that it is missing, instead of disappearing.
    private ImmutableArray<IndicatorDeclaration> IndicatorsBefore(string module) => before.FirstOrDefault(s => s.Id == module)?.Indicators ?? [];

    private Text NameOf(PlanSector sector) => plan.Party(sector.Agency)?.Name ?? new Text(sector.Module, sector.Module);

    private static Text Missing(PlanSector sector) => new(
        $"Kế hoạch cần mô-đun {sector.Module} nhưng mô-đun chưa được cài đặt.",
        $"The plan counts on module {sector.Module}, which is not installed.");
}
