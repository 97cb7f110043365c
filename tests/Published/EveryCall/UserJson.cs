using System.Text.Json;
using System.Text.Json.Serialization;
using EveryCall.InventoryApi;

namespace EveryCall;

/// <summary>The models in a serializer of the program's own, which finds them through the client's resolver.</summary>
internal static class UserJson
{
    public static void Use(Item item)
    {
        JsonSerializerOptions options = new() { TypeInfoResolverChain = { KeptJson.Default, InventoryJson.TypeInfoResolver } };

        string one = JsonSerializer.Serialize(item, options.GetTypeInfo(typeof(Item)));
        Item read = (Item)JsonSerializer.Deserialize(one, options.GetTypeInfo(typeof(Item)))!;
        Console.WriteLine($"serializer: {read == item}");

        string list = JsonSerializer.Serialize(new List<Item> { item, read }, options.GetTypeInfo(typeof(List<Item>)));
        List<Item> items = (List<Item>)JsonSerializer.Deserialize(list, options.GetTypeInfo(typeof(List<Item>)))!;
        Console.WriteLine($"serializer, list: {items.Count}");

        Status status = (Status)JsonSerializer.Deserialize("\"new-one\"", options.GetTypeInfo(typeof(Status)))!;
        Console.WriteLine($"serializer, enum: {status.Value} {status.IsKnown}");

        string kept = JsonSerializer.Serialize(new Kept(7, "note"), options.GetTypeInfo(typeof(Kept)));
        Console.WriteLine($"serializer, own type: {kept}");
    }
}

internal sealed record Kept(int Id, string Note);

[JsonSerializable(typeof(Kept))]
internal sealed partial class KeptJson : JsonSerializerContext;
