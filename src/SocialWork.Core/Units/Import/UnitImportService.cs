using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Core.Typing;
using SocialWork.Core.Units.Changes;

namespace SocialWork.Core.Units.Import;

/// <summary>Takes a workbook over into the register: all of it or nothing, after a preview for who wants one. Safe for concurrent use.</summary>
public sealed class UnitImportService(IReferenceStore reference, IUnitStore store, CityClock clock)
{
    /// <summary>What taking the rows over would do.</summary>
    public async Task<UnitImportPreview> PreviewAsync(Actor actor, UnitVocabulary words, ImmutableArray<SheetRow> rows, CancellationToken cancellationToken)
    {
        var import = new UnitImport(actor, await reference.PlansAsync(cancellationToken), clock.Today, words, rows);
        return import.Preview(await store.StateAsync(Needs(rows), cancellationToken));
    }

    /// <summary>
    /// Takes the rows over in one write. Sent twice, the second time changes nothing. Refused with every cell at fault, or with
    /// the names of units that may be entered twice until somebody says that they are not.
    /// </summary>
    public async Task<Result<UnitImportPreview>> CommitAsync(Actor actor, UnitVocabulary words, ImmutableArray<SheetRow> rows, bool acceptDuplicates, CancellationToken cancellationToken)
    {
        var import = new UnitImport(actor, await reference.PlansAsync(cancellationToken), clock.Today, words, rows);
        UnitImportPreview? preview = null;
        var change = new UnitChange(actor.UserName, UnitChangeKind.Import, Needs(rows), state =>
        {
            preview = import.Preview(state);
            return Refused(preview, acceptDuplicates) is { } refusal ? refusal : preview.Entries;
        });
        return (await store.ChangeAsync(change, cancellationToken)).Then<ImmutableArray<UnitEntry>, UnitImportPreview>(_ => preview!);
    }

    private static UnitNeeds Needs(ImmutableArray<SheetRow> rows) => new()
    {
        Everything = true,
        Codes = [.. rows.Select(r => r.Cells.GetValueOrDefault(UnitFields.Code)?.Text ?? string.Empty).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)],
    };

    private static Refusal? Refused(UnitImportPreview preview, bool acceptDuplicates)
    {
        if (preview.Problems.Length > 0)
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                "units.hasProblems",
                new Text($"Tệp có {preview.Problems.Length} ô cần sửa; chưa lưu gì.", $"The file has {preview.Problems.Length} cells to correct; nothing was saved."),
                [.. preview.Problems.Select(p => new CellProblem(p.Cell, p.Code, p.Message))]);
        }

        if (acceptDuplicates || preview.Duplicates.IsEmpty) return null;
        return new Refusal(
            RefusalKind.Conflict,
            "units.duplicates",
            new Text(
                $"Có {preview.Duplicates.Length} cơ sở mới trùng tên và địa bàn với cơ sở đã có; chưa lưu gì. Kiểm tra rồi gửi lại với acceptDuplicates=true nếu đúng là cơ sở khác.",
                $"{preview.Duplicates.Length} new units have the name and place of a known one; nothing was saved. Check them, and send again with acceptDuplicates=true where they are others."),
            [.. preview.Duplicates.Select(d => new CellProblem(d.Cell, "unit.duplicate", new Text($"“{d.Name}” giống {d.LikeName} ({d.LikeCode}).", $"'{d.Name}' is like {d.LikeName} ({d.LikeCode}).")))]);
    }
}
