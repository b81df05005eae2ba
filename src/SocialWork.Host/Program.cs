using SocialWork.Host.Commands;
using SocialWork.Host.Composition;
using SocialWork.Persistence.Writing;

namespace SocialWork.Host;

/// <summary>The product's entry.</summary>
public static class Program
{
    private const int CannotStart = 1;
    private const int WrongSetting = 2;

    /// <summary>Carries out the command that comes first; without one, starts the host and runs it until it is stopped.</summary>
    /// <returns>What the command answers; of the host 0 after an orderly stop; 1 when it could not start, 2 for a wrong setting or a data folder in use.</returns>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            return args is [var name, .. var rest] && !name.StartsWith('-') ? await Command.RunAsync(name, rest, Console.Out, CancellationToken.None) : await ServeAsync(args);
        }
        catch (Exception wrong) when (wrong is SettingsException or DatabaseInUseException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongSetting;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"The host cannot start: {fault.GetBaseException().Message}");
            return CannotStart;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = SocialWorkHost.Build(args);
        // Opened first: a data folder in use is refused in one line, before anything has begun.
        _ = app.Services.GetRequiredService<WriteGate>();
        await app.RunAsync();
        return Environment.ExitCode;
    }
}
