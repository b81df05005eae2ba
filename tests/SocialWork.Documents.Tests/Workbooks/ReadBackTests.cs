using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Tests;
using SocialWork.Core.Tests.Forms;
using SocialWork.Core.Tests.Rules;
using SocialWork.Documents.Workbooks;
using SocialWork.Documents.Workbooks.Reading;
using Unit = SocialWork.Core.Units.Unit;

namespace SocialWork.Documents.Tests.Workbooks;

/// <summary>Whatever is written into a workbook is read back the same: every form, every kind of field, every kind of empty.</summary>
public sealed class ReadBackTests : IAsyncLifetime
{
    private static readonly ImmutableArray<CompiledForm> Forms = [.. CatalogForms.All.Select(CompiledForm.Compile), SampleForm.Form];
    private static readonly ImmutableArray<Unit> Facilities = [.. CatalogForms.All.Select(form => form.FilledBy).OfType<FilledBy.FacilitiesOf>().SelectMany(filler => filler.Types).Append(UnitTypes.School).Distinct().Select(type => TestPlan.Facility("CS-" + type, type, "health", "19960"))];
    private PlanModel _model = null!;

    public static TheoryData<string> Codes => [.. Forms.Select(form => form.Definition.Code)];

    public static TheoryData<string> FacilityCodes => [.. Forms.Where(form => form.Definition.FilledBy is FilledBy.FacilitiesOf && !form.Definition.Fields.OfType<TableField>().Any()).Select(form => form.Definition.Code)];

    public async Task InitializeAsync() => _model = await TestPlan.ModelAsync(Facilities, ("health", [.. Forms.Select(form => form.Definition).Where(form => form.Code[0] != 'K')]));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_units_form(string code)
    {
        var form = FormOf(code);
        var unit = form.Definition.FilledBy is FilledBy.FacilitiesOf facilities ? Facilities.First(f => f.Type == facilities.Types[0]) : _model.Units.Find("SYT")!;
        var asked = _model.Submitting(unit);
        Prop.ForAll(RandomValues.Allowed(form, asked), values =>
        {
            var content = ReadBack(Books.Sheet(form, new UnitAnswers(unit, asked, 4, values, new DateOnly(2026, 11, 30))));
            content.Findings.Where(finding => finding.Level != FindingLevel.Notice).ShouldBeEmpty();
            var read = content.Sheets.ShouldHaveSingleItem().Units.ShouldHaveSingleItem();
            (read.Unit, read.Revision, read.DataAsOf).ShouldBe((unit.Code, 4, new DateOnly(2026, 11, 30)));
            Written(form, asked, read).ShouldBe(FormValuesJson.Write(form, values));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Theory]
    [MemberData(nameof(FacilityCodes))]
    public void Facilities_row_by_row(string code)
    {
        var form = FormOf(code);
        var units = Facilities.Where(f => ((FilledBy.FacilitiesOf)form.Definition.FilledBy).Types.Contains(f.Type)).ToArray();
        Prop.ForAll(Arb.From(Gen.CollectToArray(units.Select(unit => RandomValues.Allowed(form, _model.Submitting(unit)).Generator))), values =>
        {
            var content = ReadBack(Books.Rows(form, [.. units.Zip(values, (unit, held) => new UnitAnswers(unit, _model.Submitting(unit), 0, held, null))]));
            content.Findings.Where(finding => finding.Level != FindingLevel.Notice).ShouldBeEmpty();
            content.Sheets.ShouldHaveSingleItem().Units.Select(read => Written(form, _model.Submitting(_model.Units.Find(read.Unit)!), read))
                .ShouldBe(values.Select(held => FormValuesJson.Write(form, held)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    private CompiledForm FormOf(string code) => _model.Form(code)!.Compiled;

    private WorkbookContent ReadBack(WorkbookSheet sheet) => WorkbookUnderTest.Read(_model, Books.File(Books.Book(sheet)));

    private static string Written(CompiledForm form, Core.Rules.SubmittingUnit unit, UnitContent read)
    {
        var patched = FormValuesJson.Patch(form, unit, FormValues.None, JsonSerializer.SerializeToElement(read.Changes));
        return FormValuesJson.Write(form, patched.ShouldBeOfType<Result<FormValues>.Ok>(patched.ToString()).Value);
    }
}
