namespace DatabricksApps.Generators;

/// <summary>A file of C# that a generator wrote.</summary>
internal sealed record SourceFile(string Name, string Text);
