namespace SocialWork.Host.Demo;

/// <summary>
/// Chance that is the same every time. Each question has a stream of its own, named by what it is about, so that another
/// form or another unit shifts nobody else's answers.
/// </summary>
internal sealed class DemoRandom
{
    // By how much of its range a number of another year may lie from this year's, and where in that span the middle is: years grow.
    private const double Drift = 0.3;
    private const double Middle = 0.6;

    private readonly DemoRandom? _drift;
    private ulong _state;

    private DemoRandom(ulong state, DemoRandom? drift = null) => (_state, _drift) = (state, drift);

    /// <summary>The stream of a subject: FNV-1a over its names gives splitmix64 its start.</summary>
    public static DemoRandom For(params ReadOnlySpan<string> names)
    {
        var hash = 14695981039346656037UL;
        foreach (var name in names)
        {
            foreach (var letter in name) hash = unchecked((hash ^ letter) * 1099511628211UL);
            hash = unchecked((hash ^ '/') * 1099511628211UL);
        }

        return new DemoRandom(hash);
    }

    /// <summary>The same answers as they were in another year: the same in kind, near in number.</summary>
    public DemoRandom In(int year) => new(_state, new DemoRandom(unchecked(_state ^ ((ulong)year * 0x9E3779B97F4A7C15UL))));

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Int(int least, int most)
    {
        if (most <= least) return least;
        var number = least + (int)(Next() % (ulong)(most - least + 1));
        return _drift is null ? number : Math.Clamp(number + (int)Math.Round(_drift.Swing() * (most - least)), least, most);
    }

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(double percent) => Unit() * 100 < percent;

    /// <summary>A number between two.</summary>
    public double Between(double least, double most)
    {
        var number = least + (Unit() * (most - least));
        return _drift is null ? number : Math.Clamp(number + (_drift.Swing() * (most - least)), least, most);
    }

    /// <summary>One of several.</summary>
    public T Pick<T>(params ReadOnlySpan<T> options) => options[Int(0, options.Length - 1)];

    /// <summary>An id made of the stream alone.</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        return new Guid(bytes);
    }

    private double Swing() => (Unit() - Middle) * Drift;

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
