namespace DatabricksApps.Gen.Binding.Names;

/// <summary>How the types that stand in a call are named after it.</summary>
/// <param name="Name">The method, without <c>Async</c>.</param>
/// <param name="Group">The group that the method is in; empty: none.</param>
internal sealed record CallName(string Name, string Group);
