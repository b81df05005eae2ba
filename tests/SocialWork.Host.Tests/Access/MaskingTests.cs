using System.Net;
using System.Text.Json;
using SocialWork.Host.Tests.Support;
using static SocialWork.Host.Tests.Support.FormClient;

namespace SocialWork.Host.Tests.Access;

/// <summary>Small numbers of sensitive groups reach their unit and the standing agency, and nobody else.</summary>
[Collection(ServedYearTests.Name)]
public sealed class MaskingTests(ServedYear year)
{
    // Children with HIV/AIDS in a commune.
    private const string Cell = "tong[TE3]";

    [Theory]
    [InlineData("leader")]
    [InlineData("auditor")]
    public async Task A_small_number_of_a_sensitive_group_is_masked_in_what_others_read(string user)
    {
        var (standing, reader) = (await year.Host.SignInAsync("standing"), await year.Host.SignInAsync(user));
        var small = (await SmallAsync(standing)).ToArray();
        small.ShouldNotBeEmpty("the demonstration has such communes");
        foreach (var (commune, _) in small)
        {
            var values = (await new FormClient(reader, "XP3", commune).GetAsync()).GetProperty("values");
            values.GetProperty(Cell).GetProperty("masked").GetBoolean().ShouldBeTrue(commune);
            var version = await OkAsync(new FormClient(reader, "XP3", commune).GetAsync("versions/1"));
            version.GetProperty("values").GetProperty(Cell).GetProperty("masked").GetBoolean().ShouldBeTrue(commune);
            await RefusedAsync(reader.GetAsync(new Uri("/api/v1/plans/2026/combined-report/figures/" + Uri.EscapeDataString($"XP3.{Cell}@{commune}"), UriKind.Relative)), HttpStatusCode.Forbidden, "figure.masked");
        }

        var lineage = await reader.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/" + Uri.EscapeDataString("XP3." + Cell));
        var shown = lineage.GetProperty("sources").EnumerateArray().Where(s => s.GetProperty("unit").ValueKind == JsonValueKind.String).Select(s => s.GetProperty("unit").GetString()).ToArray();
        shown.ShouldNotContain(unit => small.Any(s => s.Commune == unit));
    }

    [Fact]
    public async Task The_unit_itself_and_the_standing_agency_see_every_number()
    {
        var standing = await year.Host.SignInAsync("standing");
        foreach (var (commune, number) in (await SmallAsync(standing)).Take(2))
        {
            foreach (var reader in new[] { standing, await year.Host.SignInAsync(commune + ".reporter"), await year.Host.SignInAsync(commune + ".approver") })
                (await new FormClient(reader, "XP3", commune).GetAsync()).GetProperty("values").GetProperty(Cell).GetInt64().ShouldBe(number);
        }
    }

    private static async Task<IEnumerable<(string Commune, long Number)>> SmallAsync(HttpClient standing) =>
        (await standing.GetJsonAsync("/api/v1/plans/2026/combined-report/figures/" + Uri.EscapeDataString("XP3." + Cell))).GetProperty("sources").EnumerateArray()
            .Where(s => s.GetProperty("unit").ValueKind == JsonValueKind.String && s.GetProperty("value").GetInt64() is > 0 and < 5)
            .Select(s => (s.GetProperty("unit").GetString()!, s.GetProperty("value").GetInt64()));
}
