namespace SocialWork.Host.Printing;

/// <summary>How documents are printed to PDF. Immutable.</summary>
public sealed record OfficeSettings
{
    /// <summary>Workers at most.</summary>
    public const int MostWorkers = 4;

    /// <summary>The longest time limit, in seconds.</summary>
    public const int MostSeconds = 600;

    /// <summary>Whether it is looked for at all.</summary>
    public bool IsWanted { get; init; } = true;

    /// <summary>LibreOffice's program; null for the one on the path.</summary>
    public string? Path { get; init; }

    /// <summary>Documents that are printed at one moment, 1 to <see cref="MostWorkers"/>; each worker takes a processor and about 200 MB.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How long one document may take; then its processes are ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);
}
