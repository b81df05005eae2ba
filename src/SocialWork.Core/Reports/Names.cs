using SocialWork.Core.Access;
using SocialWork.Core.Duties;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Plans;

namespace SocialWork.Core.Reports;

/// <summary>The words of the API for states that it names.</summary>
public static class Names
{
    /// <summary>&gt;, &gt;= or =.</summary>
    public static string Of(Comparator comparator) => comparator switch
    {
        Comparator.Greater => ">",
        Comparator.AtLeast => ">=",
        _ => "=",
    };

    /// <summary>whenArising, open, overdue, sent, sentLate.</summary>
    public static string Of(DutyState state) => Camel(state.ToString());

    /// <summary>received, inProcess, submitted, answered, closed.</summary>
    public static string Of(ObstacleState state) => Camel(state.ToString());

    /// <summary>reporter, approver, standingAgency, leader, administrator, auditor.</summary>
    public static string Of(Role role) => Camel(role.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
