using System.Security.Cryptography;
using System.Text;
using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Host.Pages.Entry;

/// <summary>
/// A short mark of what a cell holds: equal contents have equal marks. A page remembers the marks it was made with, and so can
/// tell whether somebody else changed a cell since.
/// </summary>
internal static class CellMark
{
    /// <summary>The mark; empty for a cell that is not reported.</summary>
    public static string Of(CompiledForm form, FormValues values, CellKey cell)
    {
        if (values[cell] is not { } value) return string.Empty;
        var written = FormValuesJson.Write(form, new FormValues(FormValues.None.Cells.Add(cell, value)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)))[..12];
    }
}
