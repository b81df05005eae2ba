using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Checks that a declaration is sound in itself, before its rules are read.</summary>
internal static class FormChecks
{
    /// <summary>Everything that is wrong.</summary>
    public static ImmutableArray<DefinitionError> Check(FormDefinition form)
    {
        var errors = new DefinitionErrors();
        if (form.Sections.IsDefaultOrEmpty || form.Fields.IsDefaultOrEmpty || form.Clauses.IsDefault || form.Rules.IsDefault || form.Checks.IsDefault || form.Measures.IsDefault)
        {
            errors.Add("form.missingList", form.Code,
                "thiếu danh sách phần, trường, quy tắc, kiểm tra, phép đếm hoặc điều khoản; hãy khai báo, danh sách trống viết là []",
                "a list of sections, fields, rules, checks, measures or clauses is missing; declare it, an empty one as []");
            return errors.All;
        }

        if (string.IsNullOrWhiteSpace(form.Code)) errors.Add("form.noCode", "form", "biểu mẫu chưa có mã; hãy đặt mã", "the form has no code; give it one");
        if (form.Version < 1) errors.Add("form.badVersion", form.Code, "phiên bản phải từ 1 trở lên", "the version must be 1 or more");
        errors.Texts(form.Code, form.Title);
        CheckReach(form, errors);
        errors.Unique(form.Code, "phần", "section", form.Sections.Select(section => section.Id));
        foreach (var section in form.Sections) errors.Texts(section.Id, section.Title);
        errors.Unique(form.Code, "trường", "field", form.Fields.Select(field => field.Id));
        foreach (var field in form.Fields) FieldChecks.Check(form, field, errors);
        FieldChecks.CheckDimensionsAgree(form, errors);
        if (!errors.Any) FieldChecks.CheckSize(form, errors);
        errors.Unique(form.Code, "quy tắc hoặc kiểm tra", "rule or check", form.Rules.Select(rule => rule.Id).Concat(form.Checks.Select(check => check.Id)));
        foreach (var rule in form.Rules) errors.Texts(rule.Id, rule.Message);
        foreach (var check in form.Checks) errors.Texts(check.Id, check.Message);
        // What follows looks fields up, which needs them to be sound.
        if (!errors.Any) MeasureChecks.Check(form, errors);
        if (!errors.Any) CheckMask(form, errors);
        if (!errors.Any) CheckShared(form, errors);
        return errors.All;
    }

    private static void CheckReach(FormDefinition form, DefinitionErrors errors)
    {
        if (form.FilledBy is null or FilledBy.FacilitiesOf { Types.IsDefaultOrEmpty: true } || (form.FilledBy is FilledBy.OneAgency agency && string.IsNullOrWhiteSpace(agency.Code)))
            errors.Add("form.filledByNobody", form.Code, "chưa nêu ai điền biểu mẫu; hãy nêu mã cơ quan hoặc ít nhất một loại hình đơn vị", "nobody is named who fills the form; name an agency's code or at least one unit type");
        if (form.Sensitivity is null or Sensitivity.MaskedValues { Options.IsDefault: true } or Sensitivity.MaskedValues { Fields.IsDefault: true } || form.Checks.Any(check => check.Uses.IsDefault))
            errors.Add("form.missingList", form.Code, "thiếu danh sách trong phần che số nhỏ hoặc kiểm tra; hãy viết []", "a list of the mask or of a check is missing; write []");
        if (form.Clauses.Concat(form.Duty is { } duty ? [duty] : []).Any(clause => clause == default))
            errors.Add("form.blankId", form.Code, "có điều khoản chưa đặt mã; hãy ghi mã điều khoản", "a clause id was never set; give it");
    }

    private static void CheckShared(FormDefinition form, DefinitionErrors errors)
    {
        if (form.SharedFields.IsDefaultOrEmpty) return;
        foreach (var field in form.SharedFields.Where(shared => form.Fields.All(field => field.Id != shared?.Id)))
        {
            errors.Add("form.unknownField", form.Code,
                $"phần chia sẻ nhắc tới trường {field?.Id} không có trong biểu mẫu; hãy sửa tên",
                $"field {field?.Id} is shared, which the form does not have; correct the name");
        }

        // Values of one unit would leave the sector, and what is restricted or masked must not.
        if (form.Sensitivity is Sensitivity.RestrictedValues || (form.Sensitivity is Sensitivity.MaskedValues mask && form.SharedFields.Any(field => mask.Fields.Contains(field.Id))))
            errors.Add("form.sharesRestricted", form.Code, "biểu hạn chế hoặc trường phải che không được chia sẻ; hãy bỏ phần chia sẻ", "a restricted form or a masked field cannot be shared; share nothing of it");
    }

    private static void CheckMask(FormDefinition form, DefinitionErrors errors)
    {
        if (form.Sensitivity is not Sensitivity.MaskedValues mask) return;
        foreach (var field in mask.Fields.Where(id => form.Fields.All(field => field.Id != id)))
        {
            errors.Add("form.unknownField", form.Code,
                $"phần che số nhỏ nhắc tới trường {field} không có trong biểu mẫu; hãy sửa tên",
                $"the mask names field {field}, which the form does not have; correct the name");
        }

        foreach (var filter in mask.Options) errors.Options(form.Code, filter, form.Fields.SelectMany(field => field.By));
    }
}
