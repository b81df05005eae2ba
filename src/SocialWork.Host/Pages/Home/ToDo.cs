using SocialWork.Abstractions;
using SocialWork.Core.Duties;

namespace SocialWork.Host.Pages.Home;

/// <summary>One thing that the reader has to do: a row that leads to where it is done.</summary>
/// <param name="Code">The form's code or the clause; null for what has neither.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Deed">What is to be done with it.</param>
/// <param name="Address">Where on this host.</param>
/// <param name="Due">How long there is; null where nothing is due on a date.</param>
/// <param name="IsPressing">Whether somebody waits for it: it comes first among what is due on the same day.</param>
public sealed record ToDo(string? Code, Text Title, Text Deed, string Address, DutyStatus? Due, bool IsPressing = false)
{
    /// <summary>What is overdue longest comes first, then what is due next; what has no date comes last.</summary>
    public static IEnumerable<ToDo> InOrder(IEnumerable<ToDo> items) =>
        items.OrderBy(item => item.Due?.Before ?? DateOnly.MaxValue).ThenBy(item => item.IsPressing ? 0 : 1).ThenBy(item => item.Code, StringComparer.Ordinal);
}
