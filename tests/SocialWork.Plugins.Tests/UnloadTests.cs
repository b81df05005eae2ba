using System.Diagnostics;
using System.Runtime.CompilerServices;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Tests;

public class UnloadTests
{
    public static TheoryData<string> Modules => [.. Catalogue.Modules.Select(module => module.Text("code"))];

    [Theory]
    [MemberData(nameof(Modules))]
    public void What_a_plugin_answered_does_not_keep_it_loaded(string module)
    {
        var (context, kept) = UseAndUnload(module);
        // The runtime and the container compile in the background for a moment, and hold the code meanwhile.
        for (var waiting = Stopwatch.StartNew(); context.IsAlive && waiting.Elapsed < TimeSpan.FromSeconds(30);)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        context.IsAlive.ShouldBeFalse();
        kept.Description.Tasks.ShouldNotBeEmpty();
        kept.Indicators.ShouldNotBeEmpty();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Context, (SectorDescription Description, IEnumerable<IndicatorContribution> Indicators) Kept) UseAndUnload(string module)
    {
        var plugin = PluginUnderTest.LoadAgain(module);
        var register = new FakeRegister((UnitTypes.Commune, 40, 0));
        var indicators = plugin.Indicators(new FakeTotals((_, _) => 1), register, "ct1.countRelated");
        foreach (var form in plugin.Description.Forms)
            plugin.Check(form.Code, new UnitInfo("U1", "Đơn vị", UnitTypes.HealthStation, module, null, true), FormValues.None, register, new FakeSubmissions(), new FakeEntries());
        return (plugin.Unload(), (plugin.Description, indicators.Values));
    }
}
