using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Abstractions;
using SocialWork.Core.Indicators;
using SocialWork.Core.Registers;

namespace SocialWork.Core.Reports.Annexes;

/// <summary>The entries of a public register, one a row, with who keeps them. Pure.</summary>
internal static class EntryTable
{
    /// <summary>The most rows: what is left out is said beneath. The register itself lists every entry.</summary>
    public const int MaxRows = 500;

    /// <summary>The table; of a register about people, or of fields that are for the city alone, nothing is shown.</summary>
    public static AnnexTable Of(TableOutline outline, TotalsSnapshot city)
    {
        var register = RegisterSet.Find(outline.Register!);
        FormField[] fields = register is null || register.Definition.PersonalData != PersonalData.None
            ? []
            : [.. outline.Fields.Select(id => register.Definition.Form.Fields.FirstOrDefault(field => field.Id == id)).OfType<FormField>().Where(field => !register.Definition.CityOnly.Contains(field))];
        var entries = fields.Length == 0 || register!.Form.Measures.IsEmpty
            ? []
            : city.Records(register.Form.Measures[0].Measure, sector: null).OrderBy(taken => taken.Keeper.Code, StringComparer.Ordinal).ThenBy(taken => EntryKey.Written(register.Definition, taken.Entry.Values), StringComparer.Ordinal).ToArray();
        var notes = ImmutableArray.CreateBuilder<Text>();
        if (fields.Length == 0) notes.Add(new Text($"Sổ {outline.Register} không có nội dung được nêu trong phụ lục.", $"Register {outline.Register} has nothing that an annex may show."));
        else if (entries.Length == 0) notes.Add(new Text($"Sổ {outline.Register} chưa có mục nào tại ngày chốt số liệu.", $"Register {outline.Register} has no entry at the cut-off date."));
        if (entries.Length > MaxRows) notes.Add(new Text($"Nêu {MaxRows} mục đầu trong {entries.Length} mục; danh sách đầy đủ ở sổ {outline.Register}.", $"The first {MaxRows} of {entries.Length} entries; register {outline.Register} lists them all."));
        return new AnnexTable
        {
            Id = outline.Id,
            Caption = outline.Caption,
            Rowed = outline.Rowed ?? new Text("Đơn vị", "Unit"),
            Columns = [.. fields.Select(field => new AnnexColumn(field.Label, field is IntField or MoneyField ? AnnexColumnKind.Number : AnnexColumnKind.Words, field.Unit))],
            Rows = [.. entries.Take(MaxRows).Select(taken => new AnnexRow(new Text(taken.Keeper.Name, taken.Keeper.Name), AnnexRowKind.Line, [.. fields.Select(field => Cell(field, taken.Entry.Values[new CellKey(field.Id)], city))]) { Unit = taken.Keeper.Code })],
            Notes = notes.ToImmutable(),
        };
    }

    private static AnnexCell Cell(FormField field, CellValue? value, TotalsSnapshot city) => value switch
    {
        CellValue.Number number => AnnexCell.Of(number.Value),
        CellValue.Words words => AnnexCell.Of(Same(city.Model.Units.Find(words.Value)?.Name ?? words.Value)),
        CellValue.Date day => AnnexCell.Of(Same(day.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))),
        CellValue.Choice choice when field is ChoiceField list => AnnexCell.Of(list.Options.Options.FirstOrDefault(option => option.Code == choice.Code)?.Label ?? Same(choice.Code)),
        CellValue.Flag flag => AnnexCell.Of(flag.Value ? new Text("Có", "Yes") : new Text("Không", "No")),
        CellValue.Empty { Kind: EmptyKind.NotArising } => new AnnexCell(AnnexCellState.NotArising),
        _ => AnnexCell.Blank,
    };

    private static Text Same(string words) => new(words, words);
}
