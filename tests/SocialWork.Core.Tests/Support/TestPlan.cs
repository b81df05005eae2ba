using System.Collections.Immutable;
using MediatR;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Plans;
using SocialWork.Core.Sectors;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Core.Tests;

/// <summary>The plan, the units and the holidays that ship with the product, and models made of them without any plugin.</summary>
internal static class TestPlan
{
    private static readonly Lazy<Plan> Loaded = new(() => PlanFile.Read(PlanJson()).Plan ?? throw new InvalidDataException("The shipped plan cannot be read."));
    private static readonly Lazy<UnitRegister> Registered = new(() => Open("units.json", UnitsFile.Read));
    private static readonly Lazy<HolidayCalendar> Worked = new(() => Open("holidays.json", HolidayCalendar.Read));

    /// <summary>The plan of 2026.</summary>
    public static Plan Plan => Loaded.Value;

    /// <summary>Agencies and communes with their history.</summary>
    public static UnitRegister Register => Registered.Value;

    /// <summary>The holidays that ship.</summary>
    public static HolidayCalendar Calendar => Worked.Value;

    /// <summary>The plan's file as text.</summary>
    public static string PlanJson() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "plans", "plan-2026.json"));

    /// <summary>A facility of the register.</summary>
    public static Unit Facility(string code, string type, string sector, string? commune, bool inPlan = false) => new()
    {
        Code = code,
        Name = "Cơ sở " + code,
        Type = type,
        ManagingSector = sector,
        Commune = commune,
        InPlan = inPlan,
        ValidFrom = new DateOnly(2025, 7, 1),
    };

    /// <summary>A model of the shipped plan with the core's forms, further units, and the forms of fake sectors.</summary>
    public static Task<PlanModel> ModelAsync(IEnumerable<Unit>? facilities = null, params (string Module, ImmutableArray<FormDefinition> Forms)[] sectors) =>
        ModelAsync(new MemoryForms(), new FormArchive(), new FixedReference(Plan, Register.With(facilities ?? [])), sectors);

    /// <summary>A model over stores of one's own.</summary>
    public static async Task<PlanModel> ModelAsync(IFormStore store, FormArchive archive, IReferenceStore reference, params (string Module, ImmutableArray<FormDefinition> Forms)[] sectors)
    {
        using var models = new PlanModels(reference, store, archive, CoreFormSet.All, TimeProvider.System);
        await using var lease = new FixedLease([.. sectors.Select(s => new FixedSector(s.Module, s.Forms))]);
        return await models.GetAsync(Plan.Id, lease, CancellationToken.None) ?? throw new InvalidOperationException("The plan is not stored.");
    }

    /// <summary>The register with further units.</summary>
    public static UnitRegister With(this UnitRegister register, IEnumerable<Unit> units) => new(register.Units.Concat(units), register.Successions);

    private static T Open<T>(string file, Func<Stream, T> read)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", file));
        return read(stream);
    }
}

/// <summary>Reference data that never change.</summary>
internal sealed class FixedReference(Plan plan, UnitRegister register) : IReferenceStore
{
    public long Version => 0;

    public ValueTask<ImmutableArray<Plan>> PlansAsync(CancellationToken cancellationToken) => new([plan]);

    public Task<string?> PlanFileAsync(string id, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public ValueTask<UnitRegister> RegisterAsync(CancellationToken cancellationToken) => new(register);
}

/// <summary>Form versions kept in memory.</summary>
internal sealed class MemoryForms : IFormStore
{
    private ImmutableArray<StoredForm> _kept = [];

    public Task<ImmutableArray<StoredForm>> FormsAsync(string plan, CancellationToken cancellationToken) => Task.FromResult(_kept);

    public Task KeepAsync(string plan, string module, CompiledForm form, CancellationToken cancellationToken)
    {
        _kept =
        [
            .. _kept.Where(k => k.Form.Hash != form.Hash).Select(k => k.Form.Definition.Code == form.Definition.Code ? k with { IsCurrent = false } : k),
            new StoredForm(module, form, IsCurrent: true),
        ];
        return Task.CompletedTask;
    }
}

/// <summary>A lease of fake sectors.</summary>
internal sealed class FixedLease(ImmutableArray<ISector> sectors) : ISectorLease
{
    public ImmutableArray<ISector> Sectors => sectors;

    public long Generation => 1;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A sector that only declares forms.</summary>
internal sealed class FixedSector(string id, ImmutableArray<FormDefinition> forms) : ISector
{
    public string Id => id;

    public Text Name => new(id, id);

    public string Version => "1.0.0";

    public SectorState State => SectorState.Enabled;

    public Text? Reason => null;

    public DateTimeOffset Since => DateTimeOffset.UnixEpoch;

    public Task<SectorAnswer<TResponse>> Ask<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        var answer = request is DescribeSector && new SectorDescription(forms, [], []) is TResponse description
            ? (SectorAnswer<TResponse>)new SectorAnswer<TResponse>.Ok(description)
            : new SectorAnswer<TResponse>.Unavailable(SectorOutcome.Failed, new Text("không trả lời", "no answer"));
        return Task.FromResult(answer);
    }

    public Task<SectorAnswer<MediatR.Unit>> Tell(INotification notification, CancellationToken cancellationToken) =>
        Task.FromResult<SectorAnswer<MediatR.Unit>>(new SectorAnswer<MediatR.Unit>.Ok(MediatR.Unit.Value));
}
