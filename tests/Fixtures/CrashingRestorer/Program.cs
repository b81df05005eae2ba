using SocialWork.Core.Time;
using SocialWork.Fixtures;
using SocialWork.Persistence.Backups;

// CrashingRestorer <backup> <state> <step>: kills itself when the step is done.
var last = Enum.Parse<RestoreStep>(args[2]);
await new Restoration(new StateFolder(args[1]), new CityClock(TimeProvider.System), new Dying(last)).RestoreAsync(args[0], CancellationToken.None);
return 0;
