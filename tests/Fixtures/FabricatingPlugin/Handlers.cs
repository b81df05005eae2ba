using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    private static readonly FormDefinition Form = new("gx 1", 1)
    {
        Title = new Text("Biểu mẫu", "Form"),
        FilledBy = FilledBy.EveryAgency,
        Sections = [],
        Fields = [new IntField("gx 1", "Số") { Section = "Z", Label = new Text("Số", "Number") }],
    };

    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) => Task.FromResult(new SectorDescription(
        [Form],
        [new SectorTask { Clause = "2023/I.1", EvidenceForms = ["GD1"] }],
        [new IndicatorDeclaration("CT1", new Text("Tự nghĩ ra", "Made up")), new IndicatorDeclaration("CT2", new Text("Tự nghĩ ra", "Made up"))]));
}

/// <summary>Kept between calls, so that no two answers are the same.</summary>
internal static class Mood
{
    private static int _asked = 5;

    public static int Next() => Interlocked.Increment(ref _asked);
}

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    // Negative, more than the whole, and from nowhere.
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken) => Task.FromResult(new SectorIndicators(
    [
        new IndicatorContribution("CT1", new Term(-Mood.Next(), [new TermSource.Registered(Scope.All, 1)]), new Term(10, [])),
    ]));
}
