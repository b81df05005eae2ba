using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Privacy;
using SocialWork.Tests.Masking;

namespace SocialWork.Plugins.Tests;

/// <summary>
/// Every form that hides small numbers, in tables of the size of the city: nobody computes one back from what is published.
/// Forms that one unit fills today are tried as if many did.
/// </summary>
public class MaskedFormTests
{
    private static readonly ImmutableArray<FormDefinition> Masked =
        [.. PluginUnderTest.All.SelectMany(plugin => plugin.Description.Forms).Where(form => form.Sensitivity is Sensitivity.MaskedValues)];

    public static TheoryData<string> Codes => [.. Masked.Select(form => form.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_small_number_of_many_units_follows_from_what_is_published(string code) =>
        Try(code, units: Gen.Choose(40, 48), times: 3);

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_small_number_of_few_units_follows_from_what_is_published_save_what_the_totals_tell_by_themselves(string code) =>
        Try(code, units: Gen.Choose(2, 9), times: 20);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Hiding_the_small_numbers_alone_would_tell_them(string code)
    {
        var exposed = Enumerable.Range(1, 40).SelectMany(seed =>
        {
            var units = new Trial(seed, 20, 2, 90).Units(Form(code));
            var alone = units.ToDictionary(unit => unit.Unit, unit => PublishedTable.Sensitive(unit.Form).Where(cell => CellMask.IsSmall(unit.Values[cell])).ToImmutableHashSet());
            return new PublishedTable(units, alone).SmallNumbers();
        }).Select(small => small.Exposure).Distinct();
        exposed.ShouldContain(Exposure.Determined);
    }

    // The same tables every time: whether another table is found within so many steps must not hang on chance.
    private static readonly Config Same = Config.QuickThrowOnFailure.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261122, 1), FSharpOption<int>.None)));

    private static void Try(string code, Gen<int> units, int times)
    {
        var trials = from seed in Gen.Choose(0, int.MaxValue)
                     from count in units
                     from classes in Gen.Choose(1, 3)
                     from rare in Gen.Elements(30, 60, 90, 97)
                     select new Trial(seed, count, classes, rare);
        Prop.ForAll(Arb.From(trials, trial => trial.Smaller()), trial => Holds(trial, trial.Units(Form(code)))).Check(Same.WithMaxTest(times));
    }

    private static void Holds(Trial trial, ImmutableArray<MaskedUnit> units)
    {
        var told = new PublishedTable(units, CellMask.Hide(units)).SmallNumbers().Where(small => small.Exposure != Exposure.None).ToArray();
        if (told.Length == 0) return;
        // Sums of the city and of its parts are published whatever is hidden: only what hiding every cell would have kept is the mask's fault.
        var everything = units.ToDictionary(unit => unit.Unit, unit => unit.Values.Cells.Where(cell => unit.Form.Field(cell.Key.Field) is IntField && CellMask.CanHide(cell.Value)).Select(cell => cell.Key).ToImmutableHashSet());
        var anyway = new PublishedTable(units, everything).SmallNumbers().Where(small => small.Exposure != Exposure.None).Select(small => (small.Unit, small.Cell)).ToHashSet();
        told.Where(small => !anyway.Contains((small.Unit, small.Cell))).ShouldBeEmpty(trial.ToString());
    }

    private static CompiledForm Form(string code) => CompiledForm.Compile(Masked.Single(form => form.Code == code));

    /// <summary>What a table is made from.</summary>
    private sealed record Trial(int Seed, int Count, int Classes, int Rare)
    {
        public ImmutableArray<MaskedUnit> Units(CompiledForm form)
        {
            var type = form.Definition.FilledBy is FilledBy.FacilitiesOf facilities ? facilities.Types[0] : UnitTypes.Commune;
            var random = new RandomUnits(form, type, Rare, new Random(Seed));
            return [.. Enumerable.Range(0, Count).Select(i => random.Next($"{i}", $"{i % Classes}"))];
        }

        public IEnumerable<Trial> Smaller() => Enumerable.Range(2, Math.Max(0, Count - 2)).Select(count => this with { Count = count });
    }
}
