namespace SocialWork.Host.Composition;

/// <summary>Which version of the product this is.</summary>
internal static class ProductVersion
{
    /// <summary>As major.minor.patch.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
