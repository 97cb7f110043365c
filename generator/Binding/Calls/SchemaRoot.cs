using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>A place outside all schemas where a client reads or writes one.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Direction">Which way the value goes.</param>
/// <param name="Call">The operation or endpoint.</param>
/// <param name="Roles">What the value is in the call, in words: <c>limit</c>; <c>Response</c> <c>Item</c>.</param>
internal sealed record SchemaRoot(ApiSchema Schema, Direction Direction, object Call, IReadOnlyList<string> Roles);
