namespace SocialWork.Abstractions;

/// <summary>The plan a request is about.</summary>
/// <param name="Id">The plan's id, the part of its clause ids before the slash: <c>2026</c>.</param>
/// <param name="Year">The calendar year the plan covers.</param>
public sealed record PlanRef(string Id, int Year);
