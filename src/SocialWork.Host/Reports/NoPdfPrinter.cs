using SocialWork.Core;
using SocialWork.Core.Reports;

namespace SocialWork.Host.Reports;

/// <summary>Of a machine without a program that prints.</summary>
internal sealed class NoPdfPrinter : IPdfPrinter
{
    /// <inheritdoc/>
    public bool IsOn => false;

    /// <inheritdoc/>
    public Task<Result<byte[]>> PrintAsync(byte[] docx, CancellationToken cancellationToken) => Task.FromResult<Result<byte[]>>(
        new Refusal(RefusalKind.Unprocessable, "pdf.off", "Máy chủ chưa cài LibreOffice nên không tạo được PDF; hãy tải tệp Word.", "The server has no LibreOffice, so no PDF can be made; take the Word document."));
}
