using Microsoft.AspNetCore.WebUtilities;

namespace SocialWork.Host.Pages.Support;

/// <summary>A page of a long list, and the way to the others.</summary>
/// <param name="Number">This page, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
/// <param name="Size">The most lines of a page.</param>
/// <param name="Address">The address of this page, with its query.</param>
public sealed record PageLinks(int Number, int Pages, int Size, string Address)
{
    /// <summary>The query's name for the page.</summary>
    public const string Query = "p";

    /// <summary>The lines before this page.</summary>
    public int Skipped => (Number - 1) * Size;

    /// <summary>The page that a request asks for; one that does not exist is the nearest that does.</summary>
    public static PageLinks Of(HttpRequest request, int lines, int size)
    {
        var pages = Math.Max(1, (lines + size - 1) / size);
        var asked = int.TryParse(request.Query[Query], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
        var query = request.Query.Where(q => q.Key is not (Query or "handler"));
        return new PageLinks(Math.Clamp(asked, 1, pages), pages, size, QueryHelpers.AddQueryString(request.PathBase + request.Path.ToUriComponent(), query));
    }

    /// <summary>The pages that are named: the first, the last, this one and two on either side; null where some are left out.</summary>
    public IEnumerable<int?> Named
    {
        get
        {
            var before = 0;
            foreach (var number in Enumerable.Range(1, Pages).Where(number => number == 1 || number == Pages || Math.Abs(number - Number) <= 2))
            {
                if (number > before + 1) yield return null;
                yield return before = number;
            }
        }
    }

    /// <summary>The address of a page.</summary>
    public string To(int number) => QueryHelpers.AddQueryString(Address, Query, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
