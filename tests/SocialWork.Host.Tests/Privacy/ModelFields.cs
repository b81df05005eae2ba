using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core.Planning;
using SocialWork.Core.Registers;
using SocialWork.Core.Sectors;
using SocialWork.Core.Typing;
using SocialWork.Host.Tests.Access;
using SocialWork.Host.Tests.Support;
using SocialWork.Persistence.Reading;

namespace SocialWork.Host.Tests.Privacy;

/// <summary>
/// Every place of the model that could hold words about a person: free text, files, and whatever its name says to be a name, a
/// birth, an address, a paper, a telephone or an e-mail.
/// </summary>
internal static class ModelFields
{
    private static readonly string[] Telling =
    [
        "ho ten", "ten nguoi", "sinh ngay", "ngay sinh", "nam sinh", "dia chi", "noi o", "thuong tru", "can cuoc", "cccd", "cmnd", "dinh danh", "ho chieu", "dien thoai", "lien he", "thu dien tu", "email", "e-mail",
        "fullname", "birth", "address", "passport", "telephone", "phone", "identity", "patient", "victim", "beneficiary",
    ];

    /// <summary>The questions of all forms and registers, those of the modules included.</summary>
    public static async Task<ImmutableArray<(string Place, string Field)>> DeclaredAsync(HostUnderTest host)
    {
        await using var lease = host.Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = (await host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
        model.Sectors.Length.ShouldBe(9);
        return [.. model.Forms.Select(f => f.Definition).Concat(RegisterSet.All.Select(r => r.Form.Definition)).SelectMany(Suspects)];
    }

    /// <summary>The columns of the database.</summary>
    public static ImmutableArray<(string Place, string Field)> Columns(HostUnderTest host)
    {
        using var db = host.Services.GetRequiredService<DbReaders>().Open();
        return
        [
            .. from entity in db.Model.GetEntityTypes()
               from property in entity.GetProperties()
               where property.ClrType == typeof(string) || property.ClrType == typeof(byte[]) || Tells(property.Name)
               select ("table " + entity.GetTableName(), property.Name),
        ];
    }

    /// <summary>The properties of what modules are given and give.</summary>
    public static ImmutableArray<(string Place, string Field)> Contract() =>
    [
        .. from type in typeof(FormField).Assembly.GetExportedTypes()
           where !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type)
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where HoldsWords(property.PropertyType) || Tells(property.Name)
           select ("contract " + (type.DeclaringType is { } outer ? outer.Name + "." : string.Empty) + type.Name, property.Name),
    ];

    /// <summary>The members of JSON that a host is sent and answers, under the part of the API that they belong to.</summary>
    public static async Task<ImmutableArray<(string Place, string Field)>> JsonAsync(HostUnderTest host)
    {
        var found = new HashSet<(string Place, string Field)>();
        var samples = AccessSamples.All(await AccessTableTests.MakeAsync(host)).Where(s => !s.SignsOut && s.Pattern.StartsWith("/api/v1", StringComparison.Ordinal)).ToArray();
        foreach (var account in new[] { AccessSamples.Commune + ".reporter", AccessSamples.Commune + ".approver", "standing", "admin" })
        {
            var client = await host.SignInAsync(account);
            (await client.PostAsync(new Uri("/api/v1/tokens", UriKind.Relative), new StringContent("""{"name":"Báo cáo","expires":"2026-12-31"}""", System.Text.Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            foreach (var sample in samples)
            {
                using var request = new HttpRequestMessage(new HttpMethod(sample.Method), sample.Address) { Content = sample.Body?.Invoke() };
                if (sample.IfMatch is { } seen) request.Headers.TryAddWithoutValidation("If-Match", seen);
                var place = "API /" + sample.Pattern["/api/v1/".Length..].Split('/')[0];
                if (request.Content?.Headers.ContentType?.MediaType == "application/json") Members(place, JsonElement.Parse(await request.Content.ReadAsStringAsync()), found);
                using var response = await client.SendAsync(request);
                if (response.Content.Headers.ContentType?.MediaType is "application/json") Members(place, await response.JsonAsync(), found);
            }
        }

        return [.. found];
    }

    private static IEnumerable<(string Place, string Field)> Suspects(FormDefinition form) => form.Fields.SelectMany(field => field is TableField table
        ? table.Columns.Where(IsSuspect).Select(column => (form.Code, $"{table.Id}.{column.Id}"))
        : IsSuspect(field) ? [(form.Code, field.Id)] : []);

    private static bool IsSuspect(FormField field) => field is TextField or FileField || (field is not (IntField or MoneyField or BoolField) && (Tells(field.Id) || Tells(field.Label.Vi) || Tells(field.Label.En)));

    private static bool Tells(string name)
    {
        var words = Folded.WithoutAccents(name.Replace('_', ' '));
        return Telling.Any(word => words.Contains(word, StringComparison.Ordinal));
    }

    private static bool HoldsWords(Type type) => type == typeof(string) || type == typeof(object)
        || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Any(HoldsWords));

    private static void Members(string place, JsonElement json, HashSet<(string Place, string Field)> found)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray()) Members(place, item, found);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                // Maps from cells, fields and codes to values are the forms' own, which are looked at by their declarations.
                if (member.Name is "values" or "explanations" or "totals" or "example") found.Add((place, member.Name));
                // Where nothing stands today, the name alone tells.
                else if (Tells(member.Name)) found.Add((place, member.Name));
                else if (member.Value.ValueKind is JsonValueKind.String && !DateTimeOffset.TryParse(member.Value.GetString(), CultureInfo.InvariantCulture, out _)) found.Add((place, member.Name));
                else if (member.Value.ValueKind is JsonValueKind.Array && member.Value.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.String)) found.Add((place, member.Name));
                else Members(place, member.Value, found);
            }
        }
    }
}
