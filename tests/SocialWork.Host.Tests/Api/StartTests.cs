using SocialWork.Host.Composition;
using SocialWork.Host.Tests.Support;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host.Tests.Api;

/// <summary>A host that cannot start says why.</summary>
[Collection(ServedYearTests.Name)]
public sealed class StartTests(ServedYear year)
{
    [Fact]
    public async Task A_second_host_on_the_same_data_folder_does_not_start()
    {
        var fault = await Should.ThrowAsync<DatabaseInUseException>(() => HostUnderTest.StartAsync(year.DataFolder));
        fault.Message.ShouldContain("--data");
        (await year.Host.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("--today", "01/12/2026")]
    [InlineData("--module-timeout", "soon")]
    [InlineData("--module-timeout", "0")]
    [InlineData("--demo", "maybe")]
    [InlineData("--data", "/dev/null/data")]
    public async Task A_wrong_setting_is_named(string setting, string value)
    {
        using var data = new TemporaryFolder();
        var fault = await Should.ThrowAsync<SettingsException>(() => HostUnderTest.StartAsync(data.Path, setting, value));
        fault.Message.ShouldContain(value);
    }

    [Fact]
    public void The_demonstrations_day_is_refused_without_the_demonstration()
    {
        using var data = new TemporaryFolder();
        Should.Throw<SettingsException>(() => SocialWorkHost.Build(["--today", "2026-11-01", "--data", data.Path])).Message.ShouldContain("--demo");
    }
}
