using System.Text.Json;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class CorpusTests
{
    private static readonly string[] s_methods =
        ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public static TheoryData<string> JsonDocuments => Documents(".json");

    [Theory]
    [MemberData(nameof(JsonDocuments))]
    public void A_real_JSON_document_reads_with_every_operation_and_schema(string name)
    {
        Assert.SkipWhen(Corpus.Directory is null, "The folder shared/corpus is not there.");
        string text = File.ReadAllText(Path.Combine(Corpus.Directory, name));
        Findings findings = new();

        ReadResult result = DocumentReader.Read(name, text, findings, TestContext.Current.CancellationToken);

        Assert.NotNull(result.Document);
        using JsonDocument json = JsonDocument.Parse(text.TrimStart('\uFEFF'), new() { MaxDepth = 1000 });
        Assert.Equal(CountOperations(json.RootElement), result.Document.Operations.Count);
        Assert.Equal(SchemaNames(json.RootElement), result.Document.Schemas.Select(schema => schema.Name));
    }

    private static int CountOperations(JsonElement root)
    {
        int count = 0;
        if (!root.TryGetProperty("paths", out JsonElement paths))
        {
            return 0;
        }

        foreach (JsonProperty path in paths.EnumerateObject())
        {
            JsonElement item = path.Value;
            if (path.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            while (item.TryGetProperty("$ref", out JsonElement reference))
            {
                item = Find(root, reference.GetString()!);
            }

            count += item.EnumerateObject().Count(member => s_methods.Contains(member.Name));
            if (item.TryGetProperty("additionalOperations", out JsonElement additional))
            {
                count += additional.EnumerateObject().Count();
            }
        }

        return count;
    }

    private static JsonElement Find(JsonElement root, string reference)
    {
        JsonElement found = root;
        foreach (string key in reference.TrimStart('#', '/').Split('/'))
        {
            found = found.GetProperty(Uri.UnescapeDataString(key).Replace("~1", "/").Replace("~0", "~"));
        }

        return found;
    }

    private static IEnumerable<string> SchemaNames(JsonElement root)
    {
        JsonElement schemas = default;
        bool hasSchemas = root.TryGetProperty("components", out JsonElement components)
            ? components.TryGetProperty("schemas", out schemas)
            : root.TryGetProperty("definitions", out schemas);
        return hasSchemas ? schemas.EnumerateObject().Select(member => member.Name).Distinct() : [];
    }

    private static TheoryData<string> Documents(string extension)
    {
        TheoryData<string> names = [];
        foreach (string file in Corpus.Files.Where(file => file.EndsWith(extension, StringComparison.Ordinal)))
        {
            names.Add(Path.GetRelativePath(Corpus.Directory!, file));
        }

        if (names.Count == 0)
        {
            names.Add("");
        }

        return names;
    }
}
