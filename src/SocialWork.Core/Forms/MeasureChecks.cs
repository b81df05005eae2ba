using SocialWork.Abstractions;

namespace SocialWork.Core.Forms;

/// <summary>Checks that the measures of a declaration count what its fields hold.</summary>
internal static class MeasureChecks
{
    public static void Check(FormDefinition form, DefinitionErrors errors)
    {
        errors.Unique(form.Code, "phép đếm", "measure", form.Measures.Select(measure => measure.Id));
        foreach (var measure in form.Measures)
        {
            if (measure.Form != form.Code)
                errors.Add("form.foreignMeasure", measure.Id, $"phép đếm thuộc biểu mẫu {measure.Form}, không phải {form.Code}; hãy sửa lại", $"the measure belongs to form {measure.Form}, not {form.Code}; correct it");
            if (Own(form, measure, measure.Of, errors) is not { } field) continue;
            if (form.Fields.Any(other => other.Id == measure.Id) && !IsTotal(measure, field))
                errors.Add("form.duplicateId", form.Code, $"phép đếm “{measure.Id}” trùng mã một trường; hãy đặt mã khác", $"the measure “{measure.Id}” has the id of a field; give it another id");
            if (measure.Options.IsDefault) errors.Add("form.missingList", measure.Id, "thiếu danh sách bộ lọc; hãy viết []", "the list of filters is missing; write []");
            else
            {
                errors.Unique(measure.Id, "bộ lọc", "filter", measure.Options.Select(filter => filter.Dimension));
                foreach (var filter in measure.Options) errors.Options(measure.Id, filter, field.By);
            }

            if (measure.PairedWith is null || Own(form, measure, measure.PairedWith, errors) is not { } pair) continue;
            if (!pair.By.Select(dimension => dimension.Id).SequenceEqual(field.By.Select(dimension => dimension.Id)))
                errors.Add("form.unequalPair", measure.Id, $"trường {field.Id} và {pair.Id} không có cùng các chiều phân tổ; hãy ghép hai trường cùng phân tổ", $"fields {field.Id} and {pair.Id} are not split by the same dimensions; pair fields that are");
        }
    }

    // A field's plain sum carries the field's id by design.
    private static bool IsTotal(Measure measure, FormField field) =>
        measure.Id == field.Id && measure.Where is null && measure.PairedWith is null && measure.Options.IsDefaultOrEmpty;

    private static FormField? Own(FormDefinition form, Measure measure, FormField? named, DefinitionErrors errors)
    {
        var field = form.Fields.FirstOrDefault(candidate => candidate.Id == named?.Id);
        if (field is null || named is null || field.GetType() != named.GetType() || named.Form != form.Code)
        {
            errors.Add("form.unknownField", measure.Id, $"trường {named?.Form}.{named?.Id} không có trong biểu mẫu {form.Code}; hãy dùng một trường của biểu mẫu", $"form {form.Code} does not have the field {named?.Form}.{named?.Id}; use a field of the form");
            return null;
        }

        return field;
    }
}
