using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Marks what changed about what a call is given: parameters, a whole body, the fields of one.</summary>
internal static class ParameterMarks
{
    public static IEnumerable<MarkModel> Of(MarkContext context, Change change)
    {
        Fact fact = (change.After ?? change.Before)!;
        string was = change.Before?.Name ?? "", now = change.After?.Name ?? "";
        string kind = change.Kind.Substring(change.Kind.IndexOf('.') + 1);
        return change.Kind switch
        {
            "name.changed" => Mark(was, MarkUse.Argument, MarkIds.Gone, $"Name the argument {now}"),
            "enum.value.removed" => BoundsOf(change).SelectMany(bound => Mark(now, MarkUse.Bound, MarkIds.Meaning, $"The app refuses this value", bound))
                .Concat(Mark(now, MarkUse.Unfit, MarkIds.Meaning, $"Its only value is given as a text here")),
            "constraint.narrowed" => BoundsOf(change).SelectMany(bound => Mark(now, MarkUse.Bound, MarkIds.Meaning, $"The app refuses this value", bound)),
            _ => kind switch
            {
                "removed" => Gone($"Take the argument away"),
                "renamed" when Effects.IsOneInCSharp(change) => Mark(now, MarkUse.Given, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old name"),
                "renamed" when was == now && now.Length > 0 => Mark(now, MarkUse.Given, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old name")
                    .Concat(Mark($"@{IndexOf(context, change.Before!)}", MarkUse.Argument, MarkIds.Gone, $"The argument by its place is another one here: name it")),
                "renamed" when change.Before!.Position == change.After!.Position && now.Length > 0 =>
                    Mark(was, MarkUse.Argument, MarkIds.Gone, $"Name the argument {now}")
                        .Concat(Mark(now, MarkUse.Given, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old name")),
                "renamed" => Gone(now.Length > 0 ? $"Name the argument {now}" : (MessageText)$""),
                "added.required" when EmbeddedOf(context, fact) is { } body => Mark("", MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed sends it alone")
                    .Concat(body.Name == now ? [] : Mark(body.Name, MarkUse.Argument, MarkIds.Gone, $"Name the argument {now}")),
                "added.required" => Mark("", MarkUse.Call, MarkIds.Meaning, $"Give it here"),
                "added" => Moved(context, fact).SelectMany(moved => Mark(moved.Name, MarkUse.Positional, MarkIds.Meaning, $"The argument by its place is another one here: name it {moved.Name}"))
                    .Concat(Mark("", MarkUse.Placed, MarkIds.Meaning, $"It stands before the options here: name the arguments behind it")),
                "order" => Mark(now, MarkUse.Positional, MarkIds.Meaning, $"The argument by its place is another one here: name it"),
                "type" when context.Effects.TakesMore(change) => [],
                "type" when TextMarks.Of(context, change) is { } uses => uses.SelectMany(use => Mark(now, use.Use, MarkIds.Meaning, use.Advice, use.Part)),
                "type" => Mark(now, MarkUse.Given, MarkIds.Meaning, $"See what is given here"),
                "nullable.narrowed" => Mark(now, MarkUse.Null, MarkIds.Meaning, $"Null is refused here"),
                "required" => Mark(WithOld(now, change), MarkUse.Omitted, MarkIds.Meaning, $"Give it here").Concat(Refused()),
                "style" => Mark("", MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed sends it as before"),
                "default" => Mark(WithOld(now, change), MarkUse.Omitted, MarkIds.Meaning, $"Give it here if the old value is meant"),
                "constant" => Constant(),
                _ => [],
            },
        };

        // Null left it out; what is required has to take null to be given it.
        IEnumerable<MarkModel> Refused() => change.After!.MayBeNull ? [] : Mark(now, MarkUse.Null, MarkIds.Meaning, $"Null is refused here");

        IEnumerable<MarkModel> Constant() =>
            was.Length > 0 && now.Length == 0 ? Gone($"Take the argument away")
            : was.Length > 0 && change.After!.Get(BoundText.Value) is null ? []
            : was.Length > 0 ? Mark(now, MarkUse.Bound, MarkIds.Meaning, $"The app refuses this value", $"value={change.After!.Get(BoundText.Value)}")
            : now.Length > 0 && change.After!.Has("required") ? Mark("", MarkUse.Call, MarkIds.Meaning, $"Give it here")
            : Mark("", MarkUse.Call, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old value");

        IEnumerable<MarkModel> Gone(MessageText advice) => Mark($"{was}@{IndexOf(context, change.Before!)}", MarkUse.Argument, MarkIds.Gone, advice);

        IEnumerable<MarkModel> Mark(string parameter, MarkUse use, string id, MessageText advice, string value = "")
        {
            string text = context.Text(change, advice);
            string part = value.Length > 0 ? $"{parameter} {value}" : parameter;

            return context.Methods(fact.Owner)
                .Where(method => !PageMarks.IsOwn(method.Operation, change))
                .Select(method => new MarkModel(method.ClassName, method.Operation.MethodName, part, use, id, text));
        }
    }

    /// <summary>Gets a name with the value that left out meant, if it is known: <c>limit=20</c>.</summary>
    public static string WithOld(string name, Change change) => change.Before?.Get(BoundText.Default) is { } old ? $"{name}={old}" : name;

    /// <summary>Gets the bound that a value has to keep now: of one that is narrower the keyword and its value, of a value that is gone not to be it.</summary>
    public static IEnumerable<string> BoundsOf(Change change) =>
        change.Kind == "enum.value.removed" ? [$"not={change.Before!.Part}"]
        : change.Bound.Length > 0 ? [$"{change.Bound}={change.After!.Get(change.Bound)}"]
        : [];

    // What was the body is the one field of it now, of the same type and at the same place: FastAPI's Body(embed=True).
    private static Fact? EmbeddedOf(MarkContext context, Fact added) =>
        added.Kind == FactKind.Field
        && context.Was.Of(FactKind.Body, added.Owner).FirstOrDefault() is { Name.Length: > 0 } body
        && body.Type == added.Type && body.Position == added.Position
        && context.Was.Of(FactKind.Field, added.Owner).Count() == 0
            ? body
            : null;

    // From 0, among the arguments that are given by their places.
    private static int IndexOf(MarkContext context, Fact parameter) =>
        Math.Max(0, GoneMethods.ParametersOf(context.Was, parameter.Owner).TakeWhile(other => other != parameter).Count());

    // Those that stood before, and stand behind the newcomer now.
    private static IEnumerable<Fact> Moved(MarkContext context, Fact added) =>
        new[] { FactKind.Parameter, FactKind.Body, FactKind.Field }
            .SelectMany(kind => context.Now.Of(kind, added.Owner))
            .Where(other => other.Name.Length > 0 && other.Position > added.Position && context.Was.Same(other) is not null);
}
