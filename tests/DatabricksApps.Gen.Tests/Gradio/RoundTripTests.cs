using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DatabricksApps.Instances;

namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>The models of every component survive their own JSON, files inside them too.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    /// <summary>The most cases that a union of any component has.</summary>
    private const int MostVariants = 6;

    [Theory]
    [InlineData("kitchen-sink.gradio.json", 20)]
    [InlineData("components.gradio.json", 40)]
    public void An_instance_comes_back_equal(string file, int least)
    {
        GeneratedCode code = Generation.Run(GradioDocuments.Of(file));
        using LoadedCode loaded = new(code, TestContext.Current.CancellationToken);
        RawDocument document = RawDocument.Read(file, AsOneDocument(GradioDocuments.TextOf(file)))!;

        int models = 0;
        List<string> misses = [];
        foreach ((string pointer, Type type) in GeneratedTypes.FindAll(code, loaded.Assembly, file))
        {
            if (type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
                && !pointer.EndsWith("/returns", StringComparison.Ordinal) && document.Find(pointer) is { } schema)
            {
                models++;
                misses.AddRange(FindMisses(document, schema, type).Select(miss => $"{pointer}: {miss}"));
            }
        }

        output.WriteLine($"{models} models");
        Assert.True(misses.Count == 0, string.Join('\n', misses.Take(20)));
        Assert.True(models >= least, $"{models} models");
    }

    private static IEnumerable<string> FindMisses(RawDocument document, JsonNode schema, Type type)
    {
        foreach (InstanceKind kind in InstanceKind.All(MostVariants))
        {
            string json = new InstanceBuilder(document, kind).Build(schema)?.ToJsonString() ?? "null";
            if (FindMiss(json, type) is { } miss)
            {
                yield return $"{kind}: {miss}";
            }
        }
    }

    private static string? FindMiss(string json, Type type)
    {
        try
        {
            object? model = JsonSerializer.Deserialize(json, type);
            using JsonDocument expected = JsonDocument.Parse(json);
            using JsonDocument actual = JsonDocument.Parse(JsonSerializer.Serialize(model, type));
            return JsonComparison.FindDifference(expected.RootElement, actual.RootElement);
        }
        catch (JsonException exception)
        {
            return exception.Message + " of " + json;
        }
    }

    // Each schema of a snapshot counts its references from itself, and says "type": {} for anything.
    private static string AsOneDocument(string text)
    {
        JsonNode snapshot = JsonNode.Parse(text)!;
        foreach ((string name, JsonNode? endpoint) in snapshot["named_endpoints"]!.AsObject())
        {
            foreach (string values in new[] { "parameters", "returns" })
            {
                for (int i = 0; i < endpoint![values]!.AsArray().Count; i++)
                {
                    string key = name.Replace("~", "~0").Replace("/", "~1").Replace("%", "%25");
                    Rewrite(endpoint[values]![i]!["type"], $"#/named_endpoints/{key}/{values}/{i}/type");
                }
            }
        }

        return snapshot.ToJsonString();
    }

    private static void Rewrite(JsonNode? node, string root)
    {
        if (node is JsonArray items)
        {
            items.ToList().ForEach(item => Rewrite(item, root));
        }
        else if (node is JsonObject members)
        {
            if (members["type"] is JsonObject { Count: 0 })
            {
                members.Remove("type");
            }

            if (members["$ref"] is JsonValue reference)
            {
                members["$ref"] = root + reference.GetValue<string>()[1..];
            }

            members.ToList().ForEach(member => Rewrite(member.Value, root));
        }
    }
}
