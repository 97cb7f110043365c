using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Judges changes: of what is received less promised matters, of what is sent more demanded.</summary>
internal sealed class Effects
{
    private readonly FactIndex _was;
    private readonly FactIndex _now;

    public Effects(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        _was = new FactIndex(before);
        _now = new FactIndex(after);
    }

    public Effect Of(Change change)
    {
        Fact fact = (change.After ?? change.Before)!;
        return fact.Kind is FactKind.Member or FactKind.Value or FactKind.Case or FactKind.Type ? OfType(change, fact) : OfCall(change);
    }

    private Effect OfCall(Change change) => change.Kind switch
    {
        "parameter.constant" when change is { Before.Name: "", After.Name: "" } => Effect.Wire,
        "response.media" when change.Before?.Type == change.After?.Type => Effect.Meaning,
        "parameter.renamed" or "field.renamed" when IsOneInCSharp(change) => Effect.Wire,

        // Who awaited nothing may leave what is there now.
        "response.media" when change is { Before.Type: "nothing" } && AnswerKinds.OfType(change.After?.Type ?? "") is AnswerKinds.Json or AnswerKinds.Text => Effect.None,
        "parameter.type" or "field.type" when TakesMore(change) => Effect.None,
        "body.constant" => Effect.Wire,
        "operation.moved" or "operation.root" or "security.key.moved" or "parameter.style" or "field.style" or "response.cases" or "response.events" => Effect.Wire,
        "response.nullable.narrowed" => LosesNull(change) ? Effect.Compile : Effect.None,

        // Nobody gives it any more, and its name is gone.
        "parameter.constant" or "field.constant" when change is { Before.Name.Length: > 0, After.Name: "" } => Effect.Compile,
        "operation.deprecated" or "parameter.deprecated" or "field.deprecated" or "error.added" or "response.status" => Effect.Note,
        "parameter.added" or "field.added" => MovesOthers(change.After!) ? Effect.Meaning : Effect.None,
        "operation.added" or "method.added" or "parameter.optional" or "field.optional" or "body.added" or "body.optional" or "constraint.widened"
            or "parameter.nullable.widened" or "field.nullable.widened" or "enum.value.added"
            or "security.scope.removed" or "security.key.removed" or "body.nullable.widened"
            or "operation.reactivated" or "parameter.reactivated" or "field.reactivated"
            or "header.added" or "header.required" or "header.nullable.narrowed" => Effect.None,
        "constraint.narrowed" or "parameter.default" or "field.default" or "parameter.constant" or "field.constant"
            or "parameter.order" or "field.order" or "parameter.nullable.narrowed" or "field.nullable.narrowed"
            or "response.empty" or "response.nullable.widened" or "body.nullable.narrowed" or "body.default"
            or "header.removed" or "header.type" or "header.optional" or "header.nullable.widened" or "error.removed" or "error.type" or "security.scope.added" or "security.key.added" => Effect.Meaning,
        _ => Effect.Compile,
    };

    private Effect OfType(Change change, Fact fact)
    {
        bool isSent = IsSent(fact), isReceived = IsReceived(fact);
        return change.Kind switch
        {
            "type.added" or "property.added" or "constraint.widened" or "property.reactivated" or "type.reactivated" => Effect.None,
            "property.deprecated" or "type.deprecated" => Effect.Note,
            "property.optional" or "property.nullable.widened" => isReceived && GetsNull(change) ? Effect.Meaning : Effect.None,
            "union.case.added" => isReceived ? Effect.Meaning : Effect.None,
            "property.nullable.narrowed" => LosesNull(change) ? Effect.Compile : isSent ? Effect.Meaning : Effect.None,
            "property.required" => isSent || LosesNull(change) ? Effect.Compile : Effect.None,
            "enum.value.respelled" or "property.added.constant" => Effect.Wire,
            "property.renamed" when IsOneInCSharp(change) => Effect.Wire,
            "enum.value.added" => isReceived ? Effect.Note : Effect.None,
            "property.default" or "constraint.narrowed" => isSent ? Effect.Meaning : Effect.None,
            "property.type" when !isReceived && TakesMore(change) => Effect.None,
            "property.constant" when !isSent && change.Before?.Get(BoundText.Value) is null => Effect.None,
            "property.constant" or "union.tag" or "union.order" => Effect.Meaning,
            _ => Effect.Compile,
        };
    }

    /// <summary>Tells whether what has another name on the wire has its name and place in C# as before.</summary>
    public static bool IsOneInCSharp(Change change) =>
        change is { Before: { Name.Length: > 0 } before, After: { } after } && before.Name == after.Name && before.Position == after.Position;

    /// <summary>Tells whether null is possible where it was not.</summary>
    public static bool GetsNull(Change change) => change is { Before.MayBeNull: false, After.MayBeNull: true };

    /// <summary>Tells whether the type of what is given takes all that it took, and C# converts that without a word.</summary>
    public bool TakesMore(Change change) =>
        WiderTypes.Takes(change.Before?.Type, change.After?.Type)
        || (change is { Before.Type: { } was, After.Type: { } now } && !was.EndsWith("]", StringComparison.Ordinal) && !was.StartsWith("{", StringComparison.Ordinal)
            && _now.Of(FactKind.Case, now.TrimEnd('?')).Any(one => one.Part == was || (one.Part + "?" == was && now.EndsWith("?", StringComparison.Ordinal))));

    // Of a value type null is another type: code that asks for HasValue, or says what stands for null, does not compile.
    private bool LosesNull(Change change)
    {
        Fact before = change.Before!, after = change.After!;
        string type = after.Type ?? "";
        bool isReference = type is "string" or "string:uri" or "string:bytes" or "file" or "text" or "" || type[0] == '{' || type.EndsWith("[]", StringComparison.Ordinal) || type.IndexOf(':') > 0 && AnswerKinds.OfType(type) == AnswerKinds.Stream;
        return before.MayBeNull && !after.MayBeNull && !isReference && _now.Of(FactKind.Type, type) is not [{ Type: "object" or "tuple" }, ..];
    }

    /// <summary>Tells whether callers give values of a type, or of the type of a member.</summary>
    public bool IsSent(Fact fact) => Goes(fact, TypeDirections.Sent);

    /// <summary>Tells whether calls give values of it; a type that no call leads to is read from files and messages.</summary>
    public bool IsReceived(Fact fact) => Goes(fact, TypeDirections.Received) || !IsSent(fact);

    private bool Goes(Fact fact, string way) =>
        _now.Of(FactKind.Type, fact.Owner).Concat(_was.Of(FactKind.Type, fact.Owner)).Any(type => type.Has(way));

    // Arguments without names go by their places.
    private bool MovesOthers(Fact added)
    {
        HashSet<string> known = new(_was.Of(added.Kind, added.Owner).Select(fact => fact.Key));
        return _now.Of(added.Kind, added.Owner).Any(fact => fact.Position > added.Position && known.Contains(fact.Key));
    }
}
