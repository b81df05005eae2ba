using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Persistence.Tests;

/// <summary>Whatever is done to the register while units report, totals are what the versions add up to.</summary>
public sealed class RandomRegisterTests : IDisposable
{
    private static readonly Actor Standing = new("tổng hợp", [Role.StandingAgency], null);
    private static readonly string[] Communes = ["19753", "19789", "19804", "19815"];
    private static readonly ImmutableArray<(string Form, string Unit)> Places =
    [
        .. Enumerable.Range(0, 4).SelectMany(i => new[] { ("GD1", $"GD-{i}"), ("GD2", $"GD-{i}"), ("YT2", $"TYT-{i}") }), ("GD1", "GD-CITY"), ("XP5", "19753"), ("K4", "SYT"),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 200)]
    public async Task Senders_and_keepers_at_once_leave_totals_exact(int seed, int groupLimit)
    {
        await using var store = await TestStore.OpenAsync(_folder.File, o => o with { GroupLimit = groupLimit });
        await store.RegisterAsync();
        var values = Values(store, seed);
        var senders = Enumerable.Range(0, 6).Select(n => Task.Run(() => SendAsync(store, values, new Random((seed * 100) + n), 60)));
        var keepers = Enumerable.Range(0, 3).Select(n => Task.Run(() => KeepAsync(store, new Random((seed * 1000) + n), 40)));
        var done = await Task.WhenAll(senders.Concat(keepers));

        done[6..].Sum().ShouldBeGreaterThan(20, "register changes that were made");
        store.Count("submissions WHERE CountingVersion IS NOT NULL").ShouldBeGreaterThan(5);
        await AgreeAsync(store);
    }

    [Fact]
    public void Steps_and_changes_in_any_order_keep_totals_exact() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 1_000_000), 30)),
        choices =>
        {
            using var folder = new TempFolder();
            Task.Run(async () =>
            {
                await using var store = await TestStore.OpenAsync(folder.File);
                await store.RegisterAsync();
                var values = Values(store, 7);
                foreach (var choice in choices)
                {
                    var random = new Random(choice);
                    if (choice % 3 == 0) await KeepAsync(store, random, 1);
                    else await SendAsync(store, values, random, 3);
                }

                await AgreeAsync(store);
            }).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    private static async Task AgreeAsync(TestStore store)
    {
        await store.FollowAsync();
        var (stored, counted) = (PlainRecount.Stored(store), PlainRecount.Counted(store));
        stored.Except(counted).Select(s => "stored  " + s).Concat(counted.Except(stored).Select(c => "counted " + c)).Order(StringComparer.Ordinal).Take(20).ShouldBeEmpty();
        (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).ShouldBeEmpty();
    }

    // Senders go on with the model they began with, as a request does that was under way when the register changed.
    private static async Task<int> SendAsync(TestStore store, ImmutableDictionary<(string Form, string Unit), FormValues[]> values, Random random, int steps)
    {
        var done = 0;
        for (var i = 0; i < steps; i++)
        {
            var (form, unit) = Places[random.Next(Places.Length)];
            var some = values[(form, unit)][random.Next(4)];
            var step = random.Next(10) switch
            {
                0 => await store.ReturnAsync(form, unit),
                1 => await store.AcceptAsync(form, unit),
                2 => await store.ReopenAsync(form, unit),
                3 or 4 => await store.SaveAsync(form, unit, some),
                _ => await SentAsync(store, form, unit, some),
            };
            if (step is Result<Submission>.Ok) done++;
        }

        return done;
    }

    private static async Task<Result<Submission>> SentAsync(TestStore store, string form, string unit, FormValues values)
    {
        await store.SaveAsync(form, unit, values);
        await store.SubmitAsync(form, unit);
        return await store.ApproveAsync(form, unit);
    }

    private static async Task<int> KeepAsync(TestStore store, Random random, int changes)
    {
        var done = 0;
        for (var i = 0; i < changes; i++)
        {
            var unit = Places[random.Next(Places.Length - 2)].Unit;
            var from = new DateOnly(2026, 1, 1).AddDays(random.Next(400));
            var outcome = random.Next(9) switch
            {
                0 => await store.Register.CloseAsync(Standing, unit, from, null, [], null, CancellationToken.None),
                1 or 2 or 3 => await store.Register.UndoAsync(Standing, unit, null, CancellationToken.None),
                4 => await store.Register.ChangeAsync(Standing, unit, from, Edit(UnitFields.InPlan) with { InPlan = random.Next(2) == 0 }, null, CancellationToken.None),
                5 => await store.Register.ChangeAsync(Standing, unit, from, Edit(UnitFields.ManagingSector) with { ManagingSector = random.Next(2) == 0 ? "health" : "police" }, null, CancellationToken.None),
                6 => await store.Register.ChangeAsync(Standing, unit, from, Edit(UnitFields.Type) with { Type = random.Next(2) == 0 ? UnitTypes.HealthOther : UnitTypes.Hospital }, null, CancellationToken.None),
                7 => await store.Register.ChangeAsync(Standing, unit, from, Edit(UnitFields.Name) with { Name = "Tên mới " + i }, null, CancellationToken.None),
                _ => await store.Register.ChangeAsync(Standing, unit, from, Edit(UnitFields.Commune) with { Commune = Communes[random.Next(4)] }, null, CancellationToken.None),
            };
            if (outcome is Result<UnitEntry>.Ok) done++;
        }

        return done;
    }

    private static UnitEdit Edit(string field) => new() { Given = [field] };

    private static ImmutableDictionary<(string Form, string Unit), FormValues[]> Values(TestStore store, int seed) =>
        Places.ToImmutableDictionary(p => p, p => RandomValues.Allowed(store.Model.Form(p.Form)!.Compiled, store.Model.Submitting(store.Unit(p.Unit))).Generator.Sample(4, 10 + seed).ToArray());
}
