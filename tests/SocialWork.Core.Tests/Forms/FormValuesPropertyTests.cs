using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;
using SocialWork.Core.Rules;
using SocialWork.Core.Tests.Rules;
using Xunit;

namespace SocialWork.Core.Tests.Forms;

public sealed class FormValuesPropertyTests
{
    private static readonly SubmittingUnit Hospital = SampleForm.School with { Type = UnitTypes.Hospital };

    [Fact]
    public void Allowed_values_survive_the_interface_and_the_store()
    {
        foreach (var form in CatalogForms.All.Select(CompiledForm.Compile).Append(SampleForm.Form))
        {
            Prop.ForAll(RandomValues.Allowed(form, Hospital), values =>
            {
                var json = FormValuesJson.Write(form, values);
                using var document = JsonDocument.Parse(json);
                return FormValuesJson.Read(form, Hospital, document.RootElement) is Result<FormValues>.Ok ok
                    && Same(form, ok.Value, values) && Same(form, FormValuesJson.ReadStored(form, json), values);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
        }
    }

    [Fact]
    public void Writing_does_not_depend_on_the_order_in_which_cells_were_set() => Prop.ForAll(RandomValues.Allowed(SampleForm.Form, Hospital), values =>
    {
        var reversed = values.Cells.Reverse().Aggregate(FormValues.None, (soFar, cell) => new FormValues(soFar.Cells.Add(cell.Key, cell.Value)));
        return FormValuesJson.Write(SampleForm.Form, reversed) == FormValuesJson.Write(SampleForm.Form, values);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_patch_of_everything_equals_a_new_draft() => Prop.ForAll(RandomValues.Allowed(SampleForm.Form, Hospital), values =>
    {
        using var document = JsonDocument.Parse(FormValuesJson.Write(SampleForm.Form, values));
        return FormValuesJson.Patch(SampleForm.Form, Hospital, FormValues.None, document.RootElement) is Result<FormValues>.Ok ok && Same(SampleForm.Form, ok.Value, values);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Validation_and_checking_never_throw() => Prop.ForAll(RandomValues.Wild(SampleForm.Form, Hospital), values =>
    {
        FormValidator.Validate(SampleForm.Form, values, SampleForm.Context);
    }).QuickCheckThrowOnFailure();

    // Cell by cell, not by their JSON: what writing lost, comparing by writing would not see.
    private static bool Same(CompiledForm form, FormValues left, FormValues right) =>
        left.Cells.Count == right.Cells.Count && form.InFormOrder(left.Cells.Keys).All(cell => Structure.Of(left[cell]) == Structure.Of(right[cell]));
}
