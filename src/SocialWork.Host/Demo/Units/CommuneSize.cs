using System.Collections.Frozen;

namespace SocialWork.Host.Demo.Units;

/// <summary>Rough, invented sizes of the communes, in thousands of people: what schools and figures are in proportion to.</summary>
internal static class CommuneSize
{
    private static readonly FrozenDictionary<string, int> Thousands = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["19753"] = 118, ["19774"] = 46, ["19777"] = 50, ["19789"] = 96, ["19804"] = 29, ["19813"] = 43, ["19815"] = 58, ["19819"] = 25,
        ["19828"] = 13, ["19831"] = 20, ["19858"] = 24, ["19873"] = 22, ["19900"] = 44, ["19909"] = 26, ["19930"] = 38, ["19960"] = 43,
        ["19969"] = 29, ["19975"] = 31, ["19996"] = 30, ["20014"] = 34, ["20017"] = 34, ["19867"] = 28, ["19885"] = 29, ["19918"] = 18,
        ["19942"] = 33, ["19945"] = 26, ["20035"] = 12, ["20044"] = 16, ["20050"] = 6, ["20056"] = 11, ["20071"] = 10, ["20101"] = 10,
        ["20107"] = 28, ["20122"] = 28, ["20131"] = 25, ["20137"] = 38, ["20140"] = 31, ["20161"] = 12, ["20179"] = 8, ["20182"] = 8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Thousands of people; a commune that is not listed counts as a middling one.</summary>
    public static int Of(string commune) => Thousands.GetValueOrDefault(commune, 20);
}
