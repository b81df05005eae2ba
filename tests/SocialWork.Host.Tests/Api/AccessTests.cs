using System.Net;
using System.Net.Http.Json;
using Shouldly;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Api;

/// <summary>Deny by default; the demonstration's accounts are told apart.</summary>
[Collection(ServedYearTests.Name)]
public sealed class AccessTests(ServedYear year)
{
    [Theory]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/plans/2026")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/forms?plan=2026")]
    [InlineData("/api/v1/submissions/2026/K1/SYT")]
    [InlineData("/api/v1/plans/2026/combined-report")]
    [InlineData("/api/v1/plans/2026/monitoring")]
    [InlineData("/api/v1/modules")]
    [InlineData("/api/v1/audit")]
    [InlineData("/api/v1/session")]
    public async Task Nothing_is_open_to_someone_who_is_not_signed_in(string address) =>
        (await year.Host.Anonymous().GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("19960.reporter", HttpStatusCode.Forbidden)]
    [InlineData("SGDDT.approver", HttpStatusCode.Forbidden)]
    [InlineData("standing", HttpStatusCode.OK)]
    [InlineData("leader", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    public async Task The_combined_report_is_for_those_who_follow_the_city(string user, HttpStatusCode expected) =>
        (await (await year.Host.SignInAsync(user)).GetAsync(new Uri("/api/v1/plans/2026/combined-report", UriKind.Relative))).StatusCode.ShouldBe(expected);

    [Theory]
    [InlineData("CATP.reporter", "/api/v1/submissions/2026/CA1/CATP", HttpStatusCode.OK)]
    [InlineData("standing", "/api/v1/submissions/2026/CA1/CATP", HttpStatusCode.OK)]
    [InlineData("leader", "/api/v1/submissions/2026/CA1/CATP", HttpStatusCode.Forbidden)]
    [InlineData("leader", "/api/v1/submissions/2026/XP3/19960", HttpStatusCode.OK)]
    [InlineData("leader", "/api/v1/submissions/2026/XP1/19960", HttpStatusCode.OK)]
    [InlineData("auditor", "/api/v1/submissions/2026/CA1/CATP", HttpStatusCode.Forbidden)]
    [InlineData("SGDDT.reporter", "/api/v1/submissions/2026/CA1/CATP", HttpStatusCode.Forbidden)]
    [InlineData("19960.reporter", "/api/v1/submissions/2026/YT2/TYT-19960", HttpStatusCode.OK)]
    [InlineData("SYT.reporter", "/api/v1/submissions/2026/YT1/TYT-19960", HttpStatusCode.OK)]
    [InlineData("19960.reporter", "/api/v1/submissions/2026/YT2/TYT-19969", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/api/v1/submissions/2026/K1/SYT", HttpStatusCode.Forbidden)]
    public async Task A_unit_sees_its_own_and_that_of_the_facilities_it_answers_for(string user, string address, HttpStatusCode expected) =>
        (await (await year.Host.SignInAsync(user)).GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(expected);

    [Theory]
    [InlineData("standing", "wrong")]
    [InlineData("nobody", "demo-2026")]
    [InlineData("00000.reporter", "demo-2026")]
    [InlineData("19960.owner", "demo-2026")]
    [InlineData("", "")]
    public async Task A_wrong_name_or_password_is_refused_alike(string userName, string password) =>
        (await year.Host.Anonymous().PostAsJsonAsync("/api/v1/session", new { userName, password })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
}
