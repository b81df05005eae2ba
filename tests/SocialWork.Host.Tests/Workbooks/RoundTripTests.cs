using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SocialWork.Abstractions;
using SocialWork.Core.Access;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Rules;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units;
using SocialWork.Documents.Workbooks;
using SocialWork.Host.Tests.Support;
using SocialWork.Tests.Shared;

namespace SocialWork.Host.Tests.Workbooks;

/// <summary>
/// Every form of every plugin and of the core: a workbook filled with made-up values is opened and saved by another program,
/// uploaded, and read back through the API: identical.
/// </summary>
public sealed class RoundTripTests(UploadedYear year) : IClassFixture<UploadedYear>
{
    [Fact]
    public async Task Every_form_comes_back_the_same_after_another_program_saved_it()
    {
        await using var lease = year.Host.Services.GetRequiredService<ISectorCatalog>().Lease();
        var model = (await year.Host.Services.GetRequiredService<PlanModels>().GetAsync("2026", lease, CancellationToken.None))!;
        var forms = model.Forms.Where(form => form.Definition.Period != ReportingPeriod.AdHoc).ToArray();
        forms.Select(form => form.Module).Distinct().Count().ShouldBe(10, "the core and nine plugins");
        var filled = new List<(PlanForm Form, Unit Unit, FormValues Values, byte[] File)>();
        foreach (var form in forms)
        {
            var unit = model.Fillers(form.Definition).OrderBy(u => u.Code, StringComparer.Ordinal).First();
            await ReopenAsync(model, lease, form, unit);
            var values = new MadeUp(form.Code).Fill(form.Compiled, model.Submitting(unit));
            var book = new FormWorkbook
            {
                Plan = model.Plan,
                Agency = unit,
                Created = new DateOnly(2026, 12, 1),
                Sheets = [new WorkbookSheet.OfUnit(form, "2026", new UnitAnswers(unit, model.Submitting(unit), await RevisionAsync(form, unit), values, new DateOnly(2026, 11, 20)))],
            };
            filled.Add((form, unit, values, FormWorkbookFile.Write(book, CancellationToken.None).ShouldBeOfType<Core.Result<byte[]>.Ok>().Value));
        }

        var all = await LibreOffice.ConvertAllAsync([.. filled.Select(one => one.File)], "xlsx", "xlsx", CancellationToken.None);
        foreach (var ((form, unit, values, _), saved) in filled.Zip(all))
        {
            var client = await year.Host.SignInAsync(unit.Code + ".reporter");
            var answer = await client.UploadedAsync(saved);
            answer.Text("outcome").ShouldBe("saved", form.Code);
            answer.GetProperty("totals").GetProperty("problems").GetInt32().ShouldBe(0, form.Code);
            var draft = await client.SubmissionAsync(form.Code, unit.Code);
            JsonNode.DeepEquals(JsonNode.Parse(draft.GetProperty("values").GetRawText()), JsonNode.Parse(FormValuesJson.Write(form.Compiled, values))).ShouldBeTrue($"{form.Code}: {draft.GetProperty("values")} for {FormValuesJson.Write(form.Compiled, values)}");
            draft.Text("dataAsOf").ShouldBe("2026-11-20", form.Code);
            (await client.UploadedAsync(saved)).Text("outcome").ShouldBe("unchanged", form.Code);
        }
    }

    [Theory]
    [InlineData("SGDDT")]
    [InlineData("SYT")]
    [InlineData("19960")]
    public async Task An_agencys_whole_workbook_comes_back_unchanged(string agency)
    {
        var client = await year.Host.SignInAsync(agency + ".reporter");
        var file = (await client.DownloadAllAsync(agency)).Bytes;
        foreach (var sent in new[] { file, await LibreOffice.ConvertAsync(file, "xlsx", "xlsx", CancellationToken.None) })
        {
            var answer = await client.UploadedAsync(sent, "?commit=false");
            var totals = answer.GetProperty("totals");
            (totals.GetProperty("problems").GetInt32(), totals.GetProperty("changed").GetInt32()).ShouldBe((0, 0));
            var (cells, listed) = (totals.GetProperty("cells").GetInt32(), answer.GetProperty("sheets").EnumerateArray().Sum(sheet => sheet.GetProperty("cells").GetArrayLength()));
            cells.ShouldBeGreaterThan(100);
            listed.ShouldBe(Math.Min(cells, 20_000));
            (listed + answer.GetProperty("sheets").EnumerateArray().Sum(sheet => sheet.GetProperty("cellsLeftOut").GetInt32())).ShouldBe(cells);
        }
    }

    private async Task<long> RevisionAsync(PlanForm form, Unit unit)
    {
        var client = await year.Host.SignInAsync(unit.Code + ".reporter");
        return (await client.SubmissionAsync(form.Code, unit.Code)).GetProperty("revision").GetInt64();
    }

    // What was sent in the demonstration is opened again, so that it can be entered anew.
    private async Task ReopenAsync(PlanModel model, ISectorLease lease, PlanForm form, Unit unit)
    {
        var service = year.Host.Services.GetRequiredService<SubmissionService>();
        var standing = new Actor("standing", [Role.StandingAgency], null);
        var head = new Actor("head", [Role.Approver], unit.Code);
        var address = new SubmissionAddress(form.Code, unit.Code);
        await service.ApproveAsync(new SubmissionRequest(head, model, lease, address), CancellationToken.None);
        await service.ReopenAsync(new SubmissionRequest(standing, model, lease, address), "Nhập lại.", CancellationToken.None);
    }

    /// <summary>Values of every kind, the same at every run.</summary>
    private sealed class MadeUp(string seed)
    {
        private static readonly string[] Words = ["Kế hoạch số 15/KH-UBND", "=1+1", "@đơn vị", "-5 bàn giao", "Một\nhai dòng", "“trích” & <b> 'x'", "_x0041_", "007", "1.000", "30/11/2026", "Trợ giúp 😀"];
        private uint _state = seed.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);

        public FormValues Fill(CompiledForm form, SubmittingUnit unit)
        {
            var cells = ImmutableDictionary.CreateBuilder<CellKey, CellValue>();
            foreach (var cell in form.AskedCells(unit))
            {
                if (Value(form.Field(cell.Field)) is { } value && CellChecker.Check(form, unit, cell, value).IsEmpty) cells[cell] = value;
            }

            return new FormValues(cells.ToImmutable());
        }

        private CellValue? Value(FormField field)
        {
            var dice = Next(10);
            if (dice == 0) return null;
            if (dice <= 2 && !field.Empties.IsEmpty) return new CellValue.Empty(field.Empties[Next(field.Empties.Length)]);
            return field switch
            {
                BoolField => new CellValue.Flag(Next(2) == 0),
                DateField => new CellValue.Date(new DateOnly(1900, 1, 1).AddDays(Next(100_000))),
                ChoiceField { Options.Options: { IsEmpty: false } options } => new CellValue.Choice(options[Next(options.Length)].Code),
                MultiChoiceField { Options.Options: var options } => new CellValue.Choices([.. options.Where((_, i) => i == 0 || Next(2) == 0).Select(o => o.Code)]),
                TableField table => new CellValue.Rows([.. Enumerable.Range(0, 1 + Next(3)).Select(_ => Row(table)).Where(row => !row.IsEmpty)]) is { Items.Length: > 0 } rows ? rows : null,
                // A file is attached before a form can name it.
                FileField => null,
                TextField => new CellValue.Words(Words[Next(Words.Length)]),
                IntField or MoneyField => new CellValue.Number(Next(5) == 0 ? FormLimits.MaxNumber - Next(1000) : Next(100_000)),
                _ => null,
            };
        }

        private ImmutableSortedDictionary<string, CellValue> Row(TableField table) => table.Columns
            .Select(column => (column.Id, Value: Value(column)))
            .Where(column => column.Value is not null)
            .ToImmutableSortedDictionary(column => column.Id, column => column.Value!, StringComparer.Ordinal);

        private int Next(int limit)
        {
            _state = (_state * 1664525u) + 1013904223u;
            return (int)((_state >> 8) % (uint)limit);
        }
    }
}
