using System.Collections.Immutable;
using SocialWork.Host.Tests.Support;

namespace SocialWork.Host.Tests.Privacy;

/// <summary>
/// Everything in the model that could hold words about a person stands in docs/privacy-fields.md with whom it is about, which
/// people have reviewed. What is new and not there fails by its name, and so does what is there and gone.
/// </summary>
[Collection(ServedYearTests.Name)]
public sealed class PrivacyFieldsTests(ServedYear year)
{
    private static readonly string[] Subjects = ["staff", "account holder", "organisation", "any text", "nobody"];

    [Fact]
    public async Task Every_question_of_every_form_and_register_that_could_hold_a_person_is_reviewed() => Compare(await ModelFields.DeclaredAsync(year.Host), row => !row.Contains(' ', StringComparison.Ordinal));

    [Fact]
    public void Every_column_that_could_hold_a_person_is_reviewed() => Compare(ModelFields.Columns(year.Host), row => row.StartsWith("table ", StringComparison.Ordinal));

    [Fact]
    public void Every_property_of_the_contract_that_could_hold_a_person_is_reviewed() => Compare(ModelFields.Contract(), row => row.StartsWith("contract ", StringComparison.Ordinal));

    [Fact]
    public async Task Every_member_of_the_APIs_JSON_that_could_hold_a_person_is_reviewed()
    {
        using var data = new TemporaryFolder();
        year.CopyTo(data.Path);
        await using var host = await HostUnderTest.StartAsync(data.Path);
        Compare(await ModelFields.JsonAsync(host), row => row.StartsWith("API ", StringComparison.Ordinal));
    }

    [Fact]
    public void Whom_a_field_is_about_and_why_it_is_kept_is_said_of_each_and_none_is_about_who_is_helped()
    {
        foreach (var row in Reviewed())
        {
            Subjects.ShouldContain(row.About, $"{row.Place}: {string.Join(", ", row.Fields)}");
            row.Why.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static void Compare(ImmutableArray<(string Place, string Field)> found, Func<string, bool> isHere)
    {
        var reviewed = Reviewed().Where(r => isHere(r.Place)).SelectMany(r => r.Fields.Select(f => $"{r.Place}: {f}")).ToArray();
        var now = found.Select(f => $"{f.Place}: {f.Field}").Distinct().Order(StringComparer.Ordinal).ToArray();
        now.Except(reviewed).ShouldBeEmpty("new: say in docs/privacy-fields.md whom it is about and why it is kept, or leave it out of the model");
        reviewed.Except(now).ShouldBeEmpty("no longer there: take it out of docs/privacy-fields.md");
        reviewed.ShouldBeUnique();
    }

    private static IEnumerable<(string Place, string[] Fields, string About, string Why)> Reviewed() =>
        from line in File.ReadLines(Path.Combine(Paths.Repository, "docs", "privacy-fields.md"))
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select (cells[1].Trim('`'), cells[2].Split(", ").Select(f => f.Trim('`')).ToArray(), cells[3], cells[4]);
}
