using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace DatabricksApps.Isolation;

/// <summary>Records every request, connection and name that this process asks for, as .NET itself tells of them.</summary>
internal sealed class OutgoingRequests : EventListener
{
    private static readonly string[] s_sources = ["System.Net.Http", "System.Net.Sockets", "System.Net.NameResolution"];

    /// <summary>Gets where requests went, as <c>http 127.0.0.1:8000</c>, and the names that were resolved.</summary>
    public ConcurrentDictionary<string, int> Places { get; } = new(StringComparer.Ordinal);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (s_sources.Contains(eventSource.Name))
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        object? Value(string name) => eventData.PayloadNames?.IndexOf(name) is { } at and >= 0 ? eventData.Payload![at] : null;
        string? place = (eventData.EventSource.Name, eventData.EventName) switch
        {
            ("System.Net.Http", "RequestStart") => string.Create(CultureInfo.InvariantCulture, $"{Value("scheme")} {Value("host")}:{Value("port")}"),
            ("System.Net.NameResolution", "ResolutionStart") => $"name {Value("hostNameOrAddress")}",
            _ => null,
        };
        if (place is not null)
        {
            Places.AddOrUpdate(place, 1, static (_, count) => count + 1);
        }
    }
}
