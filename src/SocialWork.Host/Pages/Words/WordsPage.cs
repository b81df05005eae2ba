using SocialWork.Core.Access;
using SocialWork.Core.Narratives;
using SocialWork.Core.Planning;
using SocialWork.Core.Reports;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Admin;
using SocialWork.Host.Reports;

namespace SocialWork.Host.Pages.Words;

/// <summary>A page on which the standing agency writes the report.</summary>
public abstract class WordsPage(IReferenceStore reference, RequestModules modules, ReportCache reports, Readings readings) : FormPage(reference)
{
    /// <summary>Whether the reader may open it.</summary>
    protected bool MayWrite => Actor is { } actor && AccessPolicy.MayWriteReport(actor);

    /// <summary>The modules of the request.</summary>
    protected RequestModules Modules => modules;

    /// <summary>The plan, whose id the navigation follows; null where there is none.</summary>
    protected async Task<PlanModel?> PlanAsync(string plan, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var model = await modules.ModelAsync(plan, cancellationToken);
        PlanId = model?.Plan.Id;
        return model;
    }

    /// <summary>The report, whose reading goes on record.</summary>
    protected async Task<CombinedReport> ReportAsync(PlanModel model, CancellationToken cancellationToken)
    {
        await readings.ReportAsync(Actor!, model.Plan.Id, cancellationToken);
        return await reports.ReadAsync(model, modules.Lease, cancellationToken);
    }

    /// <summary>The address of a section's page.</summary>
    public string AddressOf(string section) => $"/reports/{Uri.EscapeDataString(PlanId!)}/words/{Uri.EscapeDataString(section)}";

    /// <summary>The words for where a section stands, and the tag that goes with them.</summary>
    public (string Words, string Tag) StateOf(NarrativeState state) => state switch
    {
        NarrativeState.Automatic => (Say("Soạn tự động", "Drafted"), "open"),
        NarrativeState.Edited => (Say("Đã sửa", "Edited"), "done"),
        _ => (Say("Cần xem lại", "To review"), "notmet"),
    };

    /// <summary>The words for what made a version.</summary>
    public string StepOf(NarrativeVersion version) => version.Step switch
    {
        NarrativeStep.Edited => Say("Sửa lời văn", "Edited"),
        NarrativeStep.Restored => Say($"Lấy lại phiên bản {version.Of}", $"Took up version {version.Of}"),
        NarrativeStep.Seen => Say("Đã xem số liệu thay đổi", "Saw the changed figures"),
        _ => Say("Về bản soạn tự động", "Back to the draft"),
    };
}
