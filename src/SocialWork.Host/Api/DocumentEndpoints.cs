using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Host.Conformance;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Api;

/// <summary>POST /api/v1/documents/check: holds a Word document against Decree 30/2020/NĐ-CP, for everybody who is signed in.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder api) =>
        api.MapPost("/documents/check", CheckAsync).WithName("CheckDocument")
            .WithSummary("Holds a .docx (multipart) against Appendix I of Decree 30/2020/NĐ-CP: what is not as it must be, where, measured and required. Keeps nothing of it.")
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFile.MaxRequestBytes));

    private static Task<IResult> CheckAsync(HttpContext http, ClaimsPrincipal user, DocumentReception reception, CancellationToken cancellationToken) =>
        reception.CheckAsync(
            user.Actor().UserName,
            () => UploadedFile.ReceiveAsync(http.Request, cancellationToken),
            findings => Answers.Json(http, new { Conforms = findings.IsEmpty, Findings = findings }),
            refusal => Answers.Refuse(http, refusal),
            cancellationToken);
}
