using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Finds the schema of the items of a stream.</summary>
internal static class StreamItems
{
    /// <summary>Gets the schema of an item; null if the document has none.</summary>
    /// <remarks>
    /// 3.2 has <c>itemSchema</c> for it, and calls <c>schema</c> the content as a whole, an array of the items ("Sequential
    /// Media Types"); so do springdoc and others before it for a <c>Flux</c>. A <c>schema</c> that is no array is what
    /// authors give who had no word for an item.
    /// </remarks>
    public static ApiSchema? Of(ApiMediaType media)
    {
        if (media.ItemSchema is { } item)
        {
            return item;
        }

        return media.Schema is { } whole && SchemaFacts.Follow(whole) is { Items: { } items } followed && SchemaFacts.TypesOf(followed) == ApiType.Array
            ? items
            : media.Schema;
    }
}
