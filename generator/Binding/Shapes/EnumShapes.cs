using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding.Schemas;
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

        EnumKind kind = nodes.All(IsString) ? EnumKind.String : nodes.All(IsInteger) && !reader.IsOfGradio ? EnumKind.Integer : EnumKind.Mixed;
        return reader.Refuse(shape.Schema) ?? new EnumContent(kind, Distinct(nodes, kind));
    }

    /// <summary>Finds the place that says a value: in the list of an enum, or the branch whose constant it is.</summary>
    /// <param name="schema">The schema of the enum.</param>
    /// <param name="kind">What its values are on the wire.</param>
    /// <param name="wire">The value as it is there.</param>
    public static string PlaceOf(ApiSchema schema, EnumKind kind, string wire) => FindPlace(schema, kind, wire) ?? schema.Pointer;

    private static string? FindPlace(ApiSchema schema, EnumKind kind, string wire)
    {
        for (int i = 0; i < schema.Enum?.Count; i++)
        {
            if (schema.Enum[i].Node is { } value && WireOf(value, kind) == wire)
            {
                return schema.Pointer + "/enum/" + i.ToString(CultureInfo.InvariantCulture);
            }
        }

        return schema.Const?.Node is { } constant && WireOf(constant, kind) == wire ? schema.Pointer + "/const"
            : SchemaFacts.Branches(schema).Select(branch => FindPlace(branch, kind, wire)).FirstOrDefault(place => place is not null);
    }

    private static List<(string Text, string Wire)> Distinct(List<JsonNode> nodes, EnumKind kind)
    {
        HashSet<string> wires = new(StringComparer.Ordinal);
        List<(string, string)> values = new(nodes.Count);
        foreach (JsonNode node in nodes)
        {
            string wire = WireOf(node, kind);
            if (wires.Add(wire))
            {
                values.Add((TextOf(node), wire));
            }
        }

        return values;
    }

    private static string TextOf(JsonNode node) => IsString(node) ? node.GetValue<string>() : node.ToJsonString();

    private static string WireOf(JsonNode node, EnumKind kind) => kind == EnumKind.Mixed ? node.ToJsonString() : TextOf(node);

    private static bool IsString(JsonNode node) => node.GetValueKind() == JsonValueKind.String;

    private static bool IsBoolean(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsInteger(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
        && long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
