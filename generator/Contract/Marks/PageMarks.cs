using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Marks what changed about the parameters that a method for all pages gives by itself: its callers never wrote them.</summary>
internal static class PageMarks
{
    /// <summary>Tells whether a change is of a parameter that the method answers for, so that nothing is to do in its arguments.</summary>
    /// <remarks>It says the place of each page, and all items come whatever a page has if nobody says its size.</remarks>
    public static bool IsOwn(OperationModel operation, Change change) => operation.Paging is { } paging
        && (change.After?.Name is { Length: > 0 } now && (now == paging.Place || (now == paging.Size && IsOf(change, "default"))));

    /// <summary>Marks the calls of the method, if what is deployed asks for its pages in a way that the app does not know any more.</summary>
    public static IEnumerable<MarkModel> Of(MarkContext context, Change change)
    {
        Fact fact = (change.After ?? change.Before)!;
        if (!(IsOf(change, "renamed") || IsOf(change, "style") || IsReplaced(context, change)) || !HadPages(context, fact))
        {
            return [];
        }

        string text = context.Text(change, (MessageText)$"Build and deploy this: what is deployed asks for the pages as before");
        return context.Methods(fact.Owner)
            .Where(method => method.Operation.Paging is { Place: { } place } && place == change.After?.Name)
            .Select(method => new MarkModel(method.ClassName, method.Operation.MethodName, "", MarkUse.Call, MarkIds.Wire, text));
    }

    // A cursor in the place of an offset: one came, the other went.
    private static bool IsReplaced(MarkContext context, Change change) =>
        IsOf(change, "added") && context.Was.Of(FactKind.Parameter, change.After!.Owner).Any(was => context.Now.Same(was) is null);

    private static bool HadPages(MarkContext context, Fact fact) => context.Was.Of(FactKind.Method, fact.Owner).Any(method => method.Part == AnswerKinds.Pages);

    private static bool IsOf(Change change, string kind) => change.Kind == "parameter." + kind || change.Kind == "field." + kind;
}
