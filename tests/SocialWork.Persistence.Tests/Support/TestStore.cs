using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Auditing;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Tests.Forms;
using SocialWork.Core.Time;
using SocialWork.Core.Units.Changes;
using SocialWork.Persistence.Auditing;
using SocialWork.Persistence.Backups;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Persistence.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("socialwork-").FullName;

    public string File => System.IO.Path.Combine(Path, "socialwork.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A clock that moves a second at each look, so that no two steps are of one moment.</summary>
internal sealed class TickingTime : TimeProvider
{
    private long _seconds = new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Interlocked.Increment(ref _seconds));
}

/// <summary>The whole storage over a real file, with a model of the shipped plan and some forms.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    /// <summary>Schools and stations in four communes, and a hospital of the whole city.</summary>
    public static readonly ImmutableArray<Unit> Facilities =
    [
        .. new[] { "19753", "19789", "19804", "19815" }.SelectMany((commune, i) => new[]
        {
            TestPlan.Facility($"GD-{i}", UnitTypes.School, "education", CommuneOr(commune, i), inPlan: i % 2 == 0),
            TestPlan.Facility($"TYT-{i}", UnitTypes.HealthStation, "health", CommuneOr(commune, i)),
        }),
        TestPlan.Facility("GD-CITY", UnitTypes.School, "education", commune: null),
    ];

    /// <summary>A school's, a station's and a commune's form of the catalogue, each with a paired measure.</summary>
    public static readonly ImmutableArray<(string Module, ImmutableArray<FormDefinition> Forms)> Sectors =
        [("communes", [Measured("XP5")]), ("education", [Measured("GD1"), Measured("GD2")]), ("health", [Measured("YT2")])];

    private TestStore(StorageOptions options, WriteGate gate, IInterceptor[] interceptors)
    {
        (Options, Gate) = (options, gate);
        Clock = new CityClock(new TickingTime());
        Readers = new DbReaders(options, interceptors);
        Forms = new FormStore(gate, Readers, Archive, Clock);
        Reference = new ReferenceStore(gate, Readers, Clock);
        Obstacles = new ObstacleStore(gate, Readers);
        Registers = new RegisterStore(gate, Readers);
        Reader = new SubmissionReader(Readers, Archive);
        Writer = new SubmissionWriter(gate, Archive, Clock);
        Recount = new TotalsRecount(gate, Readers, Archive, Clock);
        Audit = new AuditLog(Readers);
        Trail = new AuditTrail(gate, Readers, Clock);
        Units = new UnitStore(gate, Readers, Reference, Archive, Clock);
        Register = new FacilityRegisterService(Reference, Units, Clock);
    }

    public StorageOptions Options { get; }

    public WriteGate Gate { get; }

    public CityClock Clock { get; }

    public FormArchive Archive { get; } = new();

    public DbReaders Readers { get; }

    public FormStore Forms { get; }

    public ReferenceStore Reference { get; }

    public ObstacleStore Obstacles { get; }

    public RegisterStore Registers { get; }

    public SubmissionReader Reader { get; }

    public SubmissionWriter Writer { get; }

    public TotalsRecount Recount { get; }

    public AuditLog Audit { get; }

    public AuditTrail Trail { get; }

    public UnitStore Units { get; }

    public FacilityRegisterService Register { get; }

    public PlanModel Model { get; private set; } = null!;

    private bool IsRegistered { get; set; }

    /// <summary>Opens a file and brings it to the present model.</summary>
    public static Task<TestStore> OpenAsync(string file, Func<StorageOptions, StorageOptions>? set = null, bool sectors = true, params IInterceptor[] interceptors) =>
        OpenAsync(file, null, set, sectors, interceptors);

    /// <summary>The same, with writes that come from somewhere.</summary>
    public static async Task<TestStore> OpenAsync(string file, IRequestOrigin? origin, Func<StorageOptions, StorageOptions>? set = null, bool sectors = true, params IInterceptor[] interceptors)
    {
        var options = new StorageOptions(file);
        options = set?.Invoke(options) ?? options;
        var gate = new WriteGate(options, NullLogger<WriteGate>.Instance, origin);
        await MigrateAsync(gate, options);
        var store = new TestStore(options, gate, interceptors);
        await store.UseAsync(sectors ? Sectors : []);
        return store;
    }

    /// <summary>Brings a file to the present model, backed up before as a host does it.</summary>
    public static Task MigrateAsync(WriteGate gate, StorageOptions options)
    {
        var folder = Path.GetDirectoryName(options.DatabaseFile)!;
        return new StorageStartup(gate, new CityClock(new TickingTime()), NullLogger<StorageStartup>.Instance)
            .MigrateAsync(async cancellationToken => (await Maker(folder).MakeAsync(Target(folder), BackupReason.Migration, cancellationToken)).Value(), CancellationToken.None);
    }

    /// <summary>Backs a folder up, on a disk that has room enough.</summary>
    public static BackupMaker Maker(string folder) => new(new StateFolder(folder), "9.9.9", new CityClock(new TickingTime()), _ => long.MaxValue);

    /// <summary>Where a folder of a test is backed up to.</summary>
    public static BackupTarget Target(string folder) => new(Path.Combine(folder, "backups"));

    /// <summary>Makes the model anew with the forms of some sectors.</summary>
    public async Task UseAsync(ImmutableArray<(string Module, ImmutableArray<FormDefinition> Forms)> sectors) =>
        Model = await TestPlan.ModelAsync(Forms, Archive, new FixedReference(TestPlan.Plan, TestPlan.Register.With(Facilities)), [.. sectors]);

    /// <summary>Stores the plan and the units, and from now on has the model and what counts follow the stored register.</summary>
    public async Task RegisterAsync()
    {
        await Reference.ImportPlanAsync(TestPlan.PlanJson(), "quản trị", CancellationToken.None);
        await Reference.ImportUnitsAsync(TestPlan.Register.With(Facilities), "quản trị", CancellationToken.None);
        IsRegistered = true;
        await FollowAsync();
    }

    /// <summary>Makes the model anew from the stored register.</summary>
    public async Task FollowAsync() => Model = await TestPlan.ModelAsync(Forms, Archive, Reference, [.. Sectors]);

    /// <summary>Who fills a form.</summary>
    public Unit Unit(string code) => Model.Units.Find(code)!;

    /// <summary>Takes one step, decided by the given function.</summary>
    public Task<Result<Submission>> StepAsync(
        string form, string unit, Func<Submission, SubmissionVersion?, Result<SubmissionStep>> decide,
        string period = "2026", long? ifRevision = null, string? retry = null, Func<Unit?, SubmissionVersion, Core.Totals.TotalsContribution>? contribution = null)
    {
        var planForm = Model.Form(form)!;
        var (row, follows) = (Unit(unit), IsRegistered);
        var key = new SubmissionKey(Model.Plan.Id, form, unit, period);
        return Writer.ChangeAsync(
            new SubmissionChange(key, planForm.Compiled.Hash, decide, Model.Plan.CutOff, contribution ?? ((stored, v) => Model.Contribution(follows ? stored : row, period, v.FormHash, v.Values)), ifRevision, retry),
            CancellationToken.None);
    }

    /// <summary>Saves drafts of several units, all or none.</summary>
    public Task<Result<ImmutableArray<Submission>>> SaveAllAsync(BatchKey? key, params (string Form, string Unit, FormValues Values, long Seen)[] drafts) => Writer.ChangeAllAsync(
        [
            .. drafts.Select(draft => new SubmissionChange(
                new SubmissionKey(Model.Plan.Id, draft.Form, draft.Unit, "2026"),
                Model.Form(draft.Form)!.Compiled.Hash,
                (s, _) => SubmissionWorkflow.Save(s, draft.Values, AsOf, "nhập", Clock.Now),
                Model.Plan.CutOff,
                (_, v) => Model.Contribution(Unit(draft.Unit), "2026", v.FormHash, v.Values),
                draft.Seen,
                null)),
        ],
        key,
        CancellationToken.None);

    public Task<Result<Submission>> SaveAsync(string form, string unit, FormValues values, long? ifRevision = null, string? retry = null) =>
        StepAsync(form, unit, (s, _) => SubmissionWorkflow.Save(s, values, AsOf, "nhập", Clock.Now), ifRevision: ifRevision, retry: retry);

    public Task<Result<Submission>> SubmitAsync(string form, string unit, long? ifRevision = null, string? retry = null) =>
        StepAsync(form, unit, (s, _) => SubmissionWorkflow.Submit(s, Model.Form(form)!.Compiled.Hash, "nhập", Clock.Now), ifRevision: ifRevision, retry: retry);

    public Task<Result<Submission>> ApproveAsync(string form, string unit, long? ifRevision = null, string? retry = null) =>
        StepAsync(form, unit, (s, _) => SubmissionWorkflow.Approve(s, "duyệt", Clock.Now), ifRevision: ifRevision, retry: retry);

    public Task<Result<Submission>> AcceptAsync(string form, string unit) =>
        StepAsync(form, unit, (s, _) => SubmissionWorkflow.Accept(s, "nhận", Clock.Now));

    public Task<Result<Submission>> ReturnAsync(string form, string unit, string reason = "Sai số liệu.", params ImmutableArray<CellKey> cells) =>
        StepAsync(form, unit, (s, latest) => SubmissionWorkflow.Return(s, latest!, reason, cells, "nhận", Clock.Now));

    public Task<Result<Submission>> ReopenAsync(string form, string unit) =>
        StepAsync(form, unit, (s, latest) => SubmissionWorkflow.Reopen(s, latest!, "Cần sửa.", "nhận", Clock.Now));

    /// <summary>Saves, submits and approves.</summary>
    public async Task<Submission> SendAsync(string form, string unit, FormValues values)
    {
        (await SaveAsync(form, unit, values)).Value();
        (await SubmitAsync(form, unit)).Value();
        return (await ApproveAsync(form, unit)).Value();
    }

    public Task<Submission> FindAsync(string form, string unit, string period = "2026") =>
        Reader.FindAsync(new SubmissionKey(Model.Plan.Id, form, unit, period), null, CancellationToken.None);

    /// <summary>Rows of a query over the file, straight from SQLite.</summary>
    public ImmutableArray<object?[]> Rows(string sql) => Rows(Options, sql);

    public static ImmutableArray<object?[]> Rows(StorageOptions options, string sql)
    {
        using var connection = new SqliteConnection(options.ReaderConnection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows.ToImmutable();
    }

    /// <summary>What a verification of the audit log finds.</summary>
    public AuditVerdict VerifyAudit(params AuditAnchor[] anchors) => new AuditVerifier(Options).Verify(new AnchorFile([.. anchors], []), CancellationToken.None);

    public long Count(string from) => Convert.ToInt64(Rows("SELECT COUNT(*) FROM " + from)[0][0], CultureInfo.InvariantCulture);

    /// <summary>Holds the writer inside a write until the returned source is set, so that what is sent meanwhile shares one group.</summary>
    public static async Task<(TaskCompletionSource Release, Task Held)> HoldAsync(WriteGate gate)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = gate.RunAsync(
            _ =>
            {
                started.SetResult();
                release.Task.GetAwaiter().GetResult();
                return true;
            },
            CancellationToken.None);
        await started.Task;
        return (release, held);
    }

    public static DateOnly AsOf { get; } = new(2026, 10, 31);

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        Readers.Dispose();
    }

    private static FormDefinition Measured(string code)
    {
        var form = CatalogForms.Of(code);
        var pair = (from n in form.Fields.OfType<IntField>()
                    from d in form.Fields.OfType<IntField>()
                    where n.Id != d.Id && n.By.Length > 0 && n.By.SequenceEqual(d.By)
                    select Ratio.Of("pair", n, d)).FirstOrDefault()
            ?? (from n in form.Fields.OfType<IntField>()
                from d in form.Fields.OfType<IntField>()
                where n.Id != d.Id && n.By.SequenceEqual(d.By)
                select Ratio.Of("pair", n, d)).FirstOrDefault();
        return pair is null ? form : form with { Measures = [pair.Numerator, pair.Denominator] };
    }

    private static string CommuneOr(string code, int index)
    {
        var communes = TestPlan.Register.On(TestPlan.Plan.CutOff).OfType(UnitTypes.Commune).Select(u => u.Code).ToArray();
        return communes.Contains(code) ? code : communes[index];
    }
}

/// <summary>Short ways to ask what came back.</summary>
internal static class Answers
{
    public static T Value<T>(this Result<T> result) => result.ShouldBeOfType<Result<T>.Ok>(result.ToString()).Value;

    public static Refusal Refusal<T>(this Result<T> result) => result.ShouldBeOfType<Result<T>.No>().Refusal;

    public static FormValues Values(params (string Cell, object Value)[] cells) => new(cells.ToImmutableDictionary(
        c => CellKey.Parse(c.Cell),
        c => c.Value switch
        {
            CellValue value => value,
            int number => new CellValue.Number(number),
            long number => new CellValue.Number(number),
            bool flag => new CellValue.Flag(flag),
            string words => new CellValue.Words(words),
            _ => throw new ArgumentException(c.Cell, nameof(cells)),
        }));
}
