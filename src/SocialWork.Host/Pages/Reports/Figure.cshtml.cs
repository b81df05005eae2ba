using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Lineage;
using SocialWork.Core.Planning;
using SocialWork.Core.Snapshots;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Reports;

/// <summary>Where a figure comes from, down to the cell, with sums that show that nothing is missing.</summary>
public sealed class FigureModel(RequestModules modules, LineageReader lineage, SnapshotComparisons snapshots, Readings readings) : SitePage
{
    private const int PageSize = 200;
    private PlanModel? _model;

    /// <inheritdoc/>
    public override string Title => Say($"Nguồn gốc số liệu {Lineage?.Figure}", $"Where {Lineage?.Figure} comes from");

    /// <summary>The lineage.</summary>
    public FigureLineage? Lineage { get; private set; }

    /// <summary>What the figure is called.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Each side with its sum.</summary>
    public ImmutableArray<LineageSide> Sides { get; private set; } = [];

    /// <summary>The sources of this page.</summary>
    public ImmutableArray<LineageSource> Sources { get; private set; } = [];

    /// <summary>The way to the other pages.</summary>
    public PageLinks Links { get; private set; } = new(1, 1, PageSize, string.Empty);

    /// <summary>The frozen report whose figure it is; null for the report as it stands.</summary>
    [FromQuery(Name = "snapshot")]
    public int? Snapshot { get; set; }

    /// <summary>The address of a figure's page.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="figure">The figure's address.</param>
    /// <param name="snapshot">The frozen report whose figure it is; null for the report as it stands.</param>
    public static string Address(string plan, string figure, int? snapshot = null) =>
        $"/reports/{Uri.EscapeDataString(plan)}/figures/{Uri.EscapeDataString(figure)}" + (snapshot is { } number ? string.Create(CultureInfo.InvariantCulture, $"?snapshot={number}") : string.Empty);

    /// <summary>Shows the lineage.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string figure, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor || !AccessPolicy.MayTrace(actor)) return LocalRedirect("/denied");
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        if (await ReadAsync(actor, model, figure, cancellationToken) is not Result<FigureLineage>.Ok { Value: var found }) return NotFound();
        await readings.FigureAsync(actor, model, found, cancellationToken);
        PlanId = model.Plan.Id;
        _model = model;
        Lineage = found;
        Name = Say(FigureNames.Of(model, figure));
        Sides = LineageSide.Of(found);
        Links = PageLinks.Of(Request, found.Sources.Length, PageSize);
        Sources = [.. found.Sources.Skip(Links.Skipped).Take(PageSize)];
        return Page();
    }

    private async Task<Result<FigureLineage>?> ReadAsync(Actor actor, PlanModel model, string figure, CancellationToken cancellationToken)
    {
        if (Snapshot is not { } number) return await lineage.ReadAsync(actor, model, modules.Lease, figure, cancellationToken);
        return await snapshots.DataAsync(model, number, cancellationToken) is { } data ? await lineage.ReadAsync(actor, data, modules.Lease, figure, cancellationToken) : null;
    }

    /// <summary>A side in words.</summary>
    public string SideName(string side) => side == "denominator" ? Say("Mẫu số", "Denominator") : Lineage?.Denominator is null ? Say("Giá trị", "Value") : Say("Tử số", "Numerator");

    /// <summary>A module's name.</summary>
    public string ModuleName(string id) => _model is { } model ? Say(model.ModuleName(id)) : id;

    /// <summary>What a source is a count of.</summary>
    public string Origin(LineageSource source) => source switch
    {
        { Register: { } type } => Say("Sổ đăng ký: ", "Register: ") + Say(UnitTypeWords.Of(type)) + (source.On is { } on ? Say($", ngày {When.Date(on)}", $", on {When.Date(on)}") : string.Empty),
        { Duty: { } duty } => Say($"Nghĩa vụ báo cáo {duty}", $"Reporting duty {duty}"),
        { Records: not null, Unit: null, Merged: { } entries } => Say($"Gộp {When.Number(entries)} mục của sổ hạn chế", $"{When.Number(entries)} entries of a restricted register, merged"),
        { Records: not null, Merged: { } kept } => Say($"{source.UnitName}: {When.Number(kept)} mục", $"{source.UnitName}: {When.Number(kept)} entries"),
        { Merged: { } hidden } when IsMasked(source) => Say($"{MaskWords.Sign} Gộp {When.Number(hidden)} số được che", $"{MaskWords.Sign} {When.Number(hidden)} hidden numbers, merged"),
        { Merged: { } merged } => Say($"Gộp {When.Number(merged)} ô của biểu hạn chế", $"{When.Number(merged)} cells of a restricted form, merged"),
        _ => source.UnitName ?? source.Unit ?? string.Empty,
    };

    /// <summary>Whether a source stands for numbers that are hidden from the reader, each of which it could see were it not small or beside a small one.</summary>
    public bool IsMasked(LineageSource source) => source is { Merged: not null, Form: { } form } && _model?.Form(form)?.Definition.Sensitivity is Sensitivity.MaskedValues;
}
