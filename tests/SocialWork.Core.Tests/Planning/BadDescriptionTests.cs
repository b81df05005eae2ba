using System.Collections.Immutable;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Sectors;
using Xunit;

namespace SocialWork.Core.Tests.Planning;

/// <summary>What a module says of itself is believed only as far as it holds; its earlier forms stay owed.</summary>
public sealed class BadDescriptionTests
{
    private const string Module = "health";

    private static readonly FormDefinition Good = Form("T1", "a >= 0");

    public static TheoryData<string, ImmutableArray<FormDefinition>> Faulty() => new()
    {
        { "a rule that does not parse", [Form("T1", "a >= ")] },
        { "a form declared twice", [Good, Good] },
        { "a form of the core", [Form("K3", "a >= 0")] },
        { "an unset list", default },
        { "an entry that is null", [null!] },
        { "a form without sections", [Good with { Sections = default }] },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_module_that_describes_itself_badly_is_named_and_keeps_the_forms_it_was_known_by(string fault, ImmutableArray<FormDefinition> forms)
    {
        var (store, archive) = (new MemoryForms(), new FormArchive());
        var reference = new FixedReference(TestPlan.Plan, TestPlan.Register);
        await TestPlan.ModelAsync(store, archive, reference, (Module, [Good]));

        var model = await TestPlan.ModelAsync(store, archive, reference, (Module, forms));

        var status = model.Sectors.Single(s => s.Id == Module);
        status.Outcome.ShouldBe(SectorOutcome.Failed, fault);
        status.Reason!.Vi.ShouldContain(Module);
        model.Form("T1").ShouldNotBeNull(fault).Module.ShouldBe(Module);
        model.Form("K3")!.Module.ShouldBe("core");
    }

    private static FormDefinition Form(string code, string rule)
    {
        var field = new IntField(code, "a") { Section = "s", Label = new("a", "a") };
        return new FormDefinition(code, 1)
        {
            Title = new("Biểu", "Form"),
            FilledBy = FilledBy.EveryCommune,
            Sections = [new("s", new("Mục", "Section"))],
            Fields = [field],
            Rules = [FormRule.Error(code + ".r1", rule, "Sai.", "Wrong.")],
        };
    }
}
