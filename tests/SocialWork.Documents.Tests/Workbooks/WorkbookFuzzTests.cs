using System.Text;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Documents.Units;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>Workbooks changed at random, always the same way: each is read, marked or refused, and no fault gets out.</summary>
public sealed class WorkbookFuzzTests
{
    private const int Rounds = 1_500;

    // What has a meaning somewhere in such a file, so that more than noise is tried.
    private static readonly string[] Words =
    [
        "", "<", ">", "&", "&#0;", "\"", "<x:c>", "</x:c>", "<x:row r=\"1\">", "</x:row>", " r=\"A99999999999\"", " r=\"XFD1048576\"", " t=\"s\"", " t=\"e\"", " t=\"d\"", " s=\"4294967295\"",
        "-1", "1e308", "NaN", "4294967296", "99999999999999999999", "_xD800_", "_xFFFE_", "_x0000_", "#cols", "#sheet:1", "#sheet:2", "#dataAsOf", "@TH1", "[TE1]", "bang#1", "=", "?", "khong_co",
        "<x:v>1</x:v>", "<x:f>1+1</x:f>", "<x:is><x:t>x</x:t></x:is>", "<!DOCTYPE x>", "<?x?>", "worksheet", "styles", "comments", "main+xml", "x:", "xl/", "../", "%00",
    ];

    [Fact]
    public async Task Whatever_is_changed_in_a_workbook_it_is_read_or_refused()
    {
        var model = await WorkbookUnderTest.ModelAsync();
        var unit = model.Units.Find(WorkbookUnderTest.Unit)!;
        var real = Books.File(Books.Book(Books.Sheet(model.Form(WorkbookUnderTest.Form)!.Compiled, new UnitAnswers(unit, model.Submitting(unit), 0, FormValues.None, new DateOnly(2026, 11, 1)))));
        var parts = HandMadeXlsx.PartsOf(real);
        var random = new Random(20261122);
        var taken = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var file = round % 4 == 0 ? Bytes(real, random) : Parts(parts, random);
            taken += Take(file, model, round) ? 1 : 0;
        }

        // Were all refused at the door, nothing behind it would have been tried.
        taken.ShouldBeInRange(Rounds / 20, Rounds - 1);
    }

    private static bool Take(byte[] file, PlanModel model, int round)
    {
        try
        {
            _ = new UnitSheetReader().Read(new MemoryStream(file), CancellationToken.None);
            if (WorkbookReader.Open(new MemoryStream(file), CancellationToken.None) is not Result<UploadedWorkbook>.Ok { Value: var book }) return false;
            var content = WorkbookReader.Read(book, model, CancellationToken.None);
            _ = WorkbookMarker.Mark(new MemoryStream(file), content.Findings, "vi", CancellationToken.None);
            return true;
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Round {round} got out.", fault);
        }
    }

    private static byte[] Bytes(byte[] whole, Random random)
    {
        var changed = whole.ToArray();
        for (var i = random.Next(1, 8); i > 0; i--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? changed[..random.Next(changed.Length)] : changed;
    }

    // The parts are packed anew, so that the sums are right and the change is seen by the readers of XML.
    private static byte[] Parts(IReadOnlyDictionary<string, byte[]> parts, Random random)
    {
        var file = new HandMadeXlsx([]);
        file.Parts.Clear();
        foreach (var (name, content) in parts) file.Parts[name] = content;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var name = file.Parts.Keys.ElementAt(random.Next(file.Parts.Count));
            file[name] = Changed(file[name], random);
        }

        return file.Build();
    }

    private static string Changed(string text, Random random)
    {
        // Between marks that mean something rather than anywhere: the end of a value, of a name, of a tag.
        var places = text.Index().Where(c => c.Item is '>' or '"' or '<' or '/').Select(c => c.Index).ToArray();
        if (places.Length == 0) return text;
        var (at, other) = (places[random.Next(places.Length)] + random.Next(2), places[random.Next(places.Length)]);
        var (from, to) = (Math.Min(at, other), Math.Max(at, other));
        return random.Next(5) switch
        {
            0 => text.Remove(from, Math.Min(to - from, random.Next(60))),
            1 => text.Insert(other, text.Substring(from, Math.Min(to - from, random.Next(400)))),
            2 => Replaced(text, random),
            _ => text.Insert(at, Words[random.Next(Words.Length)]),
        };
    }

    // The value of one attribute or the text of one element becomes another.
    private static string Replaced(string text, Random random)
    {
        var begins = text.Index().Where(c => c.Item is '>' or '"').Select(c => c.Index + 1).ToArray();
        var begin = begins[random.Next(begins.Length)];
        var end = text.AsSpan(begin).IndexOfAny('<', '"');
        return end < 0 ? text : new StringBuilder(text).Remove(begin, end).Insert(begin, Words[random.Next(Words.Length)]).ToString();
    }
}
