using SocialWork.Benchmarks.Support;

namespace SocialWork.Benchmarks.Macro;

/// <summary>One run in one process that measures the product's large paths against floors measured beside them.</summary>
internal static class MacroRun
{
    public static async Task<int> RunAsync(string[] only)
    {
        using var scratch = new ScratchFolder();
        var table = new RatioTable();
        var year = scratch.Below("year");
        await using (var city = await ServedCity.StartAsync(year))
        {
            if (Wanted("reading")) await Reading.MeasureAsync(city, table);
            if (Wanted("pages")) await PageTimes.MeasureAsync(city, table);
            if (Wanted("documents")) await Documents.MeasureAsync(city, table);
        }

        if (Wanted("sending")) await Sending.MeasureAsync(scratch, scratch.Copy(year, "sending"), table);
        if (Wanted("importing")) await Importing.MeasureAsync(year, scratch.Below("empty"), table);
        if (Wanted("city")) await LargerCity.MeasureAsync(year, scratch.Copy(year, "city"), table);
        if (Wanted("start")) await StartToReady.MeasureAsync(year, table);
        table.Print();
        return 0;

        bool Wanted(string part) => only.Length == 0 || only.Contains(part, StringComparer.Ordinal);
    }
}
