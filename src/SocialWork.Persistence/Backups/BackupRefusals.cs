using System.Collections.Immutable;
using System.Globalization;
using SocialWork.Core;

namespace SocialWork.Persistence.Backups;

/// <summary>Why a backup is not made or not put back, for the administrator.</summary>
internal static class BackupRefusals
{
    private const int MostNamed = 5;

    public static Refusal NoDatabase(string file) => new(
        RefusalKind.NotFound,
        "backup.noDatabase",
        $"Không có cơ sở dữ liệu {file}: hãy chỉ thư mục dữ liệu bằng --data (thêm --demo nếu là bản trình diễn).",
        $"There is no database {file}: name the data folder with --data (and --demo for the demonstration's).");

    public static Refusal Busy(string target) => new(
        RefusalKind.Conflict,
        "backup.busy",
        $"Đang có một lần sao lưu khác vào {target}: hãy chờ xong rồi làm lại.",
        $"Another backup is being made in {target}: wait until it has finished and try again.");

    public static Refusal Failed(string target, string fault) => new(
        RefusalKind.Conflict,
        "backup.failed",
        $"Không sao lưu được vào {target}: {fault} Không có gì được giữ lại; hãy kiểm tra ổ đĩa và quyền ghi rồi làm lại.",
        $"The backup to {target} failed: {fault} Nothing of it was kept; look at the disk and its permissions and try again.");

    public static Refusal NoSpace(string target, long needed, long available) => new(
        RefusalKind.Conflict,
        "backup.noSpace",
        $"Ổ đĩa của {target} còn {Megabytes(available)} MB, cần {Megabytes(needed)} MB: hãy giải phóng chỗ hoặc chọn thư mục khác.",
        $"The disk of {target} has {Megabytes(available)} MB left and {Megabytes(needed)} MB are needed: make room or choose another folder.");

    public static Refusal Damaged(string database, string fault) => new(
        RefusalKind.Conflict,
        "backup.databaseDamaged",
        $"Cơ sở dữ liệu {database} bị hỏng ({fault}): chưa sao lưu. Hãy giữ nguyên tệp này và phục hồi từ bản sao lưu gần nhất.",
        $"The database {database} is damaged ({fault}) and was not backed up. Keep the file as it is and restore the newest backup.");

    public static Refusal NoBackup(string folder, string fault) => new(
        RefusalKind.NotFound,
        "backup.unreadable",
        $"{folder} không phải là bản sao lưu đọc được: {fault}",
        $"{folder} is not a backup that can be read: {fault}");

    public static Refusal ManifestChanged(string folder) => new(
        RefusalKind.Unprocessable,
        "backup.manifestChanged",
        $"Tệp {BackupTarget.ManifestFile} của {folder} đã bị sửa sau khi sao lưu: hãy dùng bản sao lưu khác.",
        $"{BackupTarget.ManifestFile} of {folder} was changed after the backup was made: use another backup.");

    public static Refusal TooNew(BackupManifest manifest) => new(
        RefusalKind.Unprocessable,
        "backup.tooNew",
        $"Bản sao lưu do phiên bản {manifest.Product} tạo, có cơ sở dữ liệu mới hơn phần mềm này ({manifest.Schema}): hãy cài phiên bản đó hoặc mới hơn rồi phục hồi.",
        $"The backup was made by version {manifest.Product}, whose database is newer than this product ({manifest.Schema}): install that version or a later one, then restore.");

    public static Refusal NotRestored(string state, string fault) => new(
        RefusalKind.Conflict,
        "backup.notRestored",
        $"Không phục hồi được vào {state}: {fault} Dữ liệu hiện tại vẫn nguyên; hãy kiểm tra ổ đĩa và quyền ghi rồi làm lại.",
        $"Nothing was restored to {state}: {fault} The present data are as they were; look at the disk and its permissions and try again.");

    public static Refusal Broken(string folder, ImmutableArray<string> faults)
    {
        var named = string.Join("; ", faults.Take(MostNamed)) + (faults.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; +{faults.Length - MostNamed}") : string.Empty);
        return new Refusal(
            RefusalKind.Unprocessable,
            "backup.broken",
            $"Bản sao lưu {folder} không còn nguyên vẹn: {named}. Chưa thay đổi gì; hãy dùng bản sao lưu khác.",
            $"The backup {folder} is not what was written: {named}. Nothing was changed; use another backup.");
    }

    private static string Megabytes(long bytes) => Math.Ceiling(bytes / 1048576.0).ToString("#,0", CultureInfo.InvariantCulture);
}
