using System.Collections.Immutable;

namespace SocialWork.Core.Reports.Agencies;

/// <summary>
/// What one agency reports to the standing agency: its tasks, its forms and its obstacles, made of what it has sent; what it has
/// not sent is not in it. In Vietnamese, as it is printed. Plain data; immutable.
/// </summary>
public sealed record AgencyReport
{
    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }
    /// <summary>The plan's year.</summary>
    public required int Year { get; init; }
    /// <summary>Who issued the plan.</summary>
    public required string PlanIssuer { get; init; }
    /// <summary>The agency's code.</summary>
    public required string Unit { get; init; }
    /// <summary>Who reports, as a sentence names it: “Ủy ban nhân dân phường Phú Bài”.</summary>
    public required string Reporter { get; init; }
    /// <summary>Whose territory the report is about, in a sentence; null for an agency that has none of its own.</summary>
    public string? Territory { get; init; }
    /// <summary>To whom it reports.</summary>
    public required string Addressee { get; init; }
    /// <summary>The moment it shows, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }
    /// <summary>Whether the figures come from the demonstration year.</summary>
    public required bool Demo { get; init; }
    /// <summary>Its tasks in the plan's order, as it states them in K2.</summary>
    public required ImmutableArray<AgencyTask> Tasks { get; init; }
    /// <summary>Its forms in the order of the plan's model.</summary>
    public required ImmutableArray<AgencyForm> Forms { get; init; }
    /// <summary>Forms of facilities that it answers for.</summary>
    public required ImmutableArray<FacilityForms> Facilities { get; init; }
    /// <summary>What it raised, newest first.</summary>
    public required ImmutableArray<ObstacleLine> Obstacles { get; init; }
}

/// <summary>A task as its agency states it; every word is empty where K2 was not sent or says nothing.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Title">The task.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Result">What was achieved, in the agency's words.</param>
/// <param name="Quantity">How much, in Vietnamese numerals.</param>
/// <param name="Document">The document that shows it.</param>
/// <param name="Reason">Why it is not done.</param>
public sealed record AgencyTask(string Clause, string Title, TaskState State, string Result, string Quantity, string Document, string Reason);

/// <summary>How much of a form a report shows.</summary>
public enum FormShowing
{
    /// <summary>Nothing was sent, or it was taken back: a draft is no fact.</summary>
    NotSent,
    /// <summary>Sent; the standing agency has not accepted it yet.</summary>
    Sent,
    /// <summary>Accepted by the standing agency.</summary>
    Accepted,
    /// <summary>Sent, and not for this reader.</summary>
    Closed,
}

/// <summary>A form with what it says.</summary>
/// <param name="Code">The form's code.</param>
/// <param name="Title">The form's title.</param>
/// <param name="IsCore">Whether every agency fills it, whatever its sector.</param>
/// <param name="Showing">How much is shown.</param>
/// <param name="DataAsOf">The date at which its figures stand; null where nothing is shown.</param>
/// <param name="Tables">Its figures as they stand on the paper form; empty where nothing is shown.</param>
public sealed record AgencyForm(string Code, string Title, bool IsCore, FormShowing Showing, DateOnly? DataAsOf, ImmutableArray<FormTable> Tables);

/// <summary>A part of a form as a table.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Heads">The heads of its columns; the first is that of the rows' labels.</param>
/// <param name="Rows">Its rows; each has a cell for every head.</param>
/// <param name="IsPlain">Whether its questions are the rows, with one answer each.</param>
public sealed record FormTable(string Title, ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<FormTableCell>> Rows, bool IsPlain)
{
    /// <summary>The head of a column that counts the rows of a list.</summary>
    public const string Counted = "STT";
}

/// <summary>A cell of such a table.</summary>
/// <param name="Words">What it holds in Vietnamese, a kind of empty included; empty where it is hidden.</param>
/// <param name="IsNumber">Whether it is a number.</param>
/// <param name="IsHidden">Whether it holds something that this reader does not see.</param>
public readonly record struct FormTableCell(string Words, bool IsNumber = false, bool IsHidden = false);

/// <summary>A form that facilities fill and an agency answers for.</summary>
/// <param name="Code">The form's code.</param>
/// <param name="Title">The form's title.</param>
/// <param name="Sent">Facilities whose form is sent.</param>
/// <param name="Expected">Facilities that fill it.</param>
public sealed record FacilityForms(string Code, string Title, int Sent, int Expected);
