using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Units;
using Xunit;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Core.Tests.Units;

public sealed class UnitQueryTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);

    private static readonly UnitRegister Register = new(
        [
            Named("S-4", "Trường Tiểu học Đông Ba"), Named("S-3", "Trường Tiểu học Dương Nỗ"), Named("S-2", "Trường Tiểu học Ân Cựu"), Named("S-1", "Trường Tiểu học An Cựu"),
            Named("S-5", "Trường Tiểu học Zèng") with { InPlan = true, Commune = "19789" }, Named("S-6", "Trường cũ") with { ValidTo = new DateOnly(2026, 1, 1) },
        ],
        []);

    [Theory]
    [InlineData("dong ba", "S-4")]
    [InlineData("ĐÔNG", "S-4")]
    [InlineData("Đo\u0302ng", "S-4")]
    [InlineData("ba tieu", "S-4")]
    [InlineData("an cuu", "S-1,S-2")]
    [InlineData("s-3", "S-3")]
    [InlineData("truong cu", "S-1,S-2")]
    [InlineData("  ", "S-1,S-2,S-3,S-4,S-5")]
    public void Words_are_found_without_accents_in_any_order(string search, string codes) =>
        Codes(new UnitQuery(Day) { Search = search }).ShouldBe(codes);

    [Fact]
    public void Names_stand_in_the_order_of_the_vietnamese_alphabet_and_pages_go_on_after_the_last()
    {
        Codes(new UnitQuery(Day) { ByName = true }).ShouldBe("S-1,S-2,S-3,S-4,S-5");
        Codes(new UnitQuery(Day) { ByName = true, Limit = 2 }).ShouldBe("S-1,S-2");
        Codes(new UnitQuery(Day) { ByName = true, Limit = 2, After = "S-2" }).ShouldBe("S-3,S-4");
        new UnitQuery(Day) { ByName = true, After = "S-9" }.Page(Register).ShouldBeOfType<Result<ImmutableArray<Unit>>.No>().Refusal.Code.ShouldBe("unit.unknown");
    }

    [Fact]
    public void Filters_narrow_and_a_page_has_its_limit()
    {
        Codes(new UnitQuery(Day) { InPlan = true }).ShouldBe("S-5");
        Codes(new UnitQuery(Day) { Commune = "19789" }).ShouldBe("S-5");
        Codes(new UnitQuery(Day) { ManagingSector = "health" }).ShouldBe("");
        Codes(new UnitQuery(Day) { Type = UnitTypes.School, Limit = 0 }).ShouldBe("S-1");
        Codes(new UnitQuery(new DateOnly(2025, 12, 31)) { Search = "S-6" }).ShouldBe("S-6");
    }

    [Theory]
    [InlineData("Trường Tiểu học Phú Xuân số 1", "TH Phú Xuân 1")]
    [InlineData("Trường THCS Thống Nhất", "trường trung học  cơ sở Thống Nhất")]
    [InlineData("Trạm Y tế phường Phú Bài", "TYT Phú Bài")]
    [InlineData("Bệnh viện Đa khoa Hương Trà", "BV đa khoa  HƯƠNG TRÀ")]
    [InlineData("Trường Mầm non Hóa Châu", "MN Hoá Châu")]
    public void One_facility_written_in_two_ways_is_alike(string one, string other) => UnitNames.Likeness(one).ShouldBe(UnitNames.Likeness(other));

    [Theory]
    [InlineData("Trường Tiểu học Phú Xuân số 1", "Trường Tiểu học Phú Xuân số 2")]
    [InlineData("Trường Tiểu học Phú Xuân", "Trường THCS Phú Xuân")]
    public void Different_facilities_are_not_alike(string one, string other) => UnitNames.Likeness(one).ShouldNotBe(UnitNames.Likeness(other));

    [Fact]
    public void The_next_code_follows_the_highest_that_was_ever_used()
    {
        UnitCodes.Next("TH-19753-", []).ShouldBe("TH-19753-1");
        UnitCodes.Next("TH-19753-", ["TH-19753-2", "TH-19753-10", "TH-19753-X", "TH-197531-99"]).ShouldBe("TH-19753-11");
        UnitCodes.PrefixFor(UnitTypes.Department, null, "19753").ShouldBeNull();
        UnitCodes.PrefixFor(UnitTypes.School, "THCS", null).ShouldBeNull();
    }

    [Theory]
    [InlineData("TH-19753-1", true)]
    [InlineData("19753", true)]
    [InlineData("a-1", false)]
    [InlineData("-A", false)]
    [InlineData("A/1", false)]
    [InlineData("TRƯỜNG", false)]
    [InlineData("", false)]
    [InlineData("A2345678901234567890123456789012", true)]
    [InlineData("A23456789012345678901234567890123", false)]
    public void A_code_is_capitals_digits_dots_and_hyphens_of_at_most_32(string code, bool expected) => UnitCodes.IsWellFormed(code).ShouldBe(expected);

    [Fact]
    public void Registers_that_say_the_same_have_the_same_digest_and_no_others()
    {
        new UnitRegister(Register.Units.Reverse(), []).Digest.ShouldBe(Register.Digest);
        new UnitRegister(Register.Units.Select(u => u.Code == "S-1" ? u with { InPlan = true } : u), []).Digest.ShouldNotBe(Register.Digest);
        new UnitRegister(Register.Units, [new Succession("S-6", "S-1", Day, "1/QĐ")]).Digest.ShouldNotBe(Register.Digest);
    }

    private static string Codes(UnitQuery query) =>
        string.Join(',', query.Page(Register).ShouldBeOfType<Result<ImmutableArray<Unit>>.Ok>().Value.Select(u => u.Code));

    private static Unit Named(string code, string name) => TestPlan.Facility(code, UnitTypes.School, "education", "19753") with { Name = name.Normalize() };
}
