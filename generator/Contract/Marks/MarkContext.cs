using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>What the changes of one document are turned into marks with.</summary>
internal sealed class MarkContext
{
    private readonly Func<string, string> _placeOf;
    private readonly Dictionary<string, TypeModel> _types;
    private readonly ILookup<string, (string ClassName, OperationModel Operation)> _calls;

    /// <param name="client">The client of the document as it is.</param>
    /// <param name="before">The facts that were accepted.</param>
    /// <param name="after">The facts of the document as it is.</param>
    /// <param name="placeOf">Spells where a pointer is: <c>inventory.openapi.json:120</c>.</param>
    public MarkContext(ClientModel client, EquatableArray<Fact> before, EquatableArray<Fact> after, Func<string, string> placeOf)
    {
        Client = client;
        Was = new FactIndex(before);
        Now = new FactIndex(after);
        Effects = new Effects(before, after);
        _placeOf = placeOf;
        _types = client.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _calls = client.Groups
            .SelectMany(group => group.Operations.Select(operation => (group.ClassName, Operation: operation)))
            .ToLookup(call => call.Operation.Call.Name, StringComparer.Ordinal);
        TypeNames = new TypeTextReader(Named);
    }

    public ClientModel Client { get; }

    public FactIndex Was { get; }

    public FactIndex Now { get; }

    public Effects Effects { get; }

    /// <summary>Gets what reads the types of facts, those that are gone among them.</summary>
    public TypeTextReader TypeNames { get; }

    /// <summary>Gets why the document cannot be read; null: it is read.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Gets the methods of a call: several may read it, each another kind of its answers.</summary>
    public IEnumerable<(string ClassName, OperationModel Operation)> Methods(string call) => _calls[call];

    /// <summary>Gets the methods that a fact of a call is about: of what is given the one that gives it.</summary>
    public IEnumerable<(string ClassName, OperationModel Operation)> Methods(Fact fact) => fact.Kind is FactKind.Answer or FactKind.Method
        ? Methods(fact.Owner).Where(method => AnswerKinds.Of(method.Operation.Response.Kind) == (fact.Kind == FactKind.Method ? fact.Part : AnswerKinds.OfType(fact.Type ?? "")))
        : Methods(fact.Owner);

    /// <summary>Gets a type of the client; null: there is none of this name.</summary>
    public TypeModel? Type(string name) => _types.TryGetValue(name, out TypeModel? type) ? type : null;

    /// <summary>Tells whether the client's namespace has a type of this name.</summary>
    public bool IsTaken(string type) =>
        _types.ContainsKey(type) || type == Client.ClientName || type == Client.JsonName || Client.Groups.Any(group => group.ClassName == type);

    /// <summary>Composes what is told at the line of a caller: the place in the document, what changed from what to what, what to do.</summary>
    /// <param name="change">The change.</param>
    /// <param name="advice">What to do there, or what it means there: a sentence without its stop.</param>
    public string Text(Change change, MessageText advice) => Unreadable is not null
        ? $"{Unreadable}. In what can be read, {change.Text}"
        : MessageText.Spell($"{_placeOf(MarkPointers.Of(change, Now))}: {change.Text}{(advice.IsEmpty ? "" : ". ")}{advice}");

    private TypeRef? Named(string name) => Type(name) switch
    {
        ObjectTypeModel => TypeRef.Named(TypeKind.Object, name),
        EnumTypeModel => TypeRef.Named(TypeKind.Enum, name),
        UnionTypeModel => TypeRef.Named(TypeKind.Union, name),
        TupleTypeModel => TypeRef.Named(TypeKind.TupleRecord, name),
        _ => Was.Of(FactKind.Type, name) is [var gone, ..] && GoneTypes.KindOf(gone) is { } kind && !IsTaken(name) ? TypeRef.Named(kind, name) : null,
    };
}
