using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Commands;

/// <summary>The command that holds a document against the decree.</summary>
[Collection(ServedYearTests.Name)]
public sealed class CheckDocumentTests(ServedYear year)
{
    [Fact]
    public async Task The_report_lacks_only_what_the_office_has_not_set_and_the_process_answers_3()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bao-cao.docx");
        await File.WriteAllBytesAsync(file, await (await year.Host.SignInAsync("standing")).GetByteArrayAsync(new Uri("/api/v1/plans/2026/combined-report.docx", UriKind.Relative)));
        var (code, output, complaints) = await ProductProcess.RunAsync("check-document", "--file", file);
        code.ShouldBe(3, output + complaints);
        output.Trim().Split('\n').ShouldAllBe(line => line.StartsWith("recipients.", StringComparison.Ordinal) || line.StartsWith("1 findings", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_file_that_is_no_document_is_refused_and_one_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.docx");
        await File.WriteAllTextAsync(file, "not a document");
        var (code, _, complaints) = await ProductProcess.RunAsync("check-document", "--file", file);
        code.ShouldBe(1);
        complaints.ShouldContain("not a Word document");
        (code, _, complaints) = await ProductProcess.RunAsync("check-document", "--file", file + "x");
        code.ShouldBe(2);
        complaints.ShouldContain("a.docxx");
    }
}
