using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Marks what changed about a call as a whole, and about what it gives.</summary>
internal static class CallMarks
{
    public static IEnumerable<MarkModel> Of(MarkContext context, Change change)
    {
        return change.Kind switch
        {
            "operation.moved" => Mark(MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed calls the old address"),
            "security.scope.added" or "security.key.added" => Mark(MarkUse.Call, MarkIds.Meaning, $"Without it the app refuses this call"),
            "response.empty" => Mark(MarkUse.Result, MarkIds.Meaning, $"", TypeMarks.MaybeNull),
            "response.nullable.widened" => Mark(MarkUse.Result, MarkIds.Meaning, $"Null is possible here", TypeMarks.MaybeNull),
            "response.nullable.narrowed" => Mark(MarkUse.NullCheck, MarkIds.Meaning, $"It is never null here"),
            "response.type" or "response.media" => Mark(MarkUse.Result, MarkIds.Meaning, $"The result is another one here"),
            "header.removed" or "header.type" or "header.optional" or "header.nullable.widened" =>
                Mark(MarkUse.Answer, MarkIds.Meaning, $"See what is read of the answer here"),
            "error.removed" or "error.type" when IsCarried(context, change) =>
                Mark(MarkUse.Filter, MarkIds.Meaning, $"Another status carries it: see what the filter asks for here", ErrorOf(change.Before!)),
            "error.removed" or "error.type" => Mark(MarkUse.Catch, MarkIds.Meaning, $"This call does not throw it any more", ErrorOf(change.Before!)),
            "body.media" => Mark(MarkUse.Call, IsSentAlike(context, change) ? MarkIds.Wire : MarkIds.Meaning, $"It is sent another way here"),
            "body.added.required" => Mark(MarkUse.Call, MarkIds.Meaning, $"Give it here"),
            "operation.root" => Mark(MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed calls the old address"),
            "security.key.moved" => Mark(MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed sends it as before"),
            "response.cases" or "response.events" => Mark(MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed reads it as before"),
            "body.constant" => Mark(MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old one"),
            _ => [],
        };

        IEnumerable<MarkModel> Mark(MarkUse use, string id, MessageText advice, string part = "")
        {
            string text = context.Text(change, advice);
            return context.Methods((change.After ?? change.Before)!)
                .Select(method => new MarkModel(method.ClassName, method.Operation.MethodName, part, use, id, text));
        }
    }

    // The same parameters, under another media type.
    private static bool IsSentAlike(MarkContext context, Change change) =>
        Spell(context.Was, change).SequenceEqual(Spell(context.Now, change));

    private static IEnumerable<string> Spell(FactIndex facts, Change change) =>
        new[] { FactKind.Body, FactKind.Field }
            .SelectMany(kind => facts.Of(kind, change.After!.Owner))
            .Select(fact => $"{fact.Name} {fact.Type} {fact.Has("required")}");

    // The exception is thrown as before, with another status.
    private static bool IsCarried(MarkContext context, Change change) =>
        context.Now.Of(FactKind.Error, (change.After ?? change.Before)!.Owner).Any(error => error.Type == change.Before!.Type);

    // The name of the exception's argument; FastAPI's validation errors have an exception of their own.
    private static string ErrorOf(Fact error) => error.Type ?? "";
}
