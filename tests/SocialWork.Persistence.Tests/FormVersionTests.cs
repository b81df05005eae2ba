using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Submissions;
using SocialWork.Core.Tests;

namespace SocialWork.Persistence.Tests;

/// <summary>A form moves on while data of its earlier version exist: a field goes, another comes, a third changes its kind.</summary>
public sealed class FormVersionTests : IAsyncLifetime
{
    private const string Unit = "GD-0";

    private static readonly FormDefinition First = Definition(1, Int("kept"), Int("gone"), Int("turned"));
    private static readonly FormDefinition Second = Definition(2, Int("kept"), new BoolField("T1", "turned") { Section = "s", Label = new Text("turned", "turned"), Required = false }, Int("came"));

    private readonly TempFolder _folder = new();
    private TestStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync(_folder.File, sectors: false);
        await _store.UseAsync([("education", [First])]);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_sent_keeps_counting_and_stays_readable()
    {
        await _store.SendAsync("T1", Unit, Answers.Values(("kept", 1), ("gone", 2), ("turned", 3)));
        await MoveOnAsync();
        PlainRecount.Stored(_store).ShouldBe(PlainRecount.Counted(_store));
        (await _store.Recount.CompareAsync(_store.Model, CancellationToken.None)).ShouldBeEmpty();
        var version = await _store.Reader.VersionAsync(Key, 1, CancellationToken.None);
        version!.Values[new CellKey("gone")].ShouldBe(new CellValue.Number(2));
        (await _store.AcceptAsync("T1", Unit)).Value().AcceptedVersion.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_returned_or_reopened_becomes_a_draft_of_the_present_version(bool returned)
    {
        await _store.SendAsync("T1", Unit, Answers.Values(("kept", 1), ("gone", 2), ("turned", 3)));
        await MoveOnAsync();
        (returned ? await _store.ReturnAsync("T1", Unit) : await _store.ReopenAsync("T1", Unit)).Value();
        (await _store.FindAsync("T1", Unit)).Draft!.Values.Cells.ShouldBe(Answers.Values(("kept", 1)).Cells);
        (await _store.SubmitAsync("T1", Unit)).Value();
        (await _store.ApproveAsync("T1", Unit)).Value();
        (await _store.Reader.VersionAsync(Key, 2, CancellationToken.None))!.Values.Cells.ShouldBe(Answers.Values(("kept", 1)).Cells);
        (await _store.Reader.VersionAsync(Key, 1, CancellationToken.None))!.Values[new CellKey("gone")].ShouldNotBeNull();
        PlainRecount.Stored(_store).ShouldBe(PlainRecount.Counted(_store));
    }

    [Fact]
    public async Task A_draft_of_the_earlier_version_can_be_carried_on_and_sent()
    {
        (await _store.SaveAsync("T1", Unit, Answers.Values(("kept", 1), ("gone", 2), ("turned", 3)))).Value();
        await MoveOnAsync();
        (await _store.FindAsync("T1", Unit)).Draft!.Values[new CellKey("gone")].ShouldBe(new CellValue.Number(2));
        var carriedOn = await _store.StepAsync("T1", Unit, (s, _) => SubmissionWorkflow.Save(s, new FormValues(s.Draft!.Values.Cells.SetItem(new CellKey("came"), new CellValue.Number(4))), TestStore.AsOf, "nhập", _store.Clock.Now));
        carriedOn.Value().Draft!.Values.Cells.ShouldBe(Answers.Values(("kept", 1), ("came", 4)).Cells, ignoreOrder: true);
        (await _store.FindAsync("T1", Unit)).Draft!.Values.Cells.Count.ShouldBe(2);
        (await _store.SubmitAsync("T1", Unit)).Value();
        (await _store.ApproveAsync("T1", Unit)).Value().CountingVersion.ShouldBe(1);
        PlainRecount.Stored(_store).ShouldBe(PlainRecount.Counted(_store));
    }

    [Fact]
    public async Task After_a_restart_without_the_module_its_data_are_still_there()
    {
        await _store.SendAsync("T1", Unit, Answers.Values(("kept", 1), ("gone", 2), ("turned", 3)));
        await MoveOnAsync();
        await _store.DisposeAsync();
        _store = await TestStore.OpenAsync(_folder.File, sectors: false);
        _store.Model.Form("T1")!.Definition.Version.ShouldBe(2);
        (await _store.Reader.VersionAsync(Key, 1, CancellationToken.None))!.Values[new CellKey("gone")].ShouldBe(new CellValue.Number(2));
        (await _store.Recount.CompareAsync(_store.Model, CancellationToken.None)).ShouldBeEmpty();
    }

    private static SubmissionKey Key => new("2026", "T1", Unit, "2026");

    private Task MoveOnAsync() => _store.UseAsync([("education", ImmutableArray.Create(Second))]);

    private static FormDefinition Definition(int version, params ImmutableArray<FormField> fields) => new("T1", version)
    {
        Title = new Text("Biểu thử", "Test form"),
        FilledBy = FilledBy.Facilities(UnitTypes.School),
        Duty = "2026/V.1#2",
        Sections = [new FormSection("s", new Text("Phần", "Part"))],
        Fields = fields,
    };

    private static IntField Int(string id) => new("T1", id) { Section = "s", Label = new Text(id, id), Required = false };
}
