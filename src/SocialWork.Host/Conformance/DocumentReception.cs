using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core;
using SocialWork.Documents.Conformance;
using SocialWork.Documents.Workbooks.Reading;
using SocialWork.Host.Workbooks;

namespace SocialWork.Host.Conformance;

/// <summary>
/// Takes a document that somebody sent and checks it, in the same queue as workbooks, so that both together never take the
/// machine. Keeps nothing of it. Safe for concurrent use.
/// </summary>
public sealed class DocumentReception(UploadQueue queue)
{
    /// <summary>Receives one file, checks it, and answers; refused like a workbook that cannot be received, in words about documents.</summary>
    /// <param name="account">Who sends it.</param>
    /// <param name="receive">Takes the file off the request.</param>
    /// <param name="answer">Answers with the findings.</param>
    /// <param name="refuse">Answers with a refusal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal Task<T> CheckAsync<T>(string account, Func<Task<Result<UploadedFile>>> receive, Func<ImmutableArray<LayoutFinding>, T> answer, Func<Refusal, T> refuse, CancellationToken cancellationToken) =>
        queue.UploadAsync(
            account,
            async () =>
            {
                var received = await receive();
                if (received is not Result<UploadedFile>.Ok { Value: var file }) return refuse(OfDocument(((Result<UploadedFile>.No)received).Refusal));
                await using (file)
                {
                    return await queue.ReadAsync(token => DecreeChecker.Check(file.Content, token), cancellationToken) switch
                    {
                        Result<ImmutableArray<LayoutFinding>>.Ok ok => answer(ok.Value),
                        Result<ImmutableArray<LayoutFinding>>.No no => refuse(OfDocument(no.Refusal)),
                        _ => throw new InvalidOperationException("Unknown result."),
                    };
                }
            },
            refusal => refuse(OfDocument(refusal)));

    // What is received is told in the words of workbooks, which most people send.
    private static Refusal OfDocument(Refusal refusal) => refusal.Code switch
    {
        "workbook.notSent" => new Refusal(refusal.Kind, "document.notSent", "Chưa nhận được tệp trọn vẹn; hãy gửi một tệp .docx dưới dạng multipart/form-data.", "No complete file was received; send one .docx file as multipart/form-data."),
        "workbook.oneFile" => new Refusal(refusal.Kind, "document.oneFile", "Mỗi lần chỉ kiểm tra một tệp; hãy gửi từng tệp.", "One file is checked at a time; send them one by one."),
        "workbook.tooLarge" => new Refusal(refusal.Kind, "document.tooLarge", $"Tệp quá lớn: tối đa {DecreeChecker.MaxBytes >> 20} MB; hãy bỏ bớt hình ảnh rồi gửi lại.", $"The file is too large: at most {DecreeChecker.MaxBytes >> 20} MB; take pictures out and send it again."),
        "workbook.tooSlow" => new Refusal(
            refusal.Kind, "document.tooSlow",
            string.Create(CultureInfo.InvariantCulture, $"Kiểm tra tệp quá {UploadLimits.MaxTime.TotalSeconds} giây nên đã dừng; hãy chép nội dung sang văn bản mới rồi gửi lại."),
            string.Create(CultureInfo.InvariantCulture, $"Checking the file took more than {UploadLimits.MaxTime.TotalSeconds} seconds and was stopped; copy the text into a new document and send it again.")),
        "workbook.busy" => refusal with { Code = "document.busy" },
        _ => refusal,
    };
}
