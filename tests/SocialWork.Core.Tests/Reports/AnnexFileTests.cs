using Shouldly;
using SocialWork.Core.Reports.Annexes;
using Xunit;

namespace SocialWork.Core.Tests.Reports;

/// <summary>The outline of the annexes.</summary>
public sealed class AnnexFileTests
{
    [Fact]
    public void The_file_that_ships_has_the_annexes_of_the_outline_with_ids_that_say_where_a_table_stands()
    {
        var outline = Shipped();
        outline.Annexes.Select(annex => annex.Number).ShouldBe(["II", "III", "IV", "V", "VI", "VII"]);
        foreach (var annex in outline.Annexes)
            annex.Tables.Select(table => table.Id).ShouldBe(Enumerable.Range(1, annex.Tables.Length).Select(i => $"{annex.Number}.{i}"));
    }

    [Theory]
    [InlineData("[]", "one JSON object is expected")]
    [InlineData("{", "line 1: not readable as JSON")]
    [InlineData("""{"schema":"x","annexes":[]}""", "the file says 'x'; this version reads 'socialwork-annexes/1'")]
    [InlineData("""{"kind":"communes","columns":[{"id":"a","figure":"XP3"}]}""", "'XP3' is not a question; write FORM.field")]
    [InlineData("""{"kind":"communes","columns":[{"id":"s","sum":["a"]},{"id":"a","figure":"XP3.tong"}]}""", "column 's' is made of 'a', which does not stand before it")]
    [InlineData("""{"kind":"communes","columns":[{"id":"a","figure":"XP3.tong"},{"id":"a","figure":"XP3.dv"}]}""", "two columns have one id")]
    [InlineData("""{"kind":"communes","columns":[{"id":"r","ratio":["a"]}]}""", "the columns of the numerator and of the denominator are expected")]
    [InlineData("""{"kind":"lines","columns":[{"id":"a"}],"lines":[{"label":{"vi":"x","en":"x"},"figures":{"b":{"figure":"XP3.tong"}}}]}""", "there is no column 'b'")]
    [InlineData("""{"kind":"options","columns":[{"id":"a","figure":"XP3.tong"}]}""", "a table of options names its dimension")]
    [InlineData("""{"kind":"options","dimension":"NHOM_TE","columns":[{"id":"a","figure":"XP3.tong","each":"NHOM_TE"}]}""", "only a table of communes or of sectors has a column for each option")]
    [InlineData("""{"kind":"entries"}""", "a table of entries names its register")]
    [InlineData("""{"kind":"pictures"}""", "kind: 'pictures' is not known")]
    public void A_fault_is_named_with_its_place_and_what_to_do(string json, string words)
    {
        var text = json.Contains("\"kind\"", StringComparison.Ordinal)
            ? $$$"""{"schema":"socialwork-annexes/1","annexes":[{"number":"II","title":{"vi":"x","en":"x"},"tables":[{"id":"II.1","caption":{"vi":"x","en":"x"},{{{json[1..]}}}]}]}"""
            : json;
        Should.Throw<InvalidDataException>(() => AnnexFile.Read(text)).Message.ShouldContain(words);
    }

    internal static AnnexOutline Shipped() => AnnexFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "report", "annexes.json")));
}
