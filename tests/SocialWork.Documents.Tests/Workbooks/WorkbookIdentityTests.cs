using System.Collections.Immutable;
using Shouldly;
using SocialWork.Core;
using SocialWork.Documents.Workbooks;
using Xunit;

namespace SocialWork.Documents.Tests.Workbooks;

public sealed class WorkbookIdentityTests
{
    private static readonly WorkbookIdentity Sample = new("2026", "SGDDT", new DateOnly(2026, 12, 1),
    [
        new SheetIdentity(1, "K1", new string('a', 64), "2026", IsFacilitySheet: false, [new UnitRevision("SGDDT", 4)]),
        new SheetIdentity(2, "GD1", new string('b', 64), "2026", IsFacilitySheet: true, [new UnitRevision("TH-2", 0), new UnitRevision("TH-1", 12)]),
        new SheetIdentity(3, "GD2", new string('c', 64), "2026-Q2", IsFacilitySheet: true, []),
    ]);

    public static TheoryData<int> Lines => [.. Enumerable.Range(0, Sample.Write().Length)];

    [Fact]
    public void What_was_written_is_read_again()
    {
        var read = WorkbookIdentity.Read(Sample.Write()).ShouldBeOfType<Result<WorkbookIdentity>.Ok>().Value;
        read.Write().ShouldBe(Sample.Write());
        read.Sheets[1].Units.ShouldBe([new UnitRevision("TH-2", 0), new UnitRevision("TH-1", 12)]);
        read.Sheets[1].IsFacilitySheet.ShouldBeTrue();
        (read.Plan, read.Agency, read.Created).ShouldBe(("2026", "SGDDT", new DateOnly(2026, 12, 1)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_that_was_changed_removed_or_repeated_is_noticed(int line)
    {
        var lines = Sample.Write();
        Refused(lines.SetItem(line, lines[line] with { Value = lines[line].Value + "0" }));
        Refused(lines.SetItem(line, lines[line] with { Key = "x" }));
        Refused(lines.RemoveAt(line));
        Refused(lines.Insert(line, lines[line]));
    }

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        Refused([]);
        Refused([.. Enumerable.Repeat(new IdentityLine("schema", WorkbookIdentity.Schema), WorkbookIdentity.MaxLines + 1)]);
        Refused([new IdentityLine("schema", WorkbookIdentity.Schema)]);
    }

    [Fact]
    public void A_workbook_of_another_version_is_told_from_a_damaged_one() =>
        Code([.. Sample.Write().Select(line => line.Key == "schema" ? line with { Value = "socialwork-workbook/2" } : line)]).ShouldBe("workbook.otherSchema");

    [Fact]
    public void A_checksum_does_not_save_lines_that_are_no_identity()
    {
        // Made by the same rules, with a sheet whose number jumps.
        var jumping = Sample with { Sheets = [Sample.Sheets[0] with { Number = 2 }] };
        Code(jumping.Write()).ShouldBe("workbook.identityDamaged");
    }

    private static void Refused(ImmutableArray<IdentityLine> lines) => Code(lines).ShouldBeOneOf("workbook.identityDamaged", "workbook.otherSchema");

    private static string Code(ImmutableArray<IdentityLine> lines)
    {
        var refusal = WorkbookIdentity.Read(lines).ShouldBeOfType<Result<WorkbookIdentity>.No>().Refusal;
        refusal.Kind.ShouldBe(RefusalKind.Unprocessable);
        return refusal.Code;
    }
}
