using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>What a shape says by itself, whatever its parts are: two shapes can be one type only if that is equal.</summary>
/// <remarks>
/// A component is a type of its own. Pydantic writes the members of a base class into each class that inherits, and a
/// union or <c>Literal</c> has no name of its own there; other writers copy a whole object wherever it is used. With a type
/// for each place, a value read from an answer could not be sent in a request.
/// </remarks>
internal static class OwnSignature
{
    public static object Of(Shape shape, ShapeContent content, SettledShapes shapes) => content switch
    {
        ScalarContent => content,
        ListContent => "list",
        MapContent => "map",
        TupleContent => "tuple",

        // What is masked as a whole is another type than what is shown.
        UnionContent { IsOfScalars: true } => SchemaFacts.IsSecret(shape.Schema) ? "secret scalars" : "scalars",
        _ when shape.Component is { } component => (component, shape.Direction),

        // Other roles may mean other things, though the values be the same.
        EnumContent values when shape.Meaning.Length > 0 => new EnumSays(Words.Pascal(shape.Meaning), values.Kind, values.Values.Select(v => v.Wire).ToEquatableArray()),

        // Cases that have names say what the union is, wherever it stands.
        UnionContent union when shape.Meaning.Length > 0 || SpeakForThemselves(union, shapes) => new UnionSays(
            SpeakForThemselves(union, shapes) ? "" : Words.Pascal(shape.Meaning),
            union.Discriminator,
            union.Cases.Select(c => c.Tags.ToEquatableArray()).ToEquatableArray(),
            union.Members.Select(m => m.Property.Name).ToEquatableArray(),
            SchemaFacts.IsSecret(shape.Schema)),
        ObjectContent model when NameOf(shape) is { Length: > 0 } name => new ObjectSays(
            name, shape.Schema.Description, shape.Schema.IsDeprecated, model.Additional is null, model.IsAdditionalSecret, ByName(model).Select(Says).ToEquatableArray()),
        _ => shape,
    };

    /// <summary>Gets the parts of a shape in an order that does not hang on the document's.</summary>
    public static IEnumerable<ShapeUse> Parts(Shape shape, ShapeContent content) => content switch
    {
        ObjectContent or UnionContent { IsOfScalars: false } or EnumContent or TupleRecordContent when shape.Component is not null => Enumerable.Empty<ShapeUse>(),
        ObjectContent model => model.Additional is { } value ? ByName(model).Select(m => m.Type).Append(value) : ByName(model).Select(m => m.Type),
        _ => ShapeContents.Parts(content),
    };

    // The name of an object in the document is its title, without one its role. The whole body or answer of a call has
    // neither, and stays a type of that call.
    private static string NameOf(Shape shape) => shape.Schema.Title ?? Words.Pascal(shape.Meaning);

    private static bool SpeakForThemselves(UnionContent union, SettledShapes shapes) => union.Cases.All(c => SpeaksForItself(c.Type, shapes));

    private static bool SpeaksForItself(ShapeUse use, SettledShapes shapes)
    {
        Shape shape = shapes.Resolve(use).Shape;
        return shapes.ContentOf(shape) switch
        {
            ScalarContent scalar => scalar.Kind != TypeKind.Any,
            ListContent list => SpeaksForItself(list.Item, shapes),
            MapContent map => SpeaksForItself(map.Value, shapes),
            _ => shape.Component is not null,
        };
    }

    private static MemberShape[] ByName(ObjectContent model)
    {
        MemberShape[] members = model.Members.ToArray();
        Array.Sort(members, (a, b) => string.CompareOrdinal(a.Property.Name, b.Property.Name));
        return members;
    }

    private static MemberSays Says(MemberShape member)
    {
        ApiSchema schema = member.Property.Schema;
        return new MemberSays(
            member.Property.Name,
            member.IsRequired,
            SchemaFacts.ConstantOf(schema)?.Json,
            SchemaFacts.DefaultOf(schema)?.Json,
            schema.IsDeprecated,
            SchemaFacts.IsSecret(schema),
            SchemaDocs.OfMember(schema, null));
    }

    private sealed record EnumSays(string Role, EnumKind Kind, EquatableArray<string> Values);

    private sealed record UnionSays(string Role, string? Discriminator, EquatableArray<EquatableArray<string>> Tags, EquatableArray<string> Members, bool IsSecret);

    private sealed record ObjectSays(
        string Name, string? Description, bool IsDeprecated, bool HasAdditional, bool IsAdditionalSecret, EquatableArray<MemberSays> Members);

    private sealed record MemberSays(
        string Name, bool IsRequired, string? Constant, string? Default, bool IsDeprecated, bool IsSecret, DocModel Doc);
}
