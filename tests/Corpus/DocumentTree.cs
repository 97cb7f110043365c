using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DatabricksApps.Corpus;

/// <summary>
/// Reads a document independently of the generator, as far as the operations need it: objects as dictionaries, strings,
/// and null for everything else.
/// </summary>
internal static class DocumentTree
{
    /// <summary>Reads JSON or YAML; null if it is neither.</summary>
    public static object? Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        return ReadJson(text) ?? ReadYaml(text);
    }

    private static object? ReadJson(string text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(
                text, new JsonDocumentOptions { MaxDepth = 10_000, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return ReadJson(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object? ReadJson(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }

        Dictionary<string, object?> result = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            result[property.Name] = ReadJson(property.Value);
        }

        return result;
    }

    private static object? ReadYaml(string text)
    {
        try
        {
            Parser parser = new(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            return ReadYaml(parser, []);
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static object? ReadYaml(IParser parser, Dictionary<AnchorName, object?> anchors)
    {
        ParsingEvent node = parser.Consume<ParsingEvent>();
        switch (node)
        {
            case AnchorAlias alias:
                return anchors.GetValueOrDefault(alias.Value);
            case Scalar scalar:
                return Remember(scalar, scalar.Value, anchors);
            case SequenceStart sequence:
                while (parser.Current is not SequenceEnd)
                {
                    ReadYaml(parser, anchors);
                }

                parser.MoveNext();
                return Remember(sequence, null, anchors);
            case MappingStart mapping:
                return Remember(mapping, ReadMapping(parser, anchors), anchors);
            default:
                throw new YamlException($"Unexpected {node}.");
        }
    }

    private static Dictionary<string, object?> ReadMapping(IParser parser, Dictionary<AnchorName, object?> anchors)
    {
        Dictionary<string, object?> result = [];
        while (parser.Current is not MappingEnd)
        {
            object? key = ReadYaml(parser, anchors);
            result[key as string ?? ""] = ReadYaml(parser, anchors);
        }

        parser.MoveNext();
        return result;
    }

    private static object? Remember(NodeEvent node, object? value, Dictionary<AnchorName, object?> anchors)
    {
        if (!node.Anchor.IsEmpty)
        {
            anchors[node.Anchor] = value;
        }

        return value;
    }
}
