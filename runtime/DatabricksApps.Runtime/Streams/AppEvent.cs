namespace DatabricksApps;

/// <summary>An event of a <c>text/event-stream</c>.</summary>
/// <typeparam name="T">The type of the data.</typeparam>
/// <param name="Data">The data.</param>
/// <param name="EventType">The kind of event; <c>message</c> if the app gives none.</param>
/// <param name="Id">The id, to continue after; null if the app gives none.</param>
/// <param name="Retry">How long to wait before connecting again; null if the app does not say.</param>
public readonly record struct AppEvent<T>(T Data, string EventType, string? Id, TimeSpan? Retry);
