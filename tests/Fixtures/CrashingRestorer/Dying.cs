using System.Diagnostics;
using SocialWork.Persistence.Backups;

namespace SocialWork.Fixtures;

/// <summary>Kills its process when a step is done.</summary>
internal sealed class Dying(RestoreStep last) : IProgress<RestoreStep>
{
    public void Report(RestoreStep value)
    {
        if (value == last) Process.GetCurrentProcess().Kill();
    }
}
