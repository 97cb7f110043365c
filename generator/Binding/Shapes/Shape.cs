using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Which reading of a schema a shape is.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Direction">Which way its value goes; received, where that makes no difference.</param>
/// <param name="As">The one type that the schema is read as, for a case of a union of types; none: all that it says.</param>
internal sealed record ShapeKey(ApiSchema Schema, Direction Direction, ApiType As);

/// <summary>What a schema is. Nothing here has a name in C#.</summary>
/// <remarks>Shapes refer to each other in any way, also to themselves: a shape is known before its content is.</remarks>
internal sealed class Shape
{
    public required ShapeKey Key { get; init; }

    /// <summary>Gets its number in the <see cref="ShapeGraph"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the component that the schema is, or is all that a component says; null: an inline schema.</summary>
    public required ApiComponent? Component { get; init; }

    /// <summary>Gets or sets what it is in what holds it, in the document's words: <c>dimensions</c>, <c>item</c>; empty for a component.</summary>
    public string Role { get; set; } = "";

    /// <summary>Gets or sets what it means there (<see cref="Roles.Meaning"/>).</summary>
    public string Meaning { get; set; } = "";

    /// <summary>Gets or sets whether the schema allows null beside what it is.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>Gets or sets what it is.</summary>
    public ShapeContent Content { get; set; } = ScalarContent.Any;

    public ApiSchema Schema => Key.Schema;

    public Direction Direction => Key.Direction;
}

/// <summary>The use of a shape by another one.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="IsNullable">Whether null is allowed here, whatever the shape allows.</param>
/// <param name="IsReference">Whether the document refers to a component here.</param>
internal sealed record ShapeUse(Shape Shape, bool IsNullable, bool IsReference)
{
    /// <summary>Gets whether null is not allowed here, though the shape allows it elsewhere.</summary>
    public bool IsNeverNull { get; init; }
}

/// <summary>What a shape is.</summary>
internal abstract record ShapeContent;

/// <summary>A value without parts: a scalar, a file, or any JSON.</summary>
internal sealed record ScalarContent(TypeKind Kind) : ShapeContent
{
    public static ScalarContent Any { get; } = new(TypeKind.Any);
}

/// <summary>The same as another shape: a reference, <c>allOf</c> of one, a union of one and null.</summary>
internal sealed record SameContent(ShapeUse Other) : ShapeContent;

internal sealed record ListContent(ShapeUse Item) : ShapeContent;

/// <summary>A map.</summary>
/// <param name="Value">What the values are.</param>
/// <param name="Others">What values under keys of a pattern are; where that differs, the values are any JSON.</param>
internal sealed record MapContent(ShapeUse Value, IReadOnlyList<ShapeUse> Others) : ShapeContent;

/// <summary>An array of two to seven items, which has no name in C#.</summary>
internal sealed record TupleContent(IReadOnlyList<ShapeUse> Items) : ShapeContent;

/// <summary>An array that begins with fixed items, as a type with a name.</summary>
/// <param name="Items">The items.</param>
/// <param name="Rest">What further items are; null: any JSON.</param>
internal sealed record TupleRecordContent(IReadOnlyList<ShapeUse> Items, ShapeUse? Rest) : ShapeContent;

/// <summary>An open enum.</summary>
/// <param name="Kind">What the values are on the wire.</param>
/// <param name="Values">The values as text, each once, with their spelling on the wire.</param>
internal sealed record EnumContent(EnumKind Kind, IReadOnlyList<(string Text, string Wire)> Values) : ShapeContent;

/// <summary>An object with members.</summary>
/// <param name="Members">The members that are declared, in the document's order.</param>
/// <param name="Additional">What further members are; null: any JSON.</param>
internal sealed record ObjectContent(IReadOnlyList<MemberShape> Members, ShapeUse? Additional) : ShapeContent
{
    /// <summary>Gets whether further members are not to be shown.</summary>
    public bool IsAdditionalSecret { get; init; }
}

/// <summary>A member of an object.</summary>
internal sealed record MemberShape(ApiProperty Property, ShapeUse Type, bool IsRequired);

/// <summary>One of several.</summary>
/// <param name="Discriminator">The member that tells which; null: told by shape.</param>
/// <param name="Cases">The cases.</param>
/// <param name="IsOfScalars">Whether it is a union of scalars without a name of its own, in which no order counts.</param>
internal sealed record UnionContent(string? Discriminator, IReadOnlyList<CaseShape> Cases, bool IsOfScalars) : ShapeContent
{
    /// <summary>Gets the members that stand beside the cases, which each of them has.</summary>
    public IReadOnlyList<MemberShape> Members { get; init; } = Array.Empty<MemberShape>();
}

/// <summary>A case of a union.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Tags">The values of the discriminator that mean it.</param>
internal sealed record CaseShape(ShapeUse Type, IReadOnlyList<string> Tags);
