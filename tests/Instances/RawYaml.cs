using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DatabricksApps.Instances;

/// <summary>Reads YAML by its core schema, as far as JSON has the value.</summary>
internal sealed partial class RawYaml
{
    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];

    /// <summary>Reads a text; null if it is not YAML.</summary>
    public static JsonNode? Read(string text)
    {
        try
        {
            Parser parser = new(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            return new RawYaml().ReadNode(parser);
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private JsonNode? ReadNode(IParser parser)
    {
        ParsingEvent node = parser.Consume<ParsingEvent>();
        return node switch
        {
            AnchorAlias alias => _anchors.GetValueOrDefault(alias.Value)?.DeepClone(),
            Scalar scalar => Remember(scalar, ReadScalar(scalar)),
            SequenceStart sequence => Remember(sequence, ReadSequence(parser)),
            MappingStart mapping => Remember(mapping, ReadMapping(parser)),
            _ => throw new YamlException($"Unexpected {node}."),
        };
    }

    private JsonArray ReadSequence(IParser parser)
    {
        JsonArray items = [];
        while (parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(parser));
        }

        parser.MoveNext();
        return items;
    }

    private JsonObject ReadMapping(IParser parser)
    {
        JsonObject members = [];
        while (parser.Current is not MappingEnd)
        {
            string key = parser.Current is Scalar scalar ? scalar.Value : "";
            ReadNode(parser);
            JsonNode? value = ReadNode(parser);
            if (key == "<<")
            {
                Merge(members, value);
            }
            else
            {
                members[key] = value;
            }
        }

        parser.MoveNext();
        return members;
    }

    // YAML's merge key: what the mapping has itself wins.
    private static void Merge(JsonObject members, JsonNode? merged)
    {
        foreach (JsonObject source in merged is JsonArray several ? several.OfType<JsonObject>() : [(merged as JsonObject) ?? []])
        {
            foreach ((string key, JsonNode? value) in source)
            {
                members.TryAdd(key, value?.DeepClone());
            }
        }
    }

    private JsonNode? Remember(NodeEvent node, JsonNode? value)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = value;
        }

        return value;
    }

    private static JsonNode? ReadScalar(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str")
        {
            return JsonValue.Create(scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when JsonNumber().IsMatch(scalar.Value) => JsonValue.Create(JsonDocument.Parse(scalar.Value).RootElement.Clone()),
            _ => JsonValue.Create(scalar.Value),
        };
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();
}
