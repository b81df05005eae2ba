using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Units;
using SocialWork.Host.Api.Tables;

namespace SocialWork.Host.Api;

/// <summary>GET /api/v1/units.</summary>
internal static class UnitEndpoints
{
    /// <summary>The most units one page holds.</summary>
    private const int MaxPage = 500;

    public static void MapUnits(this RouteGroupBuilder api) =>
        api.MapListing("/units", ListAsync, "ListUnits", "Agencies and facilities on a date, by code; ?type= ?managedBy= ?after= (the last code of the page before) ?limit= (at most 500).");

    private static async Task<IResult> ListAsync(
        HttpContext http, IReferenceStore reference, CityClock clock, DateOnly? on, string? type, string? managedBy, string? after, int? limit, CancellationToken cancellationToken)
    {
        var register = await reference.RegisterAsync(cancellationToken);
        var date = on ?? clock.Today;
        var units = register.On(date).All
            .Where(u => (type is null || u.Type == type) && (managedBy is null || u.ManagingSector == managedBy))
            .Where(u => after is null || string.CompareOrdinal(u.Code, after) > 0);
        var page = TableFormats.Asked(http) is null ? units.Take(Math.Clamp(limit ?? MaxPage, 1, MaxPage)) : units;
        var predecessors = register.Successions.ToLookup(s => s.Successor, StringComparer.Ordinal);
        var successors = register.Successions.ToLookup(s => s.Predecessor, StringComparer.Ordinal);
        return await TableAnswers.AnswerAsync(http, UnitListing.Units, page.Select(u => Line(u, predecessors, successors)), cancellationToken);
    }

    // A code may return after a merger: an edge belongs to the row that it begins or ends.
    private static ListedUnit Line(Unit u, ILookup<string, Succession> predecessors, ILookup<string, Succession> successors) => new(
        u.Code, u.Name, u.Type, u.ManagingSector, u.Commune, u.InPlan, u.Tier, u.IsPublic, u.SchoolLevel, u.Operator, u.Custodian, u.LegalAct, u.ValidFrom, u.ValidTo,
        predecessors[u.Code].Where(s => s.On == u.ValidFrom).Select(s => s.Predecessor),
        successors[u.Code].Where(s => s.On == u.ValidTo).Select(s => s.Successor));
}
