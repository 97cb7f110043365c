using System.Text.Json.Nodes;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary>What a build writes about the use of a client.</summary>
internal static class UsageText
{
    public static string Of(
        string document, string assembly, string calls = "", string reads = "", string sets = "", string whole = "", bool isOpen = false, string facts = "") =>
        new JsonObject
        {
            ["document"] = document,
            ["client"] = "Shop.ShopApi.ShopClient",
            ["assembly"] = assembly,
            ["open"] = isOpen,
            ["calls"] = Names(calls),
            ["reads"] = Names(reads),
            ["sets"] = Names(sets),
            ["uses"] = new JsonArray(),
            ["whole"] = Names(whole),
            ["facts"] = Names(facts, '\n'),
        }.ToJsonString();

    private static JsonArray Names(string names, char separator = ' ') =>
        new([.. names.Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)name)]);
}
