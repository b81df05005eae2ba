using SocialWork.Core.Submissions;

namespace SocialWork.Core.Tests.Submissions;

/// <summary>
/// Which version counts, told from the steps alone and in other words than the product's: the latest that was sent, unless a
/// sent one was returned since; then the last that was accepted, or none.
/// </summary>
internal static class CountingOracle
{
    public static int? Of(IEnumerable<(SubmissionAction Action, int Version)> steps)
    {
        var sent = new HashSet<int>();
        int? counting = null, accepted = null;
        foreach (var (action, version) in steps)
        {
            switch (action)
            {
                case SubmissionAction.Approve or SubmissionAction.Paper:
                    sent.Add(version);
                    counting = version;
                    break;
                case SubmissionAction.Accept:
                    accepted = version;
                    break;
                case SubmissionAction.Return when sent.Contains(version):
                    counting = accepted;
                    break;
                default:
                    break;
            }
        }

        return counting;
    }
}
