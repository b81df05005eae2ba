using MediatR;
using SocialWork.Abstractions;

namespace SocialWork.Fixtures;

internal sealed class Describe : IRequestHandler<DescribeSector, SectorDescription>
{
    internal static readonly FormDefinition Form = new("TC9", 1)
    {
        Title = new Text("Biểu mẫu", "Form"),
        FilledBy = FilledBy.Agency("STC"),
        Sections = [new FormSection("a", new Text("Phần", "Part"))],
        Fields = [new IntField("TC9", "so") { Section = "a", Label = new Text("Số", "Number") }],
        Checks =
        [
            new FormCheck("TC9.c1", Severity.Error, ["GD2"], "Reads what is not its own.", new Text("Đọc được số liệu của ngành khác.", "Data of another sector was read.")),
            new FormCheck("TC9.c2", Severity.Warning, ["GD2"], "Has asked for everything.", new Text("Đã hỏi hết.", "Everything was asked for.")),
        ],
    };

    public Task<SectorDescription> Handle(DescribeSector request, CancellationToken cancellationToken) =>
        Task.FromResult(new SectorDescription([Form], [], [new IndicatorDeclaration("CT3", new Text("Số của ngành khác", "A number of another sector"))]));
}

internal sealed class Check : IRequestHandler<CheckSubmission, CheckResult>
{
    public async Task<CheckResult> Handle(CheckSubmission request, CancellationToken cancellationToken)
    {
        var read = false;
        foreach (var form in new[] { "GD2", "XP3", "CA1", "NONE" })
        {
            read |= await IsReadAsync(async () => await request.Others.CountingIn(form, commune: null, cancellationToken) is { IsEmpty: false });
            read |= await IsReadAsync(async () => await request.Others.Counting(form, "19960", cancellationToken) is not null);
        }

        // A core form, of a unit of another sector: what the core shares of it and nothing else.
        read |= await IsReadAsync(async () => await request.Others.Counting("K4", "SYT", cancellationToken) is not null);
        foreach (var keeper in new[] { "19960", "SYT", "nobody" })
            read |= await IsReadAsync(async () => await request.Entries.Valid("R9", keeper, cancellationToken) is not null);
        // Without a keeper only the sector's own entries are there, and it has none.
        read |= await request.Entries.Valid("R2", keeper: null, cancellationToken) is not null;
        return new CheckResult(read ? [new CheckFinding("TC9.c1", []), new CheckFinding("TC9.c2", [])] : [new CheckFinding("TC9.c2", [])]);
    }

    private static async Task<bool> IsReadAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (SectorAccessException)
        {
            return false;
        }
    }
}

internal sealed class Calculate : IRequestHandler<CalculateIndicators, SectorIndicators>
{
    public Task<SectorIndicators> Handle(CalculateIndicators request, CancellationToken cancellationToken)
    {
        var foreign = new Measure("GD1", "co_ns", new BoolField("GD1", "co_ns") { Section = "nhan_su", Label = new Text("Số", "Number") });
        var stolen = request.Totals.Sum(foreign, Scope.All);
        return Task.FromResult(new SectorIndicators([new IndicatorContribution("CT3", stolen, stolen)]));
    }
}
