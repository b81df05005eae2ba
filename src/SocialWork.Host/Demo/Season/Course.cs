namespace SocialWork.Host.Demo.Season;

/// <summary>How far one unit's form gets in the season.</summary>
internal enum Course
{
    /// <summary>Never begun.</summary>
    Absent,

    /// <summary>Being filled.</summary>
    Draft,

    /// <summary>Waiting for the head.</summary>
    Submitted,

    /// <summary>Sent, waiting for the standing agency.</summary>
    Sent,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Returned, corrected, sent again and accepted.</summary>
    Corrected,

    /// <summary>Returned and not yet corrected.</summary>
    Returned,

    /// <summary>Accepted, reopened, sent again and accepted.</summary>
    Reopened,
}
