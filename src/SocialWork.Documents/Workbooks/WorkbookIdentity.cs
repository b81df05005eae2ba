using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialWork.Core;
using SocialWork.Documents.Workbooks.Reading;

namespace SocialWork.Documents.Workbooks;

/// <summary>
/// What a workbook was made for, as it stands on its very hidden sheet <see cref="WorkbookMarks.IdentitySheet"/>: lines of a
/// key and a value, closed by a checksum. Both sides of the round trip use this class. The checksum shows damage and careless
/// edits; it is no signature, and access is judged anew when a workbook comes back. Immutable.
/// </summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Agency">The code of the unit the workbook was made for.</param>
/// <param name="Created">The city's date on which it was made.</param>
/// <param name="Sheets">Its forms' sheets, numbered from 1.</param>
public sealed record WorkbookIdentity(string Plan, string Agency, DateOnly Created, ImmutableArray<SheetIdentity> Sheets)
{
    /// <summary>The version of the marks and of these lines; a workbook of another schema is refused.</summary>
    public const string Schema = "socialwork-workbook/1";

    /// <summary>The product that made it.</summary>
    public const string Product = "SocialWorkModular";

    /// <summary>The most lines an identity has: a workbook of every form, with every facility that one agency answers for.</summary>
    public const int MaxLines = 20_000;

    private const string SchemaKey = "schema";
    private const string ProductKey = "product";
    private const string PlanKey = "plan";
    private const string AgencyKey = "agency";
    private const string CreatedKey = "created";
    private const string ChecksumKey = "checksum";
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The lines of the sheet, the checksum last.</summary>
    public ImmutableArray<IdentityLine> Write()
    {
        var lines = ImmutableArray.CreateBuilder<IdentityLine>();
        lines.Add(new(SchemaKey, Schema));
        lines.Add(new(ProductKey, Product));
        lines.Add(new(PlanKey, Plan));
        lines.Add(new(AgencyKey, Agency));
        lines.Add(new(CreatedKey, Created.ToString(DateFormat, CultureInfo.InvariantCulture)));
        foreach (var sheet in Sheets) lines.AddRange(sheet.Write());
        lines.Add(new(ChecksumKey, ChecksumOf(lines)));
        return lines.ToImmutable();
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, lines in the same order. Refused as unprocessable: <c>workbook.identityDamaged</c>
    /// when lines are missing, changed or moved, <c>workbook.otherSchema</c> when another version made it.
    /// </summary>
    public static Result<WorkbookIdentity> Read(ImmutableArray<IdentityLine> lines)
    {
        if (lines.Length is 0 or > MaxLines || lines[0].Key != SchemaKey) return Damaged;
        if (lines.Any(line => line.Key.Length > UploadLimits.MaxMarkLength || line.Value.Length > UploadLimits.MaxMarkLength)) return Damaged;
        if (lines[0].Value != Schema) return OtherSchema;
        var body = lines[..^1];
        if (lines[^1] != new IdentityLine(ChecksumKey, ChecksumOf(body)) || body.Length < 5) return Damaged;
        if (body[1] != new IdentityLine(ProductKey, Product) || body[2].Key != PlanKey || body[3].Key != AgencyKey || body[4].Key != CreatedKey) return Damaged;
        if (!DateOnly.TryParseExact(body[4].Value, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)) return Damaged;
        return SheetIdentity.TryRead(body[5..], out var sheets) ? new WorkbookIdentity(body[2].Value, body[3].Value, created, sheets) : Damaged;
    }

    private static Refusal Damaged => new(
        RefusalKind.Unprocessable,
        "workbook.identityDamaged",
        "Phần nhận dạng ẩn trong tệp đã bị thay đổi; hãy tải biểu mới từ hệ thống và chép số liệu sang.",
        "The hidden identity of the file was changed; download the workbook again and copy the figures over.");

    private static Refusal OtherSchema => new(
        RefusalKind.Unprocessable,
        "workbook.otherSchema",
        "Tệp được tạo bởi một phiên bản khác của hệ thống; hãy tải biểu mới và chép số liệu sang.",
        "The file was made by another version of the service; download the workbook again and copy the figures over.");

    private static string ChecksumOf(IEnumerable<IdentityLine> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line.Key}\t{line.Value}\n")))));
}

/// <summary>A line of the identity sheet: column A and column B, both text.</summary>
public sealed record IdentityLine(string Key, string Value);

/// <summary>What one sheet holds. Immutable.</summary>
/// <param name="Number">From 1, as the sheet's <see cref="WorkbookMarks.Sheet"/> mark says.</param>
/// <param name="Form">The form's code.</param>
/// <param name="FormHash">The hash of the declaration whose cells the sheet has.</param>
/// <param name="Period">The period of the submissions.</param>
/// <param name="IsFacilitySheet">Whether the sheet has one row per unit, instead of being one unit's form.</param>
/// <param name="Units">The units, each with the revision of its submission that was written; in the order of the sheet.</param>
public sealed record SheetIdentity(int Number, string Form, string FormHash, string Period, bool IsFacilitySheet, ImmutableArray<UnitRevision> Units)
{
    private const string FormKey = "form";
    private const string HashKey = "hash";
    private const string PeriodKey = "period";
    private const string LayoutKey = "layout";
    private const string UnitKey = "unit";
    private const string Rows = "facilities";
    private const string Single = "form";

    /// <summary>The sheet's lines, every key behind the sheet's number: <c>1.form</c>.</summary>
    internal IEnumerable<IdentityLine> Write() =>
    [
        Line(FormKey, Form), Line(HashKey, FormHash), Line(PeriodKey, Period), Line(LayoutKey, IsFacilitySheet ? Rows : Single),
        .. Units.Select(unit => Line(UnitKey, $"{unit.Unit}={unit.Revision.ToString(CultureInfo.InvariantCulture)}")),
    ];

    /// <summary>Reads the lines of all sheets; false when they are not as they were written.</summary>
    internal static bool TryRead(ImmutableArray<IdentityLine> lines, out ImmutableArray<SheetIdentity> sheets)
    {
        sheets = [];
        var read = ImmutableArray.CreateBuilder<SheetIdentity>();
        for (var at = 0; at < lines.Length;)
        {
            var number = read.Count + 1;
            if (at + 4 > lines.Length || !Has(FormKey, 0) || !Has(HashKey, 1) || !Has(PeriodKey, 2) || !Has(LayoutKey, 3)) return false;
            if (lines[at + 3].Value is not (Rows or Single)) return false;
            var units = ImmutableArray.CreateBuilder<UnitRevision>();
            var next = at + 4;
            for (; next < lines.Length && lines[next].Key == KeyOf(number, UnitKey); next++)
            {
                var parts = lines[next].Value.Split('=');
                if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return false;
                units.Add(new UnitRevision(parts[0], revision));
            }

            read.Add(new SheetIdentity(number, lines[at].Value, lines[at + 1].Value, lines[at + 2].Value, lines[at + 3].Value == Rows, units.ToImmutable()));
            at = next;

            bool Has(string key, int offset) => lines[at + offset].Key == KeyOf(number, key);
        }

        sheets = read.ToImmutable();
        return true;
    }

    private IdentityLine Line(string key, string value) => new(KeyOf(Number, key), value);

    private static string KeyOf(int number, string key) => string.Create(CultureInfo.InvariantCulture, $"{number}.{key}");
}

/// <summary>A unit whose submission was written, at a revision; 0 for one that was never begun.</summary>
public sealed record UnitRevision(string Unit, long Revision);
