namespace SocialWork.Abstractions;

/// <summary>
/// Why a cell holds no value. The fourth kind of empty, <i>chưa báo cáo</i> (not reported), is never entered: it is a
/// cell that is left out. None of them is zero.
/// </summary>
public enum EmptyKind
{
    /// <summary><i>Không phát sinh</i>: nothing arose. Counts as 0 in rules and sums, and stays distinct from a reported 0.</summary>
    NotArising = 1,

    /// <summary><i>Không áp dụng</i>: the question does not apply to the unit. Left out of totals.</summary>
    NotApplicable = 2,

    /// <summary><i>Không cung cấp</i>: withheld by right. Leaves both sides of a ratio and is named in the report.</summary>
    Withheld = 3,
}
