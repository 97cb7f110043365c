namespace DatabricksApps.Readers;

/// <summary>A reader does not read a document.</summary>
internal sealed class UnreadException(string message) : Exception(message);
