namespace SocialWork.Fixtures.Private;

/// <summary>A type of a library that a plugin brings along.</summary>
public static class Greeting
{
    /// <summary>Anything.</summary>
    public const int Length = 5;

    /// <summary>Doubles, so that the library is really loaded.</summary>
    public static int Twice(int value) => value * 2;
}
