namespace SocialWork.Host.Composition.Jobs;

/// <summary>The address of who asked for the work that is being done outside of a request. Safe for concurrent use.</summary>
public sealed class JobOrigin
{
    private readonly AsyncLocal<string?> _address = new();

    /// <summary>The address; null where it is not known, or no such work is being done here.</summary>
    public string? Address
    {
        get => _address.Value;
        set => _address.Value = value;
    }
}
