using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        Task.FromResult(new SectorDescription(
            [],
            [],
            [
                new IndicatorDeclaration("CT1", new Text("Số không có nguồn", "A number without sources")),
                new IndicatorDeclaration("CT3", new Text("Số vượt danh mục", "A number above the register")),
                new IndicatorDeclaration("CT5", new Text("Số đọc của ngành khác", "A number of another sector")),
            ]));
}

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken)
    {
        var foreign = new Measure("GD1", "co_ns", new BoolField("GD1", "co_ns") { Section = "nhan_su", Label = new Text("Số", "Number") });
        return Task.FromResult(new SectorIndicators(
        [
            new IndicatorContribution("CT1", new Term(100, []), new Term(100, [])),
            new IndicatorContribution("CT3", new Term(5000, [new TermSource.Registered(Scope.All, 5000)]), request.Register.Count(Scope.All)),
            new IndicatorContribution("CT5", new Term(638, [new TermSource.Reported(foreign, Scope.All, 638, default)]), new Term(638, [new TermSource.Reported(foreign, Scope.All, 638, default)])),
        ]));
    }
}
