using MediatR;
using Microsoft.Extensions.Logging;
using SocialWork.Abstractions;
using SocialWork.Fixtures.Private;

namespace SocialWork.Fixtures;

/// <summary>A service of the plugin's own.</summary>
public sealed class Counter
{
    private int _told;

    /// <summary>Counts.</summary>
    public int Next() => Interlocked.Increment(ref _told);
}

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    private static readonly IntField Schools = new("GX1", "so_truong") { Section = "A", Label = new Text("Số trường", "Schools") };

    private static readonly FormDefinition Form = new("GX1", 1)
    {
        Title = new Text("Biểu mẫu thử", "Sample form"),
        FilledBy = FilledBy.EveryAgency,
        Sections = [new FormSection("A", new Text("Phần A", "Part A"))],
        Fields = [Schools],
    };

    public static FormField Field => Schools;

    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) => Task.FromResult(new SectorDescription(
        [Form],
        [new SectorTask { Clause = "2026/IV.4.a", EvidenceForms = ["GX1"] }],
        [new IndicatorDeclaration("CT1", new Text("Trường có báo cáo / trường", "Schools that reported / schools"))]));
}

internal sealed class Calculate(ILogger<Calculate> logger) : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken)
    {
        if (logger.IsEnabled(LogLevel.Information)) logger.LogInformation("Asked for {Plan}, {Twice}", request.Plan.Id, Greeting.Twice(Greeting.Length));
        var schools = request.Register.Count(Scope.Of(UnitTypes.School));
        return Task.FromResult(new SectorIndicators([new IndicatorContribution("CT1", request.Totals.Sum(Describe.Field), schools)]));
    }
}

internal sealed class Activated(Counter counter, TimeProvider time, ILogger<Activated> logger) : INotificationHandler<PlanActivated>
{
    public Task Handle(PlanActivated notification, CancellationToken cancellationToken)
    {
        var told = counter.Next();
        if (logger.IsEnabled(LogLevel.Information)) logger.LogInformation("Told {Count} times, now {Now}", told, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
