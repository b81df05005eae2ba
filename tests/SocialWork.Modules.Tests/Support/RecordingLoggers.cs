using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SocialWork.Modules.Tests.Support;

/// <summary>Keeps every log line with its category, and the exceptions that came with them.</summary>
internal sealed class RecordingLoggers : ILoggerFactory
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<Exception> Exceptions { get; } = new();

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, this);

    public void Dispose() { }

    private sealed class Recorder(string category, RecordingLoggers owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            owner.Lines.Enqueue($"{category}: {formatter(state, exception)}");
            if (exception is not null) owner.Exceptions.Enqueue(exception);
        }
    }
}
