using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Modules.Tests.Support;
using SocialWork.Testing;
using Xunit;

namespace SocialWork.Modules.Tests;

public sealed class PluginContractTests
{
    private static readonly PluginCheck WithASchool = new()
    {
        Register = new InMemoryRegister(new UnitInfo("T1", "Trường mẫu", UnitTypes.School, "good", null, true)),
        Totals = new InMemoryTotals().With(new IntField("GX1", "so_truong") { Section = "A", Label = new Text("Số trường", "Schools") }, 1),
    };

    [Fact]
    public async Task A_good_plugin_keeps_the_contract()
    {
        var report = await PluginContract.CheckAsync(PluginStage.Built("GoodPlugin"), WithASchool, CancellationToken.None);
        report.ToString().ShouldBe("good keeps the contract.");
        report.ThrowIfBroken();
    }

    [Fact]
    public async Task A_plugin_is_checked_beside_what_it_depends_on()
    {
        using var stage = new PluginStage();
        var plugin = stage.Add("GoodPlugin");
        PluginStage.Rebuild(plugin, "\"dependencies\": []", "\"dependencies\": [\"hanging\"]");
        (await PluginContract.CheckAsync(plugin, WithASchool, CancellationToken.None)).ToString().ShouldContain("needs module hanging");
        var beside = WithASchool with { Dependencies = [PluginStage.Built("HangingPlugin")] };
        (await PluginContract.CheckAsync(plugin, beside, CancellationToken.None)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_that_cannot_be_are_named()
    {
        var none = WithASchool with { Register = new InMemoryRegister() };
        var report = await PluginContract.CheckAsync(PluginStage.Built("GoodPlugin"), none, CancellationToken.None);
        report.Problems.ShouldBe(["Indicator CT1: numerator 1 + unreported 0 is more than the denominator 0."]);
        Should.Throw<PluginContractException>(report.ThrowIfBroken).Message.ShouldStartWith("good breaks the contract:");
    }

    [Fact]
    public async Task Nonsense_is_named_rule_by_rule()
    {
        var report = await PluginContract.CheckAsync(PluginStage.Built("FabricatingPlugin"), WithASchool, CancellationToken.None);
        var text = report.ToString();
        text.ShouldContain("SectorIndicators differs between two calls");
        text.ShouldContain("Form code 'gx 1' must be capitals");
        text.ShouldContain("Field id 'gx 1.Số'");
        text.ShouldContain("section 'Z', which the form does not have");
        text.ShouldContain("Task 2023/I.1 is of plan 2023");
        text.ShouldContain("names form GD1 as evidence");
        text.ShouldContain("Indicator CT2 is declared, but has no part");
        text.ShouldContain("the numerator is -6, below 0");
        text.ShouldContain("the denominator is 10, but its sources add up to 0");
        text.ShouldContain("a source that no view of the host handed out");
    }

    [Theory]
    [InlineData("FutureContractPlugin", "It is Incompatible: Module futureContract needs contract [2.0,3.0)")]
    [InlineData("ThrowingHandlerPlugin", "SectorFault: the sum does not add up")]
    [InlineData("NonsensePlugin", "answered DescribeSector with null")]
    public async Task What_does_not_load_or_answer_is_said_as_the_host_says_it(string fixture, string says) =>
        (await PluginContract.CheckAsync(PluginStage.Built(fixture), new PluginCheck(), CancellationToken.None)).ToString().ShouldContain(says);

    [Fact]
    public async Task A_leak_is_a_problem() =>
        (await PluginContract.CheckAsync(PluginStage.Built("LeakingPlugin"), new PluginCheck(), CancellationToken.None)).ToString().ShouldContain("not freed after unloading");
}
