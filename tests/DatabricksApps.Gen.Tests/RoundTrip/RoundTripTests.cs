using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>The models of real FastAPI documents survive their own JSON.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    /// <summary>What <see cref="JsonSerializer"/> is asked with: the converters of the types do the rest.</summary>
    private static readonly JsonSerializerOptions s_plain = new();

    public static TheoryData<string> Documents =>
        [.. Corpus.Files
            .Select(file => Path.GetRelativePath(Corpus.Directory!, file))
            .Where(name => name.StartsWith("fastapi", StringComparison.Ordinal))
            .DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_instance_of_a_component_comes_back_equal(string name)
    {
        Assert.SkipWhen(Corpus.Directory is null, "The folder shared/corpus is not there.");
        string text = File.ReadAllText(Path.Combine(Corpus.Directory!, name));
        JsonObject document = Parse(name, text);
        GeneratedCode code = Generation.Run(new Document(name, text));
        using LoadedAssembly loaded = new(code);

        int passed = 0;
        List<string> misses = [];
        foreach ((string component, Type type) in FindTypes(code, loaded, Path.GetFileName(name)))
        {
            JsonNode schema = document["components"]!["schemas"]![component]!;
            List<string> own = [.. FindMisses(document, schema, type)];
            passed += own.Count == 0 ? 1 : 0;
            misses.AddRange(own.Take(1).Select(miss => $"{component}: {miss}"));
        }

        output.WriteLine($"{passed} of {passed + misses.Count} models come back equal.");
        Assert.True(misses.Count == 0, string.Join('\n', misses.Take(20)));
    }

    private static IEnumerable<string> FindMisses(JsonObject document, JsonNode schema, Type type)
    {
        foreach (InstanceKind kind in InstanceKind.All(SchemaText.CountVariants(schema, document)))
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
            object? model = JsonSerializer.Deserialize(json, type, s_plain);
            string written = JsonSerializer.Serialize(model, type, s_plain);
            using JsonDocument expected = JsonDocument.Parse(json);
            using JsonDocument actual = JsonDocument.Parse(written);
            return JsonComparison.FindDifference(expected.RootElement, actual.RootElement);
        }
        catch (JsonException exception)
        {
            return exception.Message + " of " + (json.Length < 200 ? json : json[..200]);
        }
    }

    /// <summary>Finds the type of each component by the place in the document that its documentation names.</summary>
    private static IEnumerable<(string Component, Type Type)> FindTypes(GeneratedCode code, LoadedAssembly loaded, string documentName)
    {
        const string Schemas = "/components/schemas/";
        return from tree in code.Trees
               from type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
               from pointer in Remarks.PointersOf(type, documentName)
               where pointer.StartsWith(Schemas, StringComparison.Ordinal) && !pointer[Schemas.Length..].Contains('/')
               let space = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString().Replace("@", "")
               select (
                   pointer[Schemas.Length..].Replace("~1", "/").Replace("~0", "~"),
                   loaded.Assembly.GetType($"{space}.{type.Identifier.ValueText}", throwOnError: true)!);
    }

    private static JsonObject Parse(string name, string text) => name.EndsWith(".json", StringComparison.Ordinal)
        ? JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!.AsObject()
        : YamlTreeReader.Read(text, "", new Findings(), TestContext.Current.CancellationToken)!.AsObject();
}
