// DBXAPP0102 /components/schemas/List
// DBXAPP0102 /components/schemas/Map

public sealed partial class Holder
{
    public IReadOnlyList<JsonElement>? List { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Map { get; init; }
}
