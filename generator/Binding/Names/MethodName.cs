using DatabricksApps.Gen.Binding.Calls;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>A method, and what it is for.</summary>
/// <param name="Call">The call that it makes.</param>
/// <param name="Representation">What it asks for.</param>
/// <param name="Name">Its name.</param>
internal sealed record MethodName(CallChoice Call, Representation Representation, string Name);
