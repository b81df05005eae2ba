using System.Security.Claims;
using SocialWork.Host.Composition.Jobs;

namespace SocialWork.Host.Api;

/// <summary>Long work, for who asked for it.</summary>
internal static class WorkEndpoints
{
    public static void MapWork(this RouteGroupBuilder api) =>
        api.MapGet("/work/{id}", Find).WithName("GetWork").WithSummary("Where long work of this account stands: {state, done, total, said}.");

    private static IResult Find(HttpContext http, string id, ClaimsPrincipal user, JobService jobs)
    {
        http.Response.Headers.CacheControl = "no-store";
        return jobs.Find(user.Actor().UserName, id) is { } job
            ? Answers.Json(http, new
            {
                job.Id,
                job.Kind,
                job.Title,
                job.State,
                job.IsUnfinished,
                job.Done,
                job.Total,
                Progress = JobWords.Of(job),
                job.Said,
                job.Refusal?.Code,
                job.Link,
                HasFile = job.File is not null,
                job.At,
                job.StartedAt,
                job.FinishedAt,
            })
            : Answers.NotFound(http, "Không có việc này, hoặc việc đã xong quá một ngày.", "There is no such work, or it ended more than a day ago.");
    }
}
