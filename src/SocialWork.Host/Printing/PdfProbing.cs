namespace SocialWork.Host.Printing;

/// <summary>Looks for what prints when the host starts; nobody waits for it.</summary>
internal sealed class PdfProbing(PdfPrinter printer) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await printer.ProbeAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping before it was found.
        }
    }
}
