using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core;
using SocialWork.Core.Attachments;
using SocialWork.Core.Planning;
using SocialWork.Host.Demo.Season;

namespace SocialWork.Host.Demo;

/// <summary>The agencies' paper reports of the year before, as scans: one page each that says what it stands for.</summary>
public sealed class DemoPapers(IAttachmentStore store, IAttachmentFiles files)
{
    private static readonly DateTimeOffset ScannedAt = new(DemoFacts.Year, 1, 12, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The id of an agency's scan.</summary>
    internal static string ScanOf(string agency) => Convert.ToHexStringLower(SHA256.HashData(Page(agency)));

    /// <summary>Puts the scans of all agencies in their place; those that are there stay.</summary>
    public async Task KeepAsync(PlanModel model, CancellationToken cancellationToken)
    {
        var agencies = model.Forms.SelectMany(form => model.Fillers(form.Definition).Select(unit => LastYear.AgencyOf(model, form, unit))).Distinct(StringComparer.Ordinal);
        foreach (var agency in agencies.Order(StringComparer.Ordinal)) await KeepAsync(agency, model.Units.Find(agency)?.Name ?? agency, cancellationToken);
    }

    private async Task KeepAsync(string agency, string name, CancellationToken cancellationToken)
    {
        using var page = new MemoryStream(Page(agency), writable: false);
        if (await files.StageAsync(page, cancellationToken) is not Result<IStagedFile>.Ok { Value: var staged }) throw new InvalidOperationException($"The scan of {agency} was refused.");
        using (staged)
        {
            staged.Keep();
            await store.AddAsync(
                new Attachment(staged.Id, $"Báo cáo số liệu năm {LastYear.Year} - {name}.pdf", AttachmentType.Stored("application/pdf"), staged.Size, "standing", null, ScannedAt),
                cancellationToken);
        }
    }

    // The least that is a page of PDF; the text is ASCII, which its built-in font can show.
    private static byte[] Page(string agency)
    {
        var text = $"BT /F1 14 Tf 72 760 Td (Bao cao so lieu nam {LastYear.Year} - don vi {agency} - ban minh hoa) Tj ET";
        ImmutableArray<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
