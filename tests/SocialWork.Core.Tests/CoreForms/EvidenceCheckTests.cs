using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Registers;
using Xunit;

namespace SocialWork.Core.Tests.CoreForms;

/// <summary>K2.c1: documents named as evidence are in register R17.</summary>
public sealed class EvidenceCheckTests
{
    private const string Task = "2026/IV.9.a";

    [Theory]
    [InlineData("12/KH-UBND ngày 03/02/2026", true)]
    [InlineData("Kế hoạch số 12/kh-ubnd", true)]
    [InlineData("12/KH-UBND; 15/QĐ-UBND ngày 9/3/2026", true)]
    [InlineData("13/KH-UBND", false)]
    [InlineData("12/KH-UBND; 16/QĐ-UBND", false)]
    [InlineData("112/2021/QĐ-TTg", true)]
    [InlineData("biên bản ngày 03/02/2026", true)]
    public void A_document_that_is_named_is_in_the_register_for_its_task(string evidence, bool holds)
    {
        var register = new[] { Document("12/KH-UBND", Task), Document("15/QĐ-UBND"), Document("112/2021/QĐ-TTg", Task, "2026/IV.9.b") };
        Found(evidence, register).ShouldBe(holds ? [] : [$"van_ban[{Task}]"]);
    }

    [Fact]
    public void A_document_of_another_task_is_none_of_this_one() =>
        Found("12/KH-UBND", Document("12/KH-UBND", "2026/IV.9.b")).ShouldBe([$"van_ban[{Task}]"]);

    [Fact]
    public void A_unit_that_keeps_no_documents_there_is_not_asked() => Found("13/KH-UBND").ShouldBeEmpty();

    private static IEnumerable<string> Found(string evidence, params RegisterEntry[] register) =>
        EvidenceCheck.Run(new FormValues(ImmutableDictionary<CellKey, CellValue>.Empty.Add(new("van_ban", Task), new CellValue.Words(evidence))), register)?.Cells.Select(c => c.ToString()) ?? [];

    private static RegisterEntry Document(string number, params string[] tasks)
    {
        var cells = ImmutableDictionary<CellKey, CellValue>.Empty.Add(new(DocumentRegister.Number.Id), new CellValue.Words(number));
        if (tasks.Length > 0) cells = cells.Add(new(DocumentRegister.Clauses.Id), new CellValue.Choices([.. tasks]));
        return new RegisterEntry(Guid.Empty, DocumentRegister.Code, "19960", number, new FormValues(cells), new DateOnly(2026, 2, 3), null, 1, "nhập", DateTimeOffset.UnixEpoch);
    }
}
