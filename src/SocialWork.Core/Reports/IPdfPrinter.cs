namespace SocialWork.Core.Reports;

/// <summary>Turns a Word document into a PDF, where the machine has a program that can. Safe for concurrent use.</summary>
public interface IPdfPrinter
{
    /// <summary>Whether the machine can print; known once the host has started, and false until then.</summary>
    bool IsOn { get; }

    /// <summary>
    /// The document as a PDF whose fonts are embedded and are those of the decree. Waits for its turn. Refused where the machine
    /// cannot print (<c>pdf.off</c>), too many wait (<c>pdf.busy</c>), the document is too large (<c>pdf.tooLarge</c>), it took too
    /// long (<c>pdf.tooSlow</c>), the program failed (<c>pdf.failed</c>) or another font was used (<c>pdf.font</c>).
    /// </summary>
    /// <param name="docx">The document.</param>
    /// <param name="cancellationToken">Gives up, and ends what was begun.</param>
    Task<Result<byte[]>> PrintAsync(byte[] docx, CancellationToken cancellationToken);
}
