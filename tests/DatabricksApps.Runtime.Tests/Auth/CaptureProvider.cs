using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

/// <summary>Gives one log for all categories.</summary>
internal sealed class CaptureProvider(LogCapture log) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => log;

    public void Dispose()
    {
    }
}
