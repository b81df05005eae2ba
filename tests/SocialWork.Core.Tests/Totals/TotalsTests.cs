using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests.Rules;
using SocialWork.Core.Totals;
using Xunit;

namespace SocialWork.Core.Tests.Totals;

public sealed class TotalsTests
{
    private static readonly SubmittingUnit Hospital = SampleForm.School with { Type = UnitTypes.Hospital };
    private static readonly RuleContext HospitalContext = SampleForm.Context with { Unit = Hospital };
    private static readonly TotalsLayout Layout = new(SampleForm.Form, Hospital.Tasks);

    private static readonly Arbitrary<long[]> Vectors = Arb.From(Gen.ArrayOf(Gen.OneOf(
        Gen.Constant(0L),
        Gen.Choose(-1000, 1000).Select(n => (long)n),
        Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1, 127, 128, -128, int.MaxValue, 1L << 62, -(1L << 62)),
        Gen.Choose(0, 62).Select(shift => 1L << shift))));

    [Fact]
    public void A_vector_is_read_as_it_was_written_extremes_included() => Prop.ForAll(
        Vectors,
        vector => TotalsVector.Read(TotalsVector.Write(vector), vector.Length).AsSpan().SequenceEqual(vector)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_vector_read_with_a_longer_layout_ends_in_zeros() => Prop.ForAll(
        Vectors,
        vector => TotalsVector.Read(TotalsVector.Write(vector), vector.Length + 6).AsSpan().SequenceEqual([.. vector, 0, 0, 0, 0, 0, 0])).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_that_are_no_vector_of_that_layout_are_refused()
    {
        Should.Throw<InvalidDataException>(() => TotalsVector.Read([0, 0], 1));
        Should.Throw<InvalidDataException>(() => TotalsVector.Read([0x80], 1));
        Should.Throw<InvalidDataException>(() => TotalsVector.Read([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], 1));
    }

    [Fact]
    public void Any_bytes_are_either_a_vector_or_refused() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b))),
        bytes =>
        {
            try
            {
                TotalsVector.Read(bytes, 8).Length.ShouldBe(8);
            }
            catch (InvalidDataException)
            {
                // Refused in words is the other right answer.
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_that_does_not_fit_is_refused_and_changes_nothing()
    {
        long[] total = [1, 2, long.MaxValue];
        Should.Throw<OverflowException>(() => TotalsVector.Add(total, [5, 5, 1], +1));
        total.ShouldBe([1, 2, long.MaxValue]);
        total = [1, 2, long.MinValue];
        Should.Throw<OverflowException>(() => TotalsVector.Add(total, [5, 5, 1], -1));
        total.ShouldBe([1, 2, long.MinValue]);
    }

    [Fact]
    public void Adding_and_taking_away_leaves_what_was_there() => Prop.ForAll(RandomValues.Allowed(SampleForm.Form, Hospital), values =>
    {
        var total = Layout.Contribution(SampleForm.Values(("a", 7)), HospitalContext);
        var before = (long[])total.Clone();
        var contribution = Layout.Contribution(values, HospitalContext);
        TotalsVector.Add(total, contribution, +1);
        TotalsVector.Add(total, contribution, -1);
        return total.AsSpan().SequenceEqual(before);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reported_zero_and_each_kind_of_empty_stay_apart()
    {
        var total = Layout.Zero();
        foreach (object? value in new object?[] { 0, 5, CellValue.NotArising, CellValue.NotApplicable, CellValue.Withheld, null })
            TotalsVector.Add(total, Layout.Contribution(SampleForm.Values(("a", value)), HospitalContext), +1);
        Layout.Cell(total, new CellKey("a")).ShouldBe(new CellTally(5, new CellCounts(2, 1, 1, 1, 1)));
        Layout.Of(total, "a").ShouldBe(new CellTally(5, new CellCounts(2, 1, 1, 1, 1)));
    }

    [Fact]
    public void A_field_that_is_not_asked_of_the_unit_does_not_apply_whatever_was_entered()
    {
        var values = SampleForm.Values(("clinic", 9), ("clinic_d[A]", 9));
        var school = Layout.Contribution(values, SampleForm.Context);
        Layout.Of(school, "clinic").ShouldBe(new CellTally(0, new CellCounts(0, 0, 1, 0, 0)));
        Layout.Of(school, "clinic_d").ShouldBe(new CellTally(0, new CellCounts(0, 0, 3, 0, 0)));
        var hospital = Layout.Contribution(values, HospitalContext);
        Layout.Of(hospital, "clinic").ShouldBe(new CellTally(9, new CellCounts(1, 0, 0, 0, 0)));
        Layout.Of(hospital, "clinic_d").ShouldBe(new CellTally(9, new CellCounts(1, 0, 0, 0, 2)));
    }

    [Fact]
    public void Every_asked_cell_is_of_exactly_one_kind() => Prop.ForAll(RandomValues.Allowed(SampleForm.Form, Hospital), values =>
    {
        var vector = Layout.Contribution(values, HospitalContext);
        return SampleForm.Definition.Fields.SelectMany(f => FormCells.Of(f, Hospital)).All(cell =>
            Layout.Cell(vector, cell) is { Counts: var c } && c.Reported + c.NotArising + c.NotApplicable + c.Withheld + c.Unreported == 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_and_yes_or_no_are_counted_and_a_no_is_reported()
    {
        var vector = Layout.Contribution(SampleForm.Values(("yes", false), ("yes_d[A]", true), ("note", "Huế"), ("pick", "ONE")), HospitalContext);
        Layout.Of(vector, "yes").ShouldBe(new CellTally(0, new CellCounts(1, 0, 0, 0, 0)));
        Layout.Of(vector, "yes_d").ShouldBe(new CellTally(1, new CellCounts(1, 0, 0, 0, 2)));
        Layout.Of(vector, "note")!.Value.Sum.ShouldBe(1);
        Layout.Of(vector, "pick")!.Value.Sum.ShouldBe(1);
        Layout.Of(vector, "nothing").ShouldBeNull();
    }

    [Theory]
    [InlineData("withheld", 0)]
    [InlineData("notApplicable", 0)]
    [InlineData("missing", 0)]
    [InlineData("notArising", 10)]
    public void What_is_empty_on_one_side_of_a_ratio_leaves_both_unless_nothing_arose(string numerator, long denominator)
    {
        object? value = numerator switch
        {
            "withheld" => CellValue.Withheld,
            "notApplicable" => CellValue.NotApplicable,
            "notArising" => CellValue.NotArising,
            _ => null,
        };
        var (n, d) = Trained(("tong_ns[CAN_BO,NAM]", 10), ("da_th[CAN_BO,NAM]", value));
        (n.Sum, d.Sum).ShouldBe((0, denominator));
    }

    [Fact]
    public void What_is_withheld_in_the_denominator_leaves_the_numerator_too()
    {
        var (n, d) = Trained(("tong_ns[CAN_BO,NAM]", CellValue.Withheld), ("da_th[CAN_BO,NAM]", 4), ("tong_ns[CAN_BO,NU]", 8), ("da_th[CAN_BO,NU]", 6));
        (n.Sum, d.Sum).ShouldBe((6, 8));
        n.Counts.Withheld.ShouldBe(1);
        d.Counts.Withheld.ShouldBe(1);
    }

    [Fact]
    public void Options_out_of_scope_are_left_out_of_a_measure_and_stay_in_the_plain_total()
    {
        var (n, d) = Trained(("tong_ns[CONG_TAC_VIEN,NU]", 50), ("da_th[CONG_TAC_VIEN,NU]", 50), ("tong_ns[VIEN_CHUC,NU]", 8), ("da_th[VIEN_CHUC,NU]", 6));
        (n.Sum, d.Sum).ShouldBe((6, 8));
        var layout = new TotalsLayout(CompiledForm.Compile(Training.Form), []);
        layout.Of(layout.Contribution(SampleForm.Values(("tong_ns[CONG_TAC_VIEN,NU]", 50)), Department), "tong_ns")!.Value.Sum.ShouldBe(50);
    }

    [Fact]
    public void A_measure_with_a_condition_takes_only_submissions_where_it_is_true()
    {
        var definition = SampleForm.Definition with { Measures = [new Measure("T1", "where", SampleForm.Definition.Fields[0]) { Where = "yes" }] };
        var layout = new TotalsLayout(CompiledForm.Compile(definition), Hospital.Tasks);
        layout.Of(layout.Contribution(SampleForm.Values(("a", 5), ("yes", true)), HospitalContext), "where")!.Value.Sum.ShouldBe(5);
        layout.Of(layout.Contribution(SampleForm.Values(("a", 5), ("yes", false)), HospitalContext), "where").ShouldBe(default(CellTally));
        layout.Of(layout.Contribution(SampleForm.Values(("a", 5)), HospitalContext), "where").ShouldBe(default(CellTally));
    }

    [Fact]
    public void A_unit_is_counted_in_the_city_and_in_the_commune_of_its_seat()
    {
        var school = TestPlan.Facility("GD-001", UnitTypes.School, "education", "19753", inPlan: true);
        TotalsKey.For("2026", "h", "2026", school).ShouldBe(
        [
            new TotalsKey("2026", "h", "2026", TotalsKey.City, "education", UnitTypes.School, true),
            new TotalsKey("2026", "h", "2026", "19753", "education", UnitTypes.School, true),
        ]);
        TotalsKey.For("2026", "h", "2026", school with { Commune = null }).Length.ShouldBe(1);
    }

    private static RuleContext Department => SampleForm.Context with { Unit = new SubmittingUnit(UnitTypes.Department) };

    private static (CellTally N, CellTally D) Trained(params (string Cell, object? Value)[] cells)
    {
        var layout = new TotalsLayout(CompiledForm.Compile(Training.Form), ImmutableArray<string>.Empty);
        var vector = layout.Contribution(SampleForm.Values(cells), Department);
        return (layout.Of(vector, Training.Trained.Numerator.Id)!.Value, layout.Of(vector, Training.Trained.Denominator.Id)!.Value);
    }
}
