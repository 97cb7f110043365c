using System.Text.Json;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;
using SharpYaml.Serialization;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Every real document reads, and has the operations and schemas that a plain walk over its text finds.</summary>
public sealed class CorpusTests
{
    private static readonly string[] s_methods =
        ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public static TheoryData<string> Documents
    {
        get
        {
            TheoryData<string> names = [];
            foreach (string file in Corpus.Files)
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

    [Fact]
    public void The_corpus_is_whole()
    {
        Assert.SkipWhen(Corpus.Directory is null, "The folder shared/corpus is not there.");
        Assert.Equal(124, Corpus.Files.Count);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_real_document_reads_with_every_operation_and_schema(string name)
    {
        Assert.SkipWhen(Corpus.Directory is null, "The folder shared/corpus is not there.");
        string text = File.ReadAllText(Path.Combine(Corpus.Directory, name));
        Findings findings = new();

        ReadResult result = DocumentReader.Read(name, text, _ => null, findings, TestContext.Current.CancellationToken);

        Assert.NotNull(result.Document);
        PlainNode root = name.EndsWith(".json", StringComparison.Ordinal) ? PlainNode.FromJson(text) : PlainNode.FromYaml(text);
        Assert.Equal(CountOperations(root), result.Document.Operations.Count);
        PlainNode? schemas = root["components"]?["schemas"] ?? root["definitions"];
        Assert.Equal(schemas?.Members.Keys.Where(key => key != "$ref") ?? [], result.Document.Schemas.Select(schema => schema.Name));
    }

    private static int CountOperations(PlainNode root)
    {
        int count = 0;
        foreach ((string path, PlainNode declared) in root["paths"]?.Members ?? [])
        {
            PlainNode? item = declared;
            while (item?["$ref"]?.Text is { } reference)
            {
                item = Find(root, reference);
            }

            if (item is not null && !path.StartsWith("x-", StringComparison.Ordinal))
            {
                count += item.Members.Keys.Count(s_methods.Contains) + (item["additionalOperations"]?.Members.Count ?? 0);
            }
        }

        return count;
    }

    private static PlainNode? Find(PlainNode root, string reference)
    {
        PlainNode? found = reference.StartsWith('#') ? root : null;
        foreach (string key in reference.TrimStart('#', '/').Split('/'))
        {
            found = found?[Uri.UnescapeDataString(key).Replace("~1", "/").Replace("~0", "~")];
        }

        return found;
    }

    /// <summary>A document read by other means than the generator's.</summary>
    private sealed record PlainNode(string? Text, Dictionary<string, PlainNode> Members)
    {
        public PlainNode? this[string key] => Members.GetValueOrDefault(key);

        public static PlainNode FromJson(string text)
        {
            using JsonDocument json = JsonDocument.Parse(text, new() { MaxDepth = 1000 });
            return From(json.RootElement);
        }

        public static PlainNode FromYaml(string text)
        {
            YamlStream yaml = [];
            yaml.Load(new StringReader(text));
            return From(yaml.Documents[0].RootNode);
        }

        private static PlainNode From(JsonElement element)
        {
            Dictionary<string, PlainNode> members = [];
            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[member.Name] = From(member.Value);
                }
            }

            return new(element.ValueKind == JsonValueKind.String ? element.GetString() : null, members);
        }

        private static PlainNode From(YamlNode node)
        {
            Dictionary<string, PlainNode> members = [];
            if (node is YamlMappingNode mapping)
            {
                foreach ((YamlNode key, YamlNode value) in mapping)
                {
                    members[((YamlScalarNode)key).Value!] = From(value);
                }
            }

            return new((node as YamlScalarNode)?.Value, members);
        }
    }
}
