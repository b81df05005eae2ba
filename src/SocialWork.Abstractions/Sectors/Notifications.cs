using MediatR;

namespace SocialWork.Abstractions;

/// <summary>The standing agency accepted a version of one of the module's forms. Told after the change is stored; a failing handler changes nothing.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Form">The form's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="Version">The version, from 1.</param>
public sealed record SubmissionAccepted(PlanRef Plan, string Form, string Unit, int Version) : INotification;

/// <summary>A version of one of the module's forms was returned for correction. Told after the change is stored.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Form">The form's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="Reason">Why it was returned.</param>
public sealed record SubmissionReturned(PlanRef Plan, string Form, string Unit, int Version, string Reason) : INotification;

/// <summary>A plan came into use.</summary>
/// <param name="Plan">The plan.</param>
public sealed record PlanActivated(PlanRef Plan) : INotification;
