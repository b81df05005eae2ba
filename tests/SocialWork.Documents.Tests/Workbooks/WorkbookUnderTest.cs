using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Planning;
using SocialWork.Core.Tests;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>A form with a field of every kind, and workbooks of it made by hand.</summary>
internal static class WorkbookUnderTest
{
    public const string Unit = "SYT";
    public const string Form = "T1";

    private static readonly Dimension Children = new("TE", new("Nhóm trẻ em", "Group of children"), [Option("TE1", "Trẻ mồ côi"), Option("TE2", "Trẻ bị bỏ rơi"), Option("TE3", "Trẻ khuyết tật nặng")]);
    private static readonly Dimension Sex = new("GT", new("Giới tính", "Sex"), [Option("NAM", "Nam"), Option("NU", "Nữ")]);
    private static readonly Dimension Progress = new("TT", new("Tiến độ", "Progress"), [Option("CHUA", "Chưa triển khai"), Option("DANG", "Đang thực hiện"), Option("XONG", "Hoàn thành"), Option("KPS", "Không phát sinh")]);
    private static readonly Dimension Places = new("NOI", new("Nơi", "Place"), [Option("CO_SO", "Cơ sở"), Option("CO_SO2", "Có số"), Option("XA", "Xã, phường")]);

    public static readonly FormDefinition Definition = new(Form, 1)
    {
        Title = new("Biểu thử", "Test form"),
        FilledBy = FilledBy.EveryAgency,
        Sections = [new("s", new("Phần", "Part"))],
        Fields =
        [
            Int("so"), Int("so2"), Int("bat_buoc") with { Empties = [] },
            new MoneyField(Form, "tien") { Section = "s", Label = L("Kinh phí") },
            new BoolField(Form, "co") { Section = "s", Label = L("Có mô hình"), Empties = [EmptyKind.NotApplicable] },
            new DateField(Form, "ngay") { Section = "s", Label = L("Ngày ban hành"), Empties = [EmptyKind.NotArising] },
            new TextField(Form, "chu") { Section = "s", Label = L("Văn bản"), Empties = [EmptyKind.NotArising] },
            new ChoiceField(Form, "chon") { Section = "s", Label = L("Tiến độ"), Options = Progress, Empties = [EmptyKind.NotApplicable] },
            new ChoiceField(Form, "noi") { Section = "s", Label = L("Nơi"), Options = Places },
            new MultiChoiceField(Form, "nhieu") { Section = "s", Label = L("Các nơi"), Options = Places },
            Int("te") with { By = [Children] }, Int("te2") with { By = [Children] },
            Int("luoi") with { By = [Children, Sex] },
            Int("rieng") with { AppliesTo = [UnitTypes.Hospital] },
            new TableField(Form, "bang")
            {
                Section = "s", Label = L("Danh sách"), Empties = [EmptyKind.NotArising],
                Columns = [new TextField(Form, "ten") { Section = "s", Label = L("Tên") }, Int("luong") with { By = [] }, new DateField(Form, "han") { Section = "s", Label = L("Hạn") }],
            },
        ],
    };

    /// <summary>The plan with the form, and three schools.</summary>
    public static Task<PlanModel> ModelAsync() => TestPlan.ModelAsync(
        [TestPlan.Facility("TH1", UnitTypes.School, "education", null), TestPlan.Facility("TH2", UnitTypes.School, "education", null), TestPlan.Facility("BV1", UnitTypes.Hospital, "health", null)],
        ("health", [Definition]));

    /// <summary>A sheet that begins as every form's sheet does: its number, then values under E and kinds of empty under F.</summary>
    public static HandMadeSheet Sheet(string name = "Biểu", int number = 1) =>
        new HandMadeSheet(name).Row("#sheet:" + number).Row("#cols", ("E", HandMadeCell.Text("=")), ("F", HandMadeCell.Text("?")));

    /// <summary>The sheet with the identity of a workbook of one form of one unit.</summary>
    public static HandMadeSheet Identity(PlanModel model, bool facilities = false, string? hash = null, string unit = Unit, int sheets = 1)
    {
        ImmutableArray<UnitRevision> units = facilities ? [new("TH1", 3), new("TH2", 0), new("BV1", 0)] : [new(unit, 7)];
        var identity = new WorkbookIdentity("2026", unit, new DateOnly(2026, 11, 1),
            [.. Enumerable.Range(1, sheets).Select(n => new SheetIdentity(n, Form, hash ?? model.Form(Form)!.Compiled.Hash, "2026", facilities, units))]);
        return Lines(identity.Write());
    }

    /// <summary>An identity sheet with some lines.</summary>
    public static HandMadeSheet Lines(IEnumerable<IdentityLine> lines)
    {
        var sheet = new HandMadeSheet(WorkbookMarks.IdentitySheet) { State = "veryHidden" };
        foreach (var line in lines) sheet.Row(line.Key, ("B", HandMadeCell.Text(line.Value)));
        return sheet;
    }

    /// <summary>What is understood of a file.</summary>
    public static WorkbookContent Read(PlanModel model, byte[] file)
    {
        var opened = WorkbookReader.Open(new MemoryStream(file), CancellationToken.None);
        return WorkbookReader.Read(opened.ShouldBeOfType<Result<UploadedWorkbook>.Ok>(opened.ToString()).Value, model, CancellationToken.None);
    }

    /// <summary>What is understood of one sheet of the form.</summary>
    public static async Task<WorkbookContent> ReadAsync(HandMadeSheet sheet, bool from1904 = false)
    {
        var model = await ModelAsync();
        return Read(model, new HandMadeXlsx([sheet, Identity(model)], from1904).Build());
    }

    /// <summary>What is understood of one cell of the form.</summary>
    public static async Task<(JsonNode? Value, bool IsUnderstood, WorkbookFinding[] Findings)> CellAsync(string cell, HandMadeCell written, bool from1904 = false)
    {
        var content = await ReadAsync(Sheet().Row(cell, ("E", written)), from1904);
        var changes = content.Sheets.ShouldHaveSingleItem().Units.ShouldHaveSingleItem().Changes;
        return (changes[cell], changes.ContainsKey(cell), [.. content.Findings]);
    }

    /// <summary>Why a file is refused as a whole.</summary>
    public static Refusal Refused(byte[] file) => WorkbookReader.Open(new MemoryStream(file), CancellationToken.None).ShouldBeOfType<Result<UploadedWorkbook>.No>().Refusal;

    private static IntField Int(string id) => new(Form, id) { Section = "s", Label = L("Số " + id), Empties = [EmptyKind.NotArising, EmptyKind.Withheld] };

    private static Text L(string vi) => new(vi, vi + " (en)");

    private static DimensionOption Option(string code, string label) => new(code, new(label, label + " (en)"));
}
