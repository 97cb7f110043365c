using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Reads <c>enum</c> as an open enum, <c>const</c> as the type of its value.</summary>
/// <remarks>
/// By the letter no other value is valid. Apps add values after a document was taken, and a client that fails at a new one
/// would fail at the whole answer: so the enum is open.
/// </remarks>
internal static class EnumShapes
{
    /// <summary>Gets the type of a schema that allows one value only.</summary>
    public static TypeKind TypeOfConstant(ApiValue constant) => constant.Node?.GetValueKind() switch
    {
        JsonValueKind.String => TypeKind.String,
        JsonValueKind.True or JsonValueKind.False => TypeKind.Boolean,
        JsonValueKind.Number => IsInteger(constant.Node) ? TypeKind.Int64 : TypeKind.Double,
        _ => TypeKind.Any,
    };

    public static ShapeContent Read(ShapeReader reader, Shape shape, IReadOnlyList<ApiValue> values)
    {
        List<JsonNode> nodes = values.Where(v => v.Node is not null).Select(v => v.Node!).ToList();
        if (nodes.All(IsBoolean))
        {
            return new ScalarContent(TypeKind.Boolean);
        }

        if (nodes.Any(node => node is not JsonValue))
        {
            return reader.Untyped(shape.Schema, $"the values of the enum are objects or arrays, which no C# enum has");
        }

        // Before 3.1 there is no `const`, and `Literal["a"]` is an enum of one. One with a name is a class that may grow.
        if (shape.Component is null && nodes.Count == 1)
        {
            return new ScalarContent(TypeOfConstant(new ApiValue(nodes[0])));
        }

        EnumKind kind = nodes.All(IsString) ? EnumKind.String : nodes.All(IsInteger) ? EnumKind.Integer : EnumKind.Mixed;
        return reader.Refuse(shape.Schema) ?? new EnumContent(kind, Distinct(nodes, kind));
    }

    private static List<(string Text, string Wire)> Distinct(List<JsonNode> nodes, EnumKind kind)
    {
        HashSet<string> wires = new(StringComparer.Ordinal);
        List<(string, string)> values = new(nodes.Count);
        foreach (JsonNode node in nodes)
        {
            string text = IsString(node) ? node.GetValue<string>() : node.ToJsonString();
            string wire = kind == EnumKind.Mixed ? node.ToJsonString() : text;
            if (wires.Add(wire))
            {
                values.Add((text, wire));
            }
        }

        return values;
    }

    private static bool IsString(JsonNode node) => node.GetValueKind() == JsonValueKind.String;

    private static bool IsBoolean(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsInteger(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
        && long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
