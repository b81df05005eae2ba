namespace SocialWork.Tests.Masking;

/// <summary>A reduced rational number. What does not fit throws; nothing is rounded.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    // Stored less one, so that the default value is 0/1.
    private readonly long _denominatorLessOne;

    private Fraction(Int128 numerator, Int128 denominator)
    {
        var divisor = denominator < 0 ? -Divisor(numerator, denominator) : Divisor(numerator, denominator);
        Numerator = checked((long)(numerator / divisor));
        _denominatorLessOne = checked((long)(denominator / divisor) - 1);
    }

    public long Numerator { get; }

    public long Denominator => _denominatorLessOne + 1;

    public bool IsWhole => _denominatorLessOne == 0;

    public int Sign => Math.Sign(Numerator);

    /// <summary>The smallest whole number that is not below it.</summary>
    public long Ceiling => -(-this).Floor;

    /// <summary>The largest whole number that is not above it.</summary>
    public long Floor => Numerator >= 0 || IsWhole ? Numerator / Denominator : (Numerator / Denominator) - 1;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new(((Int128)a.Numerator * b.Denominator) + ((Int128)b.Numerator * a.Denominator), (Int128)a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a) => new(-(Int128)a.Numerator, a.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b) => new((Int128)a.Numerator * b.Numerator, (Int128)a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => b.Sign == 0 ? throw new DivideByZeroException() : new((Int128)a.Numerator * b.Denominator, (Int128)a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public int CompareTo(Fraction other) => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public override string ToString() => IsWhole ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return Int128.Max(Int128.Abs(a), 1);
    }
}
