using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Attachments;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Planning;
using SocialWork.Core.Privacy;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;
using SocialWork.Core.Tests.Submissions;

namespace SocialWork.Persistence.Tests;

/// <summary>
/// Several people work on several forms in any order, through the use cases that pages and API call, over a real file. What
/// was answered is written down beside them, and must be all that the file holds afterwards.
/// </summary>
public sealed class RandomWorkflowTests
{
    private const int Steps = 45;
    private static readonly ImmutableArray<string> Schools = ["GD-0", "GD-1", "GD-2"];

    private static readonly IntField Number = new("T1", "so") { Section = "s", Label = new Text("Số", "Number"), Empties = [EmptyKind.NotArising] };

    private static readonly FormDefinition Form = new("T1", 1)
    {
        Title = new Text("Biểu thử", "Test form"),
        FilledBy = FilledBy.Facilities(UnitTypes.School),
        Duty = "2026/V.1#2",
        Sections = [new FormSection("s", new Text("Phần", "Part"))],
        Fields = [Number],
        Rules =
        [
            FormRule.Error("T1.r1", "so <= 90", "Quá lớn.", "Too large."),
            FormRule.Warning("T1.r2", "so <= 50", "Cao bất thường.", "Unusually high."),
        ],
    };

    [Fact]
    public void Whatever_people_do_the_file_holds_exactly_what_was_answered() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(OneMove, Steps)),
        moves => Task.Run(() => PlayAsync(moves)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private static Gen<Move> OneMove =>
        from who in Gen.Elements<Actor>([.. People])
        from school in Gen.Elements<string>([.. Schools])
        // Entering and sending are likelier than taking back, so that much is sent in the end.
        from action in Gen.Frequency(
            (4, Gen.Constant(SubmissionAction.Save)), (4, Gen.Constant(SubmissionAction.Submit)), (4, Gen.Constant(SubmissionAction.Approve)),
            (2, Gen.Constant(SubmissionAction.Return)), (2, Gen.Constant(SubmissionAction.Accept)), (1, Gen.Constant(SubmissionAction.Reopen)), (2, Gen.Constant(SubmissionAction.Paper)))
        from number in Gen.Choose(0, 100)
        from seen in Gen.Elements(Seen.Nothing, Seen.Now, Seen.Now, Seen.Before)
        from explained in Gen.Elements(true, true, false)
        select new Move(ActorFor(action, who), school, action, number, seen, explained);

    // Mostly somebody who may, so that the season gets on; three in four.
    private static Actor ActorFor(SubmissionAction action, Actor drawn) => (action, drawn.UserName) switch
    {
        (_, "khac") => drawn,
        (SubmissionAction.Save or SubmissionAction.Submit, _) => drawn.Is(Role.Reporter) ? drawn : People[0],
        (SubmissionAction.Approve, _) => People[2],
        (SubmissionAction.Return, _) => drawn.Is(Role.StandingAgency) ? drawn : People[2],
        _ => People[3],
    };

    private static readonly ImmutableArray<Actor> People =
    [
        new("nhap1", [Role.Reporter], "SGDDT"),
        new("nhap2", [Role.Reporter], "SGDDT"),
        new("duyet", [Role.Approver], "SGDDT"),
        new("tonghop", [Role.StandingAgency], null),
        new("khac", [Role.Reporter, Role.Approver], "SYT"),
    ];

    private static async Task PlayAsync(Move[] moves)
    {
        using var folder = new TempFolder();
        await using var store = await TestStore.OpenAsync(folder.File, sectors: false);
        await store.UseAsync([("education", [Form])]);
        // What counts is keyed by the units as the file has them.
        await store.Reference.ImportUnitsAsync(TestPlan.Register.With(TestStore.Facilities), "quản trị", CancellationToken.None);
        using var game = await Game.BeginAsync(store, folder.Path);
        foreach (var move in moves) await game.PlayAsync(move);

        game.History().ShouldBe(game.Told, "the history is what succeeded, step by step");
        game.Versions().ShouldBe(game.Frozen, "no version was ever changed");
        var counting = game.Told.GroupBy(t => t.School).ToDictionary(g => g.Key, g => CountingOracle.Of(g.Select(t => (t.Action, t.Version))));
        foreach (var school in Schools)
            (await store.FindAsync("T1", school)).CountingVersion.ShouldBe(counting.GetValueOrDefault(school), school);
        PlainRecount.Stored(store).ShouldBe(PlainRecount.Counted(store));
        (await store.Recount.CompareAsync(store.Model, CancellationToken.None)).ShouldBeEmpty();
        store.Count("audit WHERE Entity LIKE 'submission/%'").ShouldBe(game.Told.Length);
    }

    private enum Seen
    {
        Nothing,
        Now,
        Before,
    }

    private sealed record Move(Actor Who, string School, SubmissionAction Action, int Number, Seen Seen, bool Explained)
    {
        public override string ToString() => $"{Who.UserName} {Action} {School} {Number} seen {Seen}{(Explained ? " explained" : string.Empty)}";
    }

    private sealed record Line(string School, SubmissionAction Action, int Version, string By);

    private sealed class Game : IDisposable
    {
        private readonly TestStore _store;
        private readonly SubmissionService _service;
        private readonly PlanModels _models;
        private readonly FixedLease _lease = new([]);
        private readonly ImmutableArray<Line>.Builder _told = ImmutableArray.CreateBuilder<Line>();
        private readonly Dictionary<string, string> _frozen = new(StringComparer.Ordinal);
        private string _scan = string.Empty;

        private Game(TestStore store, string folder)
        {
            _store = store;
            var reference = new FixedReference(TestPlan.Plan, TestPlan.Register.With(TestStore.Facilities));
            _models = new PlanModels(reference, store.Forms, store.Archive, CoreFormSet.All, TimeProvider.System);
            Attachments = new AttachmentService(new AttachmentStore(store.Gate, store.Readers), new AttachmentFiles(Path.Combine(folder, "files")), store.Reader, new RegisterStore(store.Gate, store.Readers), _models, store.Archive, store.Clock);
            var checks = new SubmissionChecks(store.Reader, store.Registers, new YearBefore(store.Reader, reference), store.Clock, NullLogger<SubmissionChecks>.Instance);
            _service = new SubmissionService(store.Reader, store.Writer, checks, Attachments, new FormMasks(store.Reader), store.Archive, store.Clock, NullLogger<SubmissionService>.Instance);
        }

        public ImmutableArray<Line> Told => [.. _told];

        public string[] Frozen => [.. _frozen.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value)];

        private AttachmentService Attachments { get; }

        public static async Task<Game> BeginAsync(TestStore store, string folder)
        {
            var game = new Game(store, folder);
            using var pdf = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 bản giấy"));
            game._scan = (await game.Attachments.UploadAsync(People[3], "ban-giay.pdf", pdf, _ => Task.FromResult<Refusal?>(null), CancellationToken.None)).Value().Id;
            return game;
        }

        public void Dispose() => _models.Dispose();

        public async Task PlayAsync(Move move)
        {
            var before = await _store.FindAsync("T1", move.School);
            long? seen = move.Seen switch
            {
                Seen.Now => before.Revision,
                Seen.Before => Math.Max(0, before.Revision - 1),
                _ => null,
            };
            var request = new SubmissionRequest(move.Who, _store.Model, _lease, new SubmissionAddress("T1", move.School)) { IfRevision = seen };
            var result = await TakeAsync(request, move);
            var after = await _store.FindAsync("T1", move.School);
            if (result is not Result<SubmissionView>.Ok { Value.Submission: var done })
            {
                (after with { Draft = null, Returned = null }).ShouldBe(before with { Draft = null, Returned = null }, "a refusal changes nothing");
                return;
            }

            done.Revision.ShouldBe(before.Revision + 1);
            after.Revision.ShouldBe(done.Revision);
            if (seen is not null) seen.ShouldBe(before.Revision, "nothing goes on from a revision that is past");
            if (move.Action == SubmissionAction.Save) (seen is not null || before.Draft is null || before.Draft.By == move.Who.UserName).ShouldBeTrue("nobody overwrites another unseen");
            if (move.Action is SubmissionAction.Submit or SubmissionAction.Paper) Freeze(after, before, move);
            _told.Add(new Line(move.School, move.Action, move.Action == SubmissionAction.Save ? 0 : after.LatestVersion, move.Who.UserName));
        }

        public IEnumerable<Line> History() => _store.Rows("SELECT Unit, Action, Version, By FROM history ORDER BY Id")
            .Select(h => new Line((string)h[0]!, (SubmissionAction)Int(h[1]), Int(h[2]), (string)h[3]!));

        public IEnumerable<string> Versions() => Rows().OrderBy(v => v.Name, StringComparer.Ordinal).Select(v => v.Text);

        private Task<Result<SubmissionView>> TakeAsync(SubmissionRequest request, Move move)
        {
            var values = JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $"{{\"so\":{move.Number}}}"));
            var words = move.Explained ? JsonElement.Parse("""{"T1.r2":"Trường mới sáp nhập, đã đối chiếu."}""") : (JsonElement?)null;
            return move.Action switch
            {
                SubmissionAction.Save when move.Number % 2 == 0 => _service.PutAsync(request, new DraftBody(values, TestStore.AsOf), CancellationToken.None),
                SubmissionAction.Save => _service.PatchAsync(request, new DraftBody(values, TestStore.AsOf, words), CancellationToken.None),
                SubmissionAction.Submit => _service.SubmitAsync(request, words, CancellationToken.None),
                SubmissionAction.Approve => _service.ApproveAsync(request, CancellationToken.None),
                SubmissionAction.Accept => _service.AcceptAsync(request, CancellationToken.None),
                SubmissionAction.Return => _service.ReturnAsync(request, "Chưa khớp sổ.", [new CellKey("so")], CancellationToken.None),
                SubmissionAction.Reopen => _service.ReopenAsync(request, "Đơn vị xin sửa.", CancellationToken.None),
                _ => _service.PaperAsync(request, new PaperBody(values, TestStore.AsOf, new DateOnly(2026, 11, 1), _scan, "Gửi bản giấy.", words), CancellationToken.None),
            };
        }

        private void Freeze(Submission after, Submission before, Move move)
        {
            var (name, text) = Rows().Single(v => v.Name == $"{move.School} {after.LatestVersion:000}");
            _frozen.ContainsKey(name).ShouldBeFalse();
            _frozen.Add(name, text);
            var frozen = move.Action == SubmissionAction.Paper ? move.Number : ((CellValue.Number)before.Draft!.Values[Number]!).Value;
            text.ShouldContain($"{{\"so\":{frozen}}}", customMessage: "what is frozen is what was entered");
            text.Contains("T1.r2", StringComparison.Ordinal).ShouldBe(frozen > 50, "the warning travels with the version");
            text.Contains("Trường mới sáp nhập", StringComparison.Ordinal).ShouldBe(frozen > 50, "and so does its explanation");
            text.Contains(_scan, StringComparison.Ordinal).ShouldBe(move.Action == SubmissionAction.Paper);
            frozen.ShouldBeLessThanOrEqualTo(90, "an error is never sent");
        }

        private IEnumerable<(string Name, string Text)> Rows() => _store.Rows("SELECT Unit, Number, ValuesJson, FormHash, DataAsOf, By, At, Warnings, PaperScan, PaperReceivedOn FROM versions")
            .Select(v => ($"{v[0]} {Int(v[1]):000}", string.Join(" | ", v)));

        private static int Int(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
    }
}
