using Microsoft.Playwright;

namespace SocialWork.Browser.Tests.Support;

/// <summary>The screens that pages are made for.</summary>
internal static class Screens
{
    /// <summary>A small telephone.</summary>
    public static ViewportSize Narrow { get; } = new() { Width = 360, Height = 740 };

    /// <summary>The common office screen.</summary>
    public static ViewportSize Wide { get; } = new() { Width = 1366, Height = 768 };
}
