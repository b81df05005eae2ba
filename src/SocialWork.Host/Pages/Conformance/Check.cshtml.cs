using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Documents.Conformance;
using SocialWork.Host.Conformance;
using SocialWork.Host.Pages.Admin;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Pages.Conformance;

/// <summary>Where a Word document is held against Decree 30/2020, for everybody who is signed in. Keeps nothing of it.</summary>
[RequestSizeLimit(MaxBody)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBody)]
public sealed class CheckModel(IReferenceStore reference, DocumentReception reception) : FormPage(reference)
{
    // Above the limit of a file, so that one that is too large is told beside its field.
    private const long MaxBody = 2 * UploadedFile.MaxRequestBytes;

    /// <inheritdoc/>
    public override string Title => Say("Kiểm tra thể thức văn bản", "Check a document's layout");

    /// <summary>The file that was checked; null before one was.</summary>
    public string? FileName { get; private set; }

    /// <summary>What is not as it must be.</summary>
    public ImmutableArray<LayoutFinding> Findings { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => FollowPlanAsync(cancellationToken);

    /// <summary>Checks a file; nothing is kept, so that the answer is the page itself.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FollowPlanAsync(cancellationToken);
        return await reception.CheckAsync(
            Actor!.UserName,
            async () =>
            {
                var received = await UploadedFile.TakeAsync(Request.Form.Files, cancellationToken);
                if (received is Result<UploadedFile>.Ok ok) FileName = ok.Value.Name;
                return received;
            },
            Found,
            Told,
            cancellationToken);
    }

    private IActionResult Found(ImmutableArray<LayoutFinding> findings)
    {
        Findings = findings;
        return Page();
    }

    private IActionResult Told(Refusal refusal)
    {
        FileName = null;
        Wrong(refusal with { Cells = [new CellProblem("file", refusal.Code, refusal.Message)] }, cell => cell);
        return Page();
    }
}
