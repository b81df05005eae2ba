using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Plugins.Communes;

/// <summary>No check of the communes' forms can be decided by R1 or by forms that the sector may read.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => Task.FromResult(CheckResult.Clean);
}
