using SocialWork.Abstractions;
using SocialWork.Core.Registers;
using SocialWork.Documents.Tables;

namespace SocialWork.Host.Api;

/// <summary>How the API writes what a field is.</summary>
internal static class FormWords
{
    /// <summary>The kind of field: <c>int</c>, <c>choice</c> and so on.</summary>
    public static string TypeOf(FormField field) => field switch
    {
        IntField => "int",
        MoneyField => "money",
        BoolField => "bool",
        TextField => "text",
        DateField => "date",
        ChoiceField => "choice",
        MultiChoiceField => "multichoice",
        FileField => "file",
        TableField => "table",
        _ => throw new InvalidOperationException($"Unknown field type {field.GetType().Name}."),
    };

    /// <summary>The kind of field in words.</summary>
    public static Text NameOf(FormField field) => field switch
    {
        IntField => new Text("Số nguyên", "Whole number"),
        MoneyField => new Text("Số tiền (đồng)", "Money (VND)"),
        BoolField => new Text("Có/Không", "Yes or no"),
        TextField => new Text("Văn bản", "Text"),
        DateField => new Text("Ngày", "Date"),
        ChoiceField => new Text("Chọn một", "One option"),
        MultiChoiceField => new Text("Chọn nhiều", "Several options"),
        FileField => new Text("Tệp", "File"),
        TableField => new Text("Bảng", "Table"),
        _ => throw new InvalidOperationException($"Unknown field type {field.GetType().Name}."),
    };

    /// <summary>How often a form is filled, in words.</summary>
    public static Text Of(ReportingPeriod period) => period switch
    {
        ReportingPeriod.Year => new Text("Năm", "Year"),
        ReportingPeriod.YearWithOptionalQuarters => new Text("Năm, có thể theo quý", "Year, quarters optional"),
        ReportingPeriod.AdHoc => new Text("Khi phát sinh", "When something arises"),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Unknown period."),
    };

    /// <summary>Who fills a form.</summary>
    public static string FillerOf(FilledBy filler) => filler switch
    {
        FilledBy.AllAgencies => "agencyAll",
        FilledBy.OneAgency agency => "agency:" + agency.Code,
        FilledBy.Communes => "commune",
        FilledBy.FacilitiesOf facilities => "facility:" + string.Join(',', facilities.Types),
        _ => throw new InvalidOperationException($"Unknown filler {filler.GetType().Name}."),
    };

    /// <summary>Who may see a field of a register, beside the one who keeps the entry.</summary>
    public static (string Code, Text Words) VisibilityOf(CompiledRegister register, FormField field) =>
        register.Definition.KeeperOnly.Contains(field) ? ("keeper", new Text("Chỉ đơn vị giữ sổ", "The keeper alone"))
        : register.Definition.CityOnly.Contains(field) ? ("city", new Text("Đơn vị giữ sổ và cơ quan tổng hợp", "The keeper and the standing agency"))
        : ("public", new Text("Mọi tài khoản", "Everyone signed in"));

    /// <summary>The dimension a field's options are of; null where it offers none.</summary>
    public static Dimension? DimensionOf(FormField? field) => field switch
    {
        ChoiceField choice => choice.Options,
        MultiChoiceField choices => choices.Options,
        _ => null,
    };

    /// <summary>The list a field offers; null where it offers none.</summary>
    public static object? OptionsOf(FormField field) => DimensionOf(field) is { } dimension ? Of(dimension) : null;

    /// <summary>The list a field offers as one cell, an option to a line; null where it offers none.</summary>
    public static TableCell? OptionCells(FormField field, string language) => DimensionOf(field) is { Options.IsDefaultOrEmpty: false } dimension
        ? new TableCell.Words(string.Join('\n', dimension.Options.Select(o => $"{o.Code}: {o.Label.In(language)}")))
        : null;

    /// <summary>A dimension with its options.</summary>
    public static object Of(Dimension dimension) => new { dimension.Id, dimension.Label, dimension.Source, dimension.Options };
}
