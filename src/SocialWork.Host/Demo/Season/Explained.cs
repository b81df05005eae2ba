using System.Collections.Frozen;
using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Submissions;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Host.Demo.Season;

/// <summary>What units say to the warnings that their figures give rise to.</summary>
internal static class Explained
{
    // What modules find by comparing with other forms; the script asks no module.
    private static readonly FrozenDictionary<(string Form, string Unit), (string Check, ImmutableArray<CellKey> Cells, string Words)> FoundByModules =
        new Dictionary<(string, string), (string, ImmutableArray<CellKey>, string)>
        {
            [("TC1", "STC")] = (
                "TC1.c1",
                [new("phan_bo", "NSTW", "XA_PHUONG"), new("phan_bo", "NSDP", "XA_PHUONG"), new("phan_bo", "LONGGHEP", "XA_PHUONG")],
                $"Chênh lệch đúng bằng phần của xã chưa gửi biểu K5 (mã {DemoFacts.MissingUnit}); Sở lấy theo quyết định giao dự toán."),
            [("XP1", "20179")] = (
                "XP1.c1",
                [new("tyt_ns", "CHUYEN_TRACH"), new("tyt_ns", "KIEM_NHIEM")],
                "Trạm y tế mới tiếp nhận người phụ trách sau khi gửi biểu YT1; sẽ đính chính biểu của trạm."),
        }.ToFrozenDictionary();

    /// <summary>The warnings of the form itself, those its module is known to find, and of the comparison with the year before, each with an explanation.</summary>
    public static ImmutableArray<ExplainedWarning> Warnings(PlanForm form, Unit unit, FormValues values, FormValues? before, RuleContext context)
    {
        var own = FormValidator.Validate(form.Compiled, values, context with { Previous = before });
        var common = before is null ? [] : CommonChecks.Run(form.Compiled, values, before, context.Unit);
        return
        [
            .. OfModule(form, unit),
            .. own.Concat(common).Where(Explanations.AsksForOne).Select(f => new ExplainedWarning(f.Id, f.Message, f.Cells, Words(f.Id))),
        ];
    }

    private static IEnumerable<ExplainedWarning> OfModule(PlanForm form, Unit unit) =>
        FoundByModules.TryGetValue((form.Code, unit.Code), out var found) && form.Definition.Checks.FirstOrDefault(c => c.Id == found.Check) is { } check
            ? [new ExplainedWarning(check.Id, check.Message, found.Cells, found.Words)]
            : [];

    private static string Words(string finding) => finding switch
    {
        "CM1" => "Đã đối chiếu với sổ theo dõi: năm nay không có thay đổi so với năm trước.",
        "CM2" => "Năm nay không phát sinh trường hợp nào thuộc diện; đã đối chiếu với sổ theo dõi.",
        "CM3" => "Số liệu thay đổi do rà soát lại đối tượng sau khi sắp xếp đơn vị hành chính; đã đối chiếu hồ sơ.",
        _ => "Đã kiểm tra lại với hồ sơ gốc; số liệu đúng như đã nhập.",
    };
}
