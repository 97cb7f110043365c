using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

/// <summary>Keeps what is logged, at every level and in the scopes.</summary>
internal sealed class LogCapture : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> _entries = new();

    private readonly ConcurrentQueue<string> _scopes = new();

    public IEnumerable<string> Texts => _entries.Select(e => e.Text);

    public IEnumerable<string> Scopes => _scopes;

    public IEnumerable<string> Of(LogLevel level) => _entries.Where(e => e.Level == level).Select(e => e.Text);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _scopes.Enqueue(state is IEnumerable<KeyValuePair<string, object?>> values ? $"{state} {string.Join(' ', values)}" : state.ToString()!);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, eventId, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}"));
}
