using System.Collections.Immutable;
using Microsoft.Playwright;
using SocialWork.Browser.Tests.Support;

namespace SocialWork.Browser.Tests.Pages;

/// <summary>One state of one page, which every reader who may open it gets sound.</summary>
/// <param name="Pattern">The page's route.</param>
/// <param name="Address">What is opened.</param>
/// <param name="State">What is special about the state; null for nothing.</param>
internal sealed record PageLine(string Pattern, string Address, string? State = null)
{
    /// <summary>Who asks; whoever is led elsewhere is not its reader, and one at least must be. Null is nobody.</summary>
    public ImmutableArray<string?> Readers { get; init; } = SitePages.Everybody;

    /// <summary>How it is answered.</summary>
    public int Status { get; init; } = 200;

    /// <summary>How what <see cref="Act"/> posts is answered.</summary>
    public int ActStatus { get; init; } = 200;

    /// <summary>What its reader does to bring it about once it is open; null for nothing.</summary>
    public Func<IPage, Task>? Act { get; init; }

    /// <summary>What must be there before: answers what is opened in place of <see cref="Address"/>, which names it alone. Null for nothing.</summary>
    public Func<Browsing, Task<string>>? Prepare { get; init; }

    /// <summary>What the test and its pictures are called.</summary>
    public string Name => (Pattern.Trim('/').Replace('/', ' ').Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal) is { Length: > 0 } path ? path : "home") + (State is null ? string.Empty : $", {State}");

    public override string ToString() => Name;
}
