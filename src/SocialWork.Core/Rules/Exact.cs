using System.Numerics;

namespace SocialWork.Core.Rules;

/// <summary>
/// An exact rational number: no rounding, no overflow, whatever is added, multiplied or divided. The denominator is above 0;
/// fractions are not reduced, as they are only compared and thrown away.
/// </summary>
internal readonly struct Exact
{
    private readonly BigInteger _denominatorLessOne;

    private Exact(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        _denominatorLessOne = denominator - BigInteger.One;
    }

    public Exact(BigInteger whole) : this(whole, BigInteger.One) { }

    public BigInteger Numerator { get; }

    // Stored less one, so that the default value is 0/1 and not 0/0.
    public BigInteger Denominator => _denominatorLessOne + BigInteger.One;

    public bool IsZero => Numerator.IsZero;

    /// <summary>Reads <c>digits[.digits]</c>.</summary>
    public static Exact Parse(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return new Exact(BigInteger.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
        var digits = string.Concat(text.AsSpan(0, point), text.AsSpan(point + 1));
        return new Exact(
            BigInteger.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture),
            BigInteger.Pow(10, text.Length - point - 1));
    }

    public static Exact operator +(Exact left, Exact right) =>
        left._denominatorLessOne == right._denominatorLessOne
            ? new Exact(left.Numerator + right.Numerator, left.Denominator)
            : new Exact((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Exact operator -(Exact value) => new(-value.Numerator, value.Denominator);

    public static Exact operator -(Exact left, Exact right) => left + -right;

    public static Exact operator *(Exact left, Exact right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient; the caller has made sure that the divisor is not 0.</summary>
    public static Exact operator /(Exact left, Exact right) =>
        right.Numerator.Sign < 0
            ? new Exact(-left.Numerator * right.Denominator, left.Denominator * -right.Numerator)
            : new Exact(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Below 0, 0 or above 0 as the left number is less than, equal to or greater than the right one.</summary>
    public static int Compare(Exact left, Exact right) =>
        left._denominatorLessOne == right._denominatorLessOne
            ? left.Numerator.CompareTo(right.Numerator)
            : (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator);
}
