using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core.Snapshots;

/// <summary>A submission of which another version counts than before, or whose version was accepted since.</summary>
/// <param name="Form">The form.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Before">The version that counted; null for none.</param>
/// <param name="After">The version that counts; null for none.</param>
/// <param name="AcceptedBefore">Whether the version that counted was accepted.</param>
/// <param name="AcceptedAfter">Whether the version that counts is.</param>
public sealed record ChangedSubmission(string Form, string Unit, string UnitName, int? Before, int? After, bool AcceptedBefore, bool AcceptedAfter);

/// <summary>A figure that says something else.</summary>
/// <param name="Figure">Its address.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Before">What it said; null where it was not there.</param>
/// <param name="After">What it says; null where it is not there any more.</param>
/// <param name="Because">The submissions that made the difference; empty where the register, the plan, a module or the day did.</param>
public sealed record FigureChange(string Figure, Text Label, FigureReading? Before, FigureReading? After, ImmutableArray<ChangedSubmission> Because);

/// <summary>What is different between two snapshots, or between one and now.</summary>
/// <param name="From">The earlier snapshot.</param>
/// <param name="To">The later one; null for now.</param>
/// <param name="Figures">The figures that say something else, in the report's order.</param>
/// <param name="Submissions">Exactly the submissions that stand otherwise, by form and unit.</param>
/// <param name="Surroundings">What else is different: the plan, modules, definitions, the register.</param>
public sealed record SnapshotDiff(
    int From, int? To, ImmutableArray<FigureChange> Figures, ImmutableArray<ChangedSubmission> Submissions, ImmutableArray<Text> Surroundings);

/// <summary>A snapshot calculated anew from the versions it names.</summary>
/// <param name="Number">The snapshot.</param>
/// <param name="IsEqual">Whether every figure came out the same.</param>
/// <param name="Figures">Those that did not.</param>
/// <param name="Surroundings">What is different from then: why it may have come out otherwise.</param>
public sealed record SnapshotReplay(int Number, bool IsEqual, ImmutableArray<FigureChange> Figures, ImmutableArray<Text> Surroundings);
