using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Documents.Tables;

namespace SocialWork.Host.Api.Tables;

/// <summary>A list of the API as a table: its title and its columns, which read the lines that its JSON is made of. Immutable.</summary>
/// <param name="Title">What it is a list of.</param>
internal sealed record Listing<T>(Text Title)
{
    private const double CodeWidth = 16;
    private const double WordsWidth = 40;
    private const double NumberWidth = 13;
    private const double DayWidth = 13;
    private const double MomentWidth = 20;

    private ImmutableArray<Column> Columns { get; init; } = [];

    /// <summary>A column of codes and other words that are the same in every language.</summary>
    public Listing<T> Code(string vi, string en, Func<T, string?> read, double width = CodeWidth) => With(new Text(vi, en), width, (line, _) => Worded(read(line)));

    /// <summary>A column of several codes.</summary>
    public Listing<T> Codes(string vi, string en, Func<T, IEnumerable<string>> read, double width = CodeWidth) => Code(vi, en, line => string.Join(", ", read(line)), width);

    /// <summary>A column of words.</summary>
    public Listing<T> Words(string vi, string en, Func<T, string?> read, double width = WordsWidth) => Code(vi, en, read, width);

    /// <summary>A column of words in the reader's language.</summary>
    public Listing<T> Said(string vi, string en, Func<T, Text?> read, double width = WordsWidth) => With(new Text(vi, en), width, (line, language) => Worded(read(line)?.In(language)));

    /// <summary>A column of whole numbers.</summary>
    public Listing<T> Whole(string vi, string en, Func<T, long?> read) => With(new Text(vi, en), NumberWidth, (line, _) => read(line) is { } number ? new TableCell.Whole(number) : null);

    /// <summary>A column of whole percentages.</summary>
    public Listing<T> Percent(string vi, string en, Func<T, long?> read) => With(new Text(vi, en), NumberWidth, (line, _) => read(line) is { } number ? new TableCell.Percent(number) : null);

    /// <summary>A column of dates.</summary>
    public Listing<T> Day(string vi, string en, Func<T, DateOnly?> read) => With(new Text(vi, en), DayWidth, (line, _) => read(line) is { } day ? new TableCell.Day(day) : null);

    /// <summary>A column of moments.</summary>
    public Listing<T> Moment(string vi, string en, Func<T, DateTimeOffset?> read) => With(new Text(vi, en), MomentWidth, (line, _) => read(line) is { } moment ? new TableCell.Moment(moment) : null);

    /// <summary>A column of yes and no.</summary>
    public Listing<T> YesNo(string vi, string en, Func<T, bool> read) => With(new Text(vi, en), NumberWidth, (line, _) => new TableCell.YesNo(read(line)));

    /// <summary>A column whose cells are of several kinds; told the reader's language.</summary>
    public Listing<T> With(Text header, double width, Func<T, string, TableCell?> read) => this with { Columns = Columns.Add(new Column(header, width, read)) };

    /// <summary>The table of some lines.</summary>
    public Table Of(IAsyncEnumerable<T> lines, string language) => new(
        Title,
        [.. Columns.Select(c => new TableColumn(c.Header, c.Width))],
        lines.Select(line => Columns.Select(c => c.Read(line, language)).ToImmutableArray()))
    {
        Language = language,
    };

    private static TableCell.Words? Worded(string? words) => string.IsNullOrEmpty(words) ? null : new TableCell.Words(words);

    private sealed record Column(Text Header, double Width, Func<T, string, TableCell?> Read);
}
