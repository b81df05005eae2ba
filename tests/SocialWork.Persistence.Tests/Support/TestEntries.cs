using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Registers;

namespace SocialWork.Persistence.Tests;

/// <summary>Entries of registers as people write them.</summary>
internal static class TestEntries
{
    /// <summary>An operating model of register R9, from 2025 on; one that has ended did so in the middle of 2026.</summary>
    public static RegisterEntry Model(DateTimeOffset now, string keeper, string code, string name, bool ended = false)
    {
        var cells = ImmutableDictionary<CellKey, CellValue>.Empty
            .Add(new("ma"), new CellValue.Words(code))
            .Add(new("ten"), new CellValue.Words(name))
            .Add(new("loai"), new CellValue.Choice("KHAC"))
            .Add(new("bat_dau"), new CellValue.Date(new DateOnly(2025, 1, 1)))
            .Add(new("trang_thai"), new CellValue.Choice("DANG_HOAT_DONG"));
        DateOnly? to = ended ? new DateOnly(2026, 7, 1) : null;
        if (to is { } day) cells = cells.Add(new("ket_thuc"), new CellValue.Date(day));
        var values = new FormValues(cells);
        var stored = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return new RegisterEntry(Guid.CreateVersion7(stored), "R9", keeper, EntryKey.Of(ModelRegister.Register, keeper, values), values, new DateOnly(2025, 1, 1), to, 1, "nhập", stored);
    }
}
