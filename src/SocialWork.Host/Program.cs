using SocialWork.Host.Composition;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host;

/// <summary>The product's entry.</summary>
public static class Program
{
    /// <summary>Starts the host and runs it until it is stopped. 0 after an orderly stop, 1 when it could not start, 2 for a wrong setting or a data folder in use.</summary>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = SocialWorkHost.Build(args);
            // Opened first: a data folder in use is refused in one line, before anything has begun.
            _ = app.Services.GetRequiredService<WriteGate>();
            await app.RunAsync();
            return Environment.ExitCode;
        }
        catch (Exception wrong) when (wrong is SettingsException or DatabaseInUseException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"The host cannot start: {fault.GetBaseException().Message}");
            return 1;
        }
    }
}
