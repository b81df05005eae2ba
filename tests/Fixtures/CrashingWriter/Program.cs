using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Time;
using SocialWork.Persistence;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;
using Unit = SocialWork.Core.Units.Unit;

// CrashingWriter <file> <seed>: eight senders save, submit, approve, return and reopen for ever. A line on standard output is a
// promise: the step it names was acknowledged.
var options = new StorageOptions(args[0]);
var clock = new CityClock(TimeProvider.System);
var archive = new FormArchive();
await using var gate = new WriteGate(options, NullLogger<WriteGate>.Instance);
await new StorageStartup(gate, clock, NullLogger<StorageStartup>.Instance).MigrateAsync(_ => Task.CompletedTask, CancellationToken.None);
var readers = new DbReaders(options);
var model = await TestPlan.ModelAsync(new FormStore(gate, readers, archive, clock), archive, new FixedReference(TestPlan.Plan, TestPlan.Register));
var form = model.Form("K4")!;
var units = model.Fillers(form.Definition).ToArray();
var writer = new SubmissionWriter(gate, archive, clock);
var said = new Lock();
await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(() => SendAsync(new Random(int.Parse(args[1], CultureInfo.InvariantCulture) + sender)))));
return 0;

async Task SendAsync(Random random)
{
    while (true)
    {
        var unit = units[random.Next(units.Length)];
        var key = new SubmissionKey(model.Plan.Id, form.Code, unit.Code, "2026");
        var result = await writer.ChangeAsync(Change(key, unit, random), CancellationToken.None);
        if (result is not Result<Submission>.Ok { Value: var done }) continue;
        lock (said)
        {
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{done.Key.Unit} {done.Revision} {done.LatestVersion};\n"));
            Console.Out.Flush();
        }
    }
}

SubmissionChange Change(SubmissionKey key, Unit unit, Random random)
{
    var (number, choice, now) = (random.Next(1000), random.Next(10), clock.Now);
    return new SubmissionChange(
        key,
        form.Compiled.Hash,
        (s, latest) => (s.State, choice) switch
        {
            (SubmissionState.Draft or SubmissionState.Returned, > 2) => SubmissionWorkflow.Submit(s, form.Compiled.Hash, "a", now),
            (SubmissionState.Submitted, > 1) => SubmissionWorkflow.Approve(s, "b", now),
            (SubmissionState.Submitted, _) => SubmissionWorkflow.Return(s, latest!, "sai", [], "b", now),
            (SubmissionState.Approved, > 5) => SubmissionWorkflow.Accept(s, "c", now),
            (SubmissionState.Approved, > 2) => SubmissionWorkflow.Return(s, latest!, "sai", [], "c", now),
            (SubmissionState.Approved or SubmissionState.Accepted, _) => SubmissionWorkflow.Reopen(s, latest!, "sai", "c", now),
            _ => SubmissionWorkflow.Save(s, new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty.Add(new CellKey("su_kien"), new CellValue.Number(number))), new DateOnly(2026, 10, 31), "a", now),
        },
        model.Plan.CutOff,
        (_, version) => model.Contribution(unit, key.Period, version.FormHash, version.Values),
        null,
        string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{random.NextInt64()}"));
}
