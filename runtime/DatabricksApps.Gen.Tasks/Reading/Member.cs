using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>A method or field that code refers to.</summary>
internal sealed class Member
{
    /// <summary>Gets the namespace of the type that it belongs to; empty: it is unknown, or has none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Gets the name of the type as metadata spell it, such as <c>List`1</c>.</summary>
    public string Type { get; init; } = "";

    public required string Name { get; init; }

    /// <summary>Gets whether it is one of this assembly, so that its code is seen.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Gets the generated type that it belongs to; null: none.</summary>
    public GeneratedType? Generated { get; init; }

    /// <summary>Gets the method, of this assembly.</summary>
    public MethodDefinitionHandle Definition { get; init; }

    /// <summary>Gets what its type mentions.</summary>
    public GeneratedType[]? TypeMention { get; init; }

    public TypeArguments Arguments { get; init; } = TypeArguments.None;

    public bool IsInstance { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>Gets whether a call leaves nothing on the stack.</summary>
    public bool IsVoid { get; init; }

    public ImmutableArray<GeneratedType[]?> Parameters { get; init; } = ImmutableArray<GeneratedType[]?>.Empty;

    /// <summary>Gets what a call gives, or what a field holds.</summary>
    public GeneratedType[]? Result { get; init; }
}
