using System.Globalization;

namespace SocialWork.Benchmarks.Support;

/// <summary>The table that a run prints, as Markdown.</summary>
internal sealed class RatioTable
{
    private readonly List<(string What, string Floor, string Ratio)> _lines = [];

    public void Add(string what, string floor, double ratio) => Add(what, floor, Show(ratio) + " ×");

    public void Add(string what, string floor, string value)
    {
        _lines.Add((what, floor, value));
        // The run takes minutes: whoever watches sees each line when it is known.
        Console.Error.WriteLine($"{value,12}  {what}  ({floor})");
    }

    public void Print()
    {
        Console.WriteLine("| what | against | ratio |");
        Console.WriteLine("|---|---|---:|");
        foreach (var (what, floor, ratio) in _lines) Console.WriteLine($"| {what} | {floor} | {ratio} |");
    }

    public static string Show(double value) => value.ToString(value switch { >= 100 => "0", >= 10 => "0.0", >= 0.1 => "0.00", _ => "0.0000" }, CultureInfo.InvariantCulture);
}
