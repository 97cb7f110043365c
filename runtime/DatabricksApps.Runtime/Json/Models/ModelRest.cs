using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>What few models have, so that the others pay one reference for it. Copies share it: it never changes.</summary>
internal sealed class ModelRest(
    ulong[]? assigned, IReadOnlyDictionary<string, JsonElement>? additionalProperties, KeptOffset? offsets)
{
    /// <summary>Gets which members beyond the first 64 were assigned, a bit each.</summary>
    public ulong[]? Assigned => assigned;

    /// <summary>Gets the properties that the document doesn't know.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties => additionalProperties;

    /// <summary>Gets what members keep of their offsets.</summary>
    public KeptOffset? Offsets => offsets;
}
