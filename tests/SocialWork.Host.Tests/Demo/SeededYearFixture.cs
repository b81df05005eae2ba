namespace SocialWork.Host.Tests.Demo;

/// <summary>One seeded year that the tests only read.</summary>
public sealed class SeededYearFixture : IAsyncLifetime
{
    public SeededYear Year { get; private set; } = null!;

    public async Task InitializeAsync() => Year = await SeededYear.CreateAsync();

    public async Task DisposeAsync() => await Year.DisposeAsync();
}
