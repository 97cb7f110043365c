using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Binds <c>enum</c> to an open enum, <c>const</c> to the type of its value.</summary>
/// <remarks>
/// By the letter no other value is valid. Apps add values after a document was taken, and a client that fails at a new one
/// would fail at the whole answer: so the enum is open.
/// </remarks>
internal sealed class EnumBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;

    public EnumBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
    }

    /// <summary>Gets the type of a schema that allows one value only.</summary>
    public static TypeRef TypeOfConstant(ApiValue constant) => TypeRef.Of(constant.Node?.GetValueKind() switch
    {
        JsonValueKind.String => TypeKind.String,
        JsonValueKind.True or JsonValueKind.False => TypeKind.Boolean,
        JsonValueKind.Number => IsInteger(constant.Node) ? TypeKind.Int64 : TypeKind.Double,
        _ => TypeKind.Any,
    });

    public TypeRef Bind(ApiSchema schema, IReadOnlyList<ApiValue> values, Hint hint)
    {
        List<JsonNode> nodes = values.Where(v => v.Node is not null).Select(v => v.Node!).ToList();
        if (nodes.All(IsBoolean))
        {
            return TypeRef.Of(TypeKind.Boolean);
        }

        if (nodes.Any(node => node is not JsonValue))
        {
            return _schemas.Untyped(schema, $"the values of the enum are objects or arrays, which no C# enum has");
        }

        // Before 3.1 there is no `const`, and `Literal["a"]` is an enum of one. One with a name is a class that may grow.
        if (hint.Component is null && nodes.Count == 1)
        {
            return TypeOfConstant(new ApiValue(nodes[0]));
        }

        EnumKind kind = nodes.All(IsString) ? EnumKind.String : nodes.All(IsInteger) ? EnumKind.Integer : EnumKind.Mixed;
        if (_schemas.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        string name = _schemas.Declare(TypeKind.Enum, schema, hint);
        EnumTypeModel model = new(
            name, hint.Origin, _schemas.Document(schema, hint), schema.IsDeprecated, kind, BindValues(nodes, kind, name));
        return TypeRef.Named(TypeKind.Enum, _context.Shared.Add(model, hint));
    }

    public static bool IsString(JsonNode node) => node.GetValueKind() == JsonValueKind.String;

    private static bool IsBoolean(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsInteger(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
        && long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static EquatableArray<EnumValueModel> BindValues(List<JsonNode> nodes, EnumKind kind, string typeName)
    {
        NameScope names = new(ReservedNames.EnumMembers, new[] { typeName });
        HashSet<string> wires = new(StringComparer.Ordinal);
        List<EnumValueModel> values = new(nodes.Count);
        foreach (JsonNode node in nodes)
        {
            string text = IsString(node) ? node.GetValue<string>() : node.ToJsonString();
            string wire = kind == EnumKind.Mixed ? node.ToJsonString() : text;
            if (wires.Add(wire))
            {
                values.Add(new EnumValueModel(NameOf(text, names), wire));
            }
        }

        return values.ToEquatableArray();
    }

    private static string NameOf(string text, NameScope names)
    {
        if (text.Length == 0)
        {
            return names.Take("Empty");
        }

        // A number is no name, and an underscore before it would be none either.
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return names.Take("Value" + Words.PascalWithSymbols(text).TrimStart('_'));
        }

        // Sort orders come in pairs such as "name" and "-name": there the sign is what tells them apart.
        string pascal = Words.Pascal(text);
        string spelled = Words.PascalWithSymbols(text);
        return text[0] is '-' or '+' ? names.Take(spelled, pascal + "Value") : names.Take(pascal, spelled, pascal + "Value");
    }
}
