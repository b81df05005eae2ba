using System.Text.RegularExpressions;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Checks the fields of a declaration one by one, and the dimensions they share.</summary>
internal static partial class FieldChecks
{
    public static void Check(FormDefinition form, FormField field, DefinitionErrors errors)
    {
        CheckPlain(form, field, errors);
        if (form.Sections.All(section => section.Id != field.Section))
            errors.Add("form.unknownSection", field.Id, $"phần “{field.Section}” không có trong biểu mẫu; hãy khai báo phần đó", $"the form has no section “{field.Section}”; declare it");
        if (field.By.IsDefault) return;
        if (field.By.Length > 2) errors.Add("form.tooManyDimensions", field.Id, "có hơn hai chiều phân tổ; hãy tách trường", "is split by more than two dimensions; make several fields of it");
        errors.Unique(field.Id, "chiều phân tổ", "dimension", field.By.Select(dimension => dimension.Id));
        foreach (var dimension in field.By) CheckDimension(field, dimension, errors);
        if (field is TableField table) CheckTable(form, table, errors);
    }

    /// <summary>One dimension id must mean the same options all over the form: rules join fields by it.</summary>
    public static void CheckDimensionsAgree(FormDefinition form, DefinitionErrors errors)
    {
        var all = form.Fields.Where(field => !field.By.IsDefault).SelectMany(field => field.By).Where(dimension => !dimension.Options.IsDefault);
        foreach (var same in all.GroupBy(dimension => dimension.Id, StringComparer.Ordinal))
        {
            var first = same.First();
            if (same.Any(other => other.Source != first.Source || !other.Options.Select(option => option.Code).SequenceEqual(first.Options.Select(option => option.Code))))
                errors.Add("form.dimensionsDiffer", same.Key, "chiều phân tổ này được khai báo với các danh sách khác nhau; hãy dùng chung một danh sách", "the dimension is declared with different options; share one declaration");
        }
    }

    /// <summary>A form must fit into one submission. Options that the plan gives to units are counted when they are known.</summary>
    public static void CheckSize(FormDefinition form, DefinitionErrors errors)
    {
        var cells = form.Fields.Sum(field => field.By.Aggregate(1L, (product, dimension) => product * Math.Max(1, dimension.Options.Length)));
        if (cells > FormLimits.MaxCells)
            errors.Add("form.tooManyCells", form.Code, $"có {cells} ô, tối đa {FormLimits.MaxCells}; hãy tách biểu mẫu", $"has {cells} cells, at most {FormLimits.MaxCells} are allowed; split the form");
    }

    // What fields and columns have in common.
    private static void CheckPlain(FormDefinition form, FormField field, DefinitionErrors errors)
    {
        if (!FieldId().IsMatch(field.Id ?? string.Empty) || RuleCompiler.ReservedWords.Contains(field.Id!))
            errors.Add("form.badFieldId", field.Id ?? form.Code, "mã trường chỉ gồm chữ thường, chữ số, dấu gạch dưới và không trùng từ khóa của quy tắc", "a field's id is made of lower-case letters, digits and underscores, and is no word of the rule grammar");
        if (field.Form != form.Code)
            errors.Add("form.foreignField", field.Id ?? form.Code, $"trường thuộc biểu mẫu {field.Form}, không phải {form.Code}; hãy sửa mã biểu mẫu của trường", $"the field belongs to form {field.Form}, not {form.Code}; correct its form");
        errors.Texts(field.Id ?? form.Code, field.Label);
        if (field.By.IsDefault || field.Empties.IsDefault || field.AppliesTo.IsDefault || field.Source.IsDefault)
            errors.Add("form.missingList", field.Id ?? form.Code, "thiếu danh sách chiều phân tổ, loại ô trống, loại đơn vị hoặc điều khoản; hãy viết []", "a list of dimensions, empties, unit types or clauses is missing; write []");
        else if (field.Source.Any(clause => clause == default))
            errors.Add("form.blankId", field.Id ?? form.Code, "có điều khoản chưa đặt mã; hãy ghi mã điều khoản", "a clause id was never set; give it");
        switch (field)
        {
            case TextField text when text.MinLength < 0 || text.MaxLength < Math.Max(1, text.MinLength) || text.MaxLength > FormLimits.MaxTextLength:
                errors.Add("form.badLength", field.Id!, $"độ dài văn bản phải có 0 ≤ tối thiểu ≤ tối đa ≤ {FormLimits.MaxTextLength}", $"text lengths must be 0 ≤ least ≤ most ≤ {FormLimits.MaxTextLength}");
                break;
            case ChoiceField choice:
                CheckDimension(field, choice.Options, errors);
                break;
            case MultiChoiceField choice:
                CheckDimension(field, choice.Options, errors);
                break;
        }
    }

    private static void CheckDimension(FormField field, Dimension? dimension, DefinitionErrors errors)
    {
        if (dimension is null || dimension.Options.IsDefault || (dimension.Source == OptionSource.Listed && dimension.Options.IsEmpty))
        {
            errors.Add("form.noOptions", field.Id, $"danh sách {dimension?.Id} không có mã nào; hãy liệt kê các mã", $"the list {dimension?.Id} has no options; list them");
            return;
        }

        errors.Unique(dimension.Id, "mã", "option", dimension.Options.Select(option => option.Code));
        foreach (var option in dimension.Options)
        {
            errors.Texts(dimension.Id, option.Label);
            if (!OptionCode().IsMatch(option.Code ?? string.Empty))
                errors.Add("form.badOptionCode", dimension.Id, $"mã “{option.Code}” không hợp lệ; mã gồm chữ hoa, chữ số, dấu gạch dưới", $"the code “{option.Code}” is not valid; codes are made of capitals, digits and underscores");
        }
    }

    private static void CheckTable(FormDefinition form, TableField table, DefinitionErrors errors)
    {
        if (!table.By.IsEmpty) errors.Add("form.tableWithDimensions", table.Id, "bảng không được phân tổ; hãy thêm cột", "a table cannot be split by a dimension; add a column");
        if (table.Columns.IsDefaultOrEmpty)
        {
            errors.Add("form.missingList", table.Id, "bảng không có cột nào; hãy khai báo cột", "the table has no columns; declare some");
            return;
        }

        if (table.MaxRows is < 1 or > FormLimits.MaxTableRows)
            errors.Add("form.badRows", table.Id, $"số dòng tối đa phải từ 1 đến {FormLimits.MaxTableRows}", $"the most rows must be between 1 and {FormLimits.MaxTableRows}");
        errors.Unique(table.Id, "cột", "column", table.Columns.Select(column => column.Id));
        foreach (var column in table.Columns)
        {
            CheckPlain(form, column, errors);
            if (column is TableField || !column.By.IsDefaultOrEmpty)
                errors.Add("form.columnNotPlain", $"{table.Id}.{column.Id}", "cột phải là trường đơn giản, không phân tổ, không phải bảng", "a column must be a plain field, without dimensions and no table");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldId();

    [GeneratedRegex("^[A-Z][A-Z0-9_]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionCode();
}
