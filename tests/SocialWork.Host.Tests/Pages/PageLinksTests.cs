using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Tests.Pages;

/// <summary>The way through a long list.</summary>
public sealed class PageLinksTests
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 4, "1 2 3 4")]
    [InlineData(3, 5, "1 2 3 4 5")]
    [InlineData(1, 60, "1 2 3 … 60")]
    [InlineData(30, 60, "1 … 28 29 30 31 32 … 60")]
    [InlineData(60, 60, "1 … 58 59 60")]
    public void The_first_the_last_and_the_nearest_pages_are_named(int number, int pages, string named) =>
        string.Join(' ', new PageLinks(number, pages, 40, "/review").Named.Select(n => n?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…")).ShouldBe(named);
}
