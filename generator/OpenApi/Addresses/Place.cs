using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.OpenApi.Addresses;

/// <summary>An object of the document with its pointer.</summary>
internal readonly record struct Place(JsonObject Node, string Pointer);
