using System;
using DatabricksApps.Gen.Contract.Differences;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Finds where to point for a change: of what is gone, at what had it.</summary>
internal static class MarkPointers
{
    /// <param name="change">The change.</param>
    /// <param name="now">The facts of the document as it is.</param>
    public static string Of(Change change, FactIndex now)
    {
        if (change.After is { Pointer.Length: > 0 } after)
        {
            return after.Pointer;
        }

        Fact fact = (change.Before ?? change.After)!;
        switch (fact.Kind)
        {
            case FactKind.Operation:
                // A route, or an endpoint of a Gradio app.
                return fact.Owner.IndexOf(' ') is > 0 and int space
                    ? Pointers.Below("/paths", fact.Owner.Substring(space + 1), fact.Owner.Substring(0, space).ToLowerInvariant())
                    : Pointers.Below("/info/named_endpoints", fact.Owner);
            case FactKind.Type:
                return fact.Get("at") is { } at && at.IndexOf('/') >= 0 ? at : "/components/schemas";
            default:
                string below = fact.Kind switch
                {
                    FactKind.Parameter => "parameters",
                    FactKind.Body or FactKind.Field => "requestBody",
                    FactKind.Answer or FactKind.Method or FactKind.Error or FactKind.Header => "responses",
                    FactKind.Member => "properties",
                    FactKind.Value => "enum",
                    _ => "",
                };
                Fact? owner = now.Owner(fact);
                return owner is null ? "" : below.Length == 0 ? owner.Pointer : Pointers.Below(owner.Pointer, below);
        }
    }
}
