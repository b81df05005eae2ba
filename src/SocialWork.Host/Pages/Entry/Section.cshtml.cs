using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Access;
using SocialWork.Core.Attachments;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using SocialWork.Core.Typing;
using SocialWork.Documents.Words;
using SocialWork.Host.Api;
using SocialWork.Host.Composition;

namespace SocialWork.Host.Pages.Entry;

/// <summary>One section of a form, to be filled in. Works without script; with it every cell is saved as it is left.</summary>
[RequestSizeLimit(MaxBody)]
[RequestFormLimits(ValueCountLimit = MaxInputs, MultipartBodyLengthLimit = MaxBody)]
public sealed class SectionModel(RequestModules modules, SubmissionService service, YearBefore before, Readings readings, AttachmentService attachments) : EntryPage(modules, service, before, readings, attachments)
{
    // A table of the most rows a form may have, with room.
    private const int MaxInputs = 20_000;

    // Above the limit of a file, so that one that is too large is told beside its box and costs no other.
    internal const long MaxBody = 2 * (AttachmentLimits.MaxBytes + (1024 * 1024));

    /// <summary>Rows that are offered beyond those that are filled.</summary>
    private const int SpareRows = 5;

    private readonly AttachmentService _attachments = attachments;
    private readonly DraftSaving _saving = new(service);
    private TypedForm? _typed;
    private SavedCells? _saved;

    /// <summary>The section.</summary>
    public EntrySection Part { get; private set; } = null!;

    /// <summary>What stands above the form where something was not saved, with the boxes it is about; empty for nothing.</summary>
    public ImmutableArray<(string? Box, string Message)> Problems { get; private set; } = [];

    /// <summary>Whether the last request saved.</summary>
    [FromQuery(Name = "saved")]
    public bool WasSaved { get; set; }

    /// <summary>The section that follows; null for the last.</summary>
    public EntrySection? Next => Sections.SkipWhile(section => section.Section.Id != Part.Section.Id).Skip(1).FirstOrDefault();

    /// <summary>Whether the reader may attach files.</summary>
    public bool MayAttach => AccessPolicy.MayAttach(Actor!);

    /// <summary>The options that rows of a block stand for, with their labels.</summary>
    public string OptionLabel(Dimension dimension, string code) =>
        dimension.Options.FirstOrDefault(option => option.Code == code) is { } option ? Say(option.Label) : Model.Plan.Tasks.FirstOrDefault(task => task.Id.Value == code) is { } task ? $"{code}. {Say(task.Title)}" : code;

    /// <summary>The box of a cell.</summary>
    public EntryInput Input(FormField field, CellKey cell)
    {
        var name = InputNames.Of(cell);
        var value = View.Values[cell];
        var text = _typed is not null && _saved?.Saved.Contains(cell) != true ? _typed.Text(name) : TypedText.Of(value);
        var ticked = _typed is not null && field is MultiChoiceField && _saved?.Saved.Contains(cell) != true ? [.. _typed.Text(name).Split(',')] : Ticked(value);
        return new EntryInput(field, name, Say(Target.Form.Compiled.LabelOf(cell)), text, ticked, Before(field, cell), Problem(cell)) { Attached = FileOf(text), MayAttach = MayAttach };
    }

    /// <summary>The box of a column in a row of a table, rows from 1.</summary>
    public EntryInput Input(TableField table, int row, FormField column)
    {
        var name = InputNames.Of(table, row, column);
        var cell = new CellKey(table.Id);
        var value = View.Values[cell] is CellValue.Rows rows && row <= rows.Items.Length ? rows.Items[row - 1].GetValueOrDefault(column.Id) : null;
        var isTyped = _typed is not null && _saved?.Saved.Contains(cell) != true;
        var ticked = isTyped && column is MultiChoiceField ? [.. _typed!.Text(name).Split(',')] : Ticked(value);
        var text = isTyped ? _typed!.Text(name) : TypedText.Of(value);
        return new EntryInput(column, name, Say($"Dòng {row}, {column.Label.Vi}", $"Row {row}, {column.Label.En}"), text, ticked, null, null) { Attached = FileOf(text), MayAttach = MayAttach };
    }

    /// <summary>How many rows of a table are shown.</summary>
    public int RowsOf(TableField table)
    {
        var filled = View.Values[new CellKey(table.Id)] is CellValue.Rows rows ? rows.Items.Length : 0;
        return Math.Min(Math.Min(table.MaxRows, FormLimits.MaxTableRows), Math.Max(filled, _typed?.RowsOf(table) ?? 0) + SpareRows);
    }

    /// <summary>The mark of what a cell holds.</summary>
    public string Mark(CellKey cell) => CellMark.Of(View.Form, View.Values, cell);

    /// <summary>What is wrong with a cell; null for nothing. That it is still empty is no fault while it is being filled in.</summary>
    public string? Problem(CellKey cell)
    {
        if (_saved?.Refused.TryGetValue(cell, out var refused) == true) return Say(refused);
        if (_saved?.Conflicts.Contains(cell) == true)
            return Say($"Người khác vừa lưu ô này là {Shown(View.Form.Field(cell.Field), View.Values[cell])}; chưa lưu số của bạn. Lưu lần nữa để thay bằng số của bạn.", $"Somebody else just saved {Shown(View.Form.Field(cell.Field), View.Values[cell])} here; yours is not saved. Save again to replace it.");
        return View.Findings.FirstOrDefault(finding => IsBeside(finding, cell) && finding.Cells.All(named => View.Values[named] is not null)) is { } found ? Say(found.Message) : null;
    }

    /// <summary>The sum of cells as far as they are numbers; null where none is.</summary>
    public string? Sum(IEnumerable<CellKey> cells)
    {
        var numbers = cells.Select(cell => View.Values[cell]).OfType<CellValue.Number>().Select(number => number.Value).ToArray();
        return numbers.Length == 0 ? null : When.Number(numbers.Sum());
    }

    /// <summary>Shows the section.</summary>
    public async Task<IActionResult> OnGetAsync(string plan, string form, string unit, string section, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, section, cancellationToken) is { } answer) return answer;
        if (!MayEdit) return LocalRedirect(Address());
        await LoadLastYearAsync(cancellationToken);
        return Page();
    }

    /// <summary>Saves the whole section, and goes on where all of it could be saved.</summary>
    public async Task<IActionResult> OnPostAsync(string plan, string form, string unit, string section, string? then, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, section, cancellationToken) is { } answer) return answer;
        var posted = await Request.ReadFormAsync(cancellationToken);
        _typed = new TypedForm(posted, await AttachAsync(posted.Files, cancellationToken));
        await SaveAsync(Part.Cells, posted, cancellationToken);
        if (_saved!.IsComplete) return LocalRedirect(then switch
        {
            "next" when Next is { } next => Address(next.Section.Id),
            "next" => Address("check"),
            _ => Address(section) + (Period is { Length: > 0 } ? "&saved=true" : "?saved=true"),
        });
        Problems = [.. ProblemsOf(_saved)];
        await LoadLastYearAsync(cancellationToken);
        return Page();
    }

    /// <summary>Saves single cells for a page with script, and answers what became of each.</summary>
    public async Task<IActionResult> OnPostCellsAsync(string plan, string form, string unit, string section, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, section, cancellationToken) is { } answer) return answer;
        var posted = await Request.ReadFormAsync(cancellationToken);
        var touched = posted["touched"].ToHashSet(StringComparer.Ordinal);
        _typed = new TypedForm(posted, ImmutableDictionary<string, Result<Attachment>>.Empty);
        ImmutableArray<(FormField Field, CellKey Cell)> cells = [.. Part.Cells.Where(asked => touched.Contains(asked.Cell.ToString()))];
        await SaveAsync(cells, posted, cancellationToken);
        return new JsonResult(new
        {
            refusal = _saved!.Refusal is { } refusal ? Say(refusal.Message) : null,
            answered = Part.Answered(View.Values),
            // What is wrong with a cell may be put right, or come about, in another.
            problems = Part.Cells.Where(asked => !touched.Contains(asked.Cell.ToString()) && Problem(asked.Cell) is not null).ToDictionary(asked => asked.Cell.ToString(), asked => Problem(asked.Cell), StringComparer.Ordinal),
            cells = cells.ToDictionary(asked => asked.Cell.ToString(), asked => new
            {
                saved = _saved.Saved.Contains(asked.Cell),
                mark = Mark(asked.Cell),
                text = asked.Field is TableField or MultiChoiceField or FileField ? null : TypedText.Of(View.Values[asked.Cell]),
                problem = Problem(asked.Cell),
                conflict = _saved.Conflicts.Contains(asked.Cell),
            }, StringComparer.Ordinal),
        });
    }

    private async Task<IActionResult?> LoadAsync(string plan, string form, string unit, string section, CancellationToken cancellationToken)
    {
        if (await LoadAsync(plan, form, unit, cancellationToken) is { } answer) return answer;
        if (Sections.FirstOrDefault(s => s.Section.Id == section) is not { } found) return NotFound();
        Part = found;
        return null;
    }

    // Each file that was chosen, by the box that it is for. A refused one costs nothing else that was typed.
    private async Task<Dictionary<string, Result<Attachment>>> AttachAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, Result<Attachment>>(StringComparer.Ordinal);
        if (!MayEdit || !Part.HasFiles) return kept;
        foreach (var file in files.Where(file => file.FileName.Length > 0))
        {
            if (InputNames.ForFile(file.Name) is not { } box) continue;
            await using var content = file.OpenReadStream();
            kept[box] = await _attachments.UploadAsync(Actor!, file.FileName, content, _ => Task.FromResult<Refusal?>(null), cancellationToken);
            if (kept[box] is Result<Attachment>.Ok ok) Name(ok.Value);
        }

        return kept;
    }

    private async Task SaveAsync(ImmutableArray<(FormField Field, CellKey Cell)> cells, IFormCollection posted, CancellationToken cancellationToken)
    {
        var typed = cells.ToDictionary(asked => asked.Cell, asked => _typed!.Read(asked.Field, asked.Cell));
        var marks = (from asked in cells let mark = posted["m." + asked.Cell] where mark.Count > 0 select (asked.Cell, Mark: mark.ToString())).ToDictionary(m => m.Cell, m => m.Mark);
        _saved = await _saving.SaveAsync(Asked, typed, marks, cancellationToken);
        if (_saved.View is { } view) View = view;
    }

    private IEnumerable<(string?, string)> ProblemsOf(SavedCells saved)
    {
        if (saved.Refusal is { } refusal) yield return (null, Say(refusal.Message));
        foreach (var (field, cell) in Part.Cells.Where(asked => saved.Refused.ContainsKey(asked.Cell) || saved.Conflicts.Contains(asked.Cell)))
            yield return (InputNames.IdOf(field is TableField table ? InputNames.Of(table, 1, table.Columns[0]) : InputNames.Of(cell)), $"{Say(View.Form.LabelOf(cell))}: {Problem(cell)}");
    }

    private static ImmutableArray<string> Ticked(CellValue? value) => value switch
    {
        CellValue.Choices choices => choices.Codes,
        CellValue.Empty empty => [TypedText.Of(empty.Kind)],
        _ => [],
    };
}
