using MediatR;
using SocialWork.Abstractions;

namespace SampleSector;

/// <summary>Answers the checks that a rule cannot state. The sample has none.</summary>
public sealed class CheckSubmissionHandler : IRequestHandler<CheckSubmission, CheckResult>
{
    /// <inheritdoc/>
    public Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken) => Task.FromResult(CheckResult.Clean);
}
