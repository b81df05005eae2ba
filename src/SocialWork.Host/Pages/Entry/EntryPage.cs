using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;
using SocialWork.Host.Pages.Support;

namespace SocialWork.Host.Pages.Entry;

/// <summary>A page about one form of one unit.</summary>
public abstract class EntryPage(RequestModules modules, SubmissionService service, YearBefore before, Readings readings, AttachmentService attachments) : SitePage
{
    // More cells than these would all say the same.
    private const int MostBeside = 2;

    // Each is a question to the database; a form of today has one.
    private const int MostFilesNamed = 20;

    private readonly Dictionary<string, Attachment> _files = new(StringComparer.Ordinal);
    private FormValues? _lastYear;

    /// <inheritdoc/>
    public override string Title => $"{Target.Form.Code} – {Say(Target.Form.Definition.Title)}";

    /// <summary>The period, where the address names one.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; set; }

    /// <summary>Which form of which unit.</summary>
    public SubmissionTarget Target { get; private set; } = null!;

    /// <summary>The form as it is stored.</summary>
    public SubmissionView View { get; protected set; } = null!;

    /// <summary>What the unit is asked, by section, as on the paper form.</summary>
    public ImmutableArray<EntrySection> Sections { get; private set; } = [];

    /// <summary>The year before, for the heading of its values.</summary>
    public int LastYear => Model.Plan.Year - 1;

    /// <summary>Whether there are values of the year before.</summary>
    public bool HasLastYear => _lastYear is not null;

    /// <summary>Whether the reader may change the values now.</summary>
    public bool MayEdit => AccessPolicy.May(Actor!, SubmissionAction.Save, View.Submission.State, Model.Plan, Target.Unit, Target.Form.Definition)
        && View.Submission.State is SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned;

    /// <summary>The plan with its forms and units.</summary>
    internal PlanModel Model { get; private set; } = null!;

    /// <summary>What the use cases are asked with.</summary>
    internal SubmissionRequest Asked { get; private set; } = null!;

    /// <summary>The address of the form, or of a part of it.</summary>
    public string Address(string? part = null)
    {
        var address = $"/submissions/{Uri.EscapeDataString(Model.Plan.Id)}/{Uri.EscapeDataString(Target.Form.Code)}/{Uri.EscapeDataString(Target.Unit.Code)}";
        return address + (part is null ? string.Empty : "/" + Uri.EscapeDataString(part)) + (Period is { Length: > 0 } ? "?period=" + Uri.EscapeDataString(Period) : string.Empty);
    }

    /// <summary>The address of a cell's box.</summary>
    public string AddressOf(CellKey cell) => Target.Form.Compiled.TryField(cell.Field, out var field)
        ? $"{Address(field.Section)}#{InputNames.IdOf(field is TableField table ? InputNames.Of(table, 1, table.Columns[0]) : InputNames.Of(cell))}"
        : Address();

    /// <summary>
    /// The cell that a finding leads to: where many are compared with one, such as the groups with their total, the one; otherwise
    /// the first that is named. Null for a finding that names none.
    /// </summary>
    public static CellKey? Leading(Finding finding) => finding.Cells switch
    {
        [] => null,
        { Length: > MostBeside } many when many.Any(cell => cell.Option1 is null) => many.First(cell => cell.Option1 is null),
        [var first, ..] => first,
    };

    /// <summary>Whether a finding is told beside a cell: beside each that it names where they are few, beside the leading one where they are many.</summary>
    public static bool IsBeside(Finding finding, CellKey cell) => finding.Cells.Length <= MostBeside ? finding.Cells.Contains(cell) : Leading(finding) == cell;

    /// <summary>What a cell held in the year before, in words; null where nothing is known.</summary>
    public string? Before(FormField field, CellKey cell) => _lastYear?[cell] is { } value ? Shown(field, value) : null;

    /// <summary>A value in the reader's words; numbers with thousands, texts as they are.</summary>
    public string Shown(FormField field, CellValue? value) => value is CellValue.Words words ? words.Value : Say(ValueWords.Of(field, value));

    /// <summary>A file that the form refers to; null where it cannot be named.</summary>
    public Attachment? FileOf(string id) => _files.GetValueOrDefault(id);

    /// <summary>A file's name and size: “ke-hoach.pdf (340 KB)”.</summary>
    public static string Named(Attachment file) => file.Size < 1024 * 1024 ? $"{file.Name} ({When.Number((file.Size + 1023) / 1024)} KB)" : $"{file.Name} ({When.Number((file.Size + (512 * 1024)) / (1024 * 1024))} MB)";

    /// <summary>The state in words.</summary>
    public string State => Say(StateWords.Of(View.Submission.State));

    /// <summary>Finds the form and reads what is stored; otherwise what to answer.</summary>
    protected async Task<IActionResult?> LoadAsync(string plan, string form, string unit, CancellationToken cancellationToken)
    {
        if (Actor is not { } actor) return Challenge();
        if (await modules.ModelAsync(plan, cancellationToken) is not { } model) return NotFound();
        Model = model;
        PlanId = model.Plan.Id;
        Asked = new SubmissionRequest(actor, model, modules.Lease, new SubmissionAddress(form, unit, Period is { Length: > 0 } ? Period : null));
        if (SubmissionTarget.FindToSee(model, Asked.Address, actor) is not Result<SubmissionTarget>.Ok { Value: var target })
            return SubmissionTarget.Find(model, Asked.Address) is Result<SubmissionTarget>.Ok ? LocalRedirect("/denied") : NotFound();
        Target = target;
        if (await service.GetAsync(Asked, cancellationToken) is not Result<SubmissionView>.Ok { Value: var view }) return NotFound();
        View = view;
        await readings.SubmissionAsync(actor, model, target.Key, cancellationToken);
        Sections = EntrySection.Of(target.Form.Definition, model.Submitting(target.Unit));
        await LoadFilesAsync(cancellationToken);
        return null;
    }

    /// <summary>Names a file that the form does not refer to yet.</summary>
    protected void Name(Attachment file) => _files[file.Id] = file;

    private async Task LoadFilesAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, id) in FileReferences.In(View.Form, View.Values).Take(MostFilesNamed))
        {
            if (await attachments.FindAsync(Actor!, modules.Lease, id, cancellationToken) is { } file) Name(file);
        }
    }

    /// <summary>Reads the values of the year before, for those who see the whole form.</summary>
    protected async Task LoadLastYearAsync(CancellationToken cancellationToken)
    {
        if (AccessPolicy.MayRead(Actor!, Model.Plan, Target.Unit, Target.Form.Definition)) _lastYear = await before.ValuesAsync(Model, Target.Key, cancellationToken);
    }
}

/// <summary>A section of a form with what a unit is asked in it.</summary>
public sealed record EntrySection(FormSection Section, ImmutableArray<FormBlock> Blocks, ImmutableArray<(FormField Field, CellKey Cell)> Cells)
{
    /// <summary>The sections in which the unit is asked something, in the order of the paper form.</summary>
    public static ImmutableArray<EntrySection> Of(FormDefinition form, SubmittingUnit unit) =>
    [
        .. from blocks in FormBlock.Of(form, unit).GroupBy(block => block.Section.Id, StringComparer.Ordinal)
           let section = blocks.First().Section
           select new EntrySection(
               section,
               [.. blocks],
               [.. from field in form.Fields where field.Section == section.Id && FormCells.IsAsked(field, unit.Type) from cell in FormCells.Of(field, unit) select (field, cell)]),
    ];

    /// <summary>Whether files are asked for in it.</summary>
    public bool HasFiles => Cells.Any(asked => asked.Field is FileField || (asked.Field is TableField table && table.Columns.Any(column => column is FileField)));

    /// <summary>How many of its cells hold something.</summary>
    public int Answered(FormValues values) => Cells.Count(asked => values[asked.Cell] is not null);

    /// <summary>How many of its cells must hold something.</summary>
    public int Missing(FormValues values) => Cells.Count(asked => asked.Field.Required && values[asked.Cell] is null);
}
