using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Turns what is pending into what stands beside the client for the code that calls it.</summary>
internal static class PendingMarks
{
    /// <param name="context">What is known of the document.</param>
    /// <param name="changes">What is pending.</param>
    /// <returns>The changes; null: none of them matters to code.</returns>
    public static ChangesModel? Of(MarkContext context, IReadOnlyList<Change> changes)
    {
        List<Change> matters = changes.Where(change => context.Effects.Of(change) > Effect.None || IsRefused(change) || IsBeforeOptions(change)).ToList();
        GoneTypeModel[] types = [.. GoneTypes.Of(context, changes)];
        if (matters.Count == 0 && types.Length == 0)
        {
            return null;
        }

        ClientModel client = context.Client;
        List<GoneMethodModel> methods = [.. GoneCalls(context, matters)];
        return new ChangesModel(
            FileNameOf(client),
            client.DocumentName,
            client.Namespace,
            client.ClientName,
            client.IsPublic,
            methods.ToEquatableArray(),
            GoneGroups(context, methods).ToEquatableArray(),
            matters.SelectMany(change => MembersOf(context, change)).Distinct().ToEquatableArray(),
            types.ToEquatableArray(),
            matters.SelectMany(change => MarksOf(context, change)).Concat(SuccessorMarks.Of(context, matters)).Distinct().ToEquatableArray(),
            MarkIds.Gone);
    }

    // Nothing is lost where more is always there; but C# refuses to ask a number for null, and to make a model without it, as tests do.
    private static bool IsRefused(Change change) =>
        change.Kind is "property.required" or "property.nullable.narrowed" or "response.nullable.narrowed" or "property.added";

    // A call that gives the options by their place gives them to the newcomer.
    private static bool IsBeforeOptions(Change change) => change.Kind is "parameter.added" or "field.added" or "body.added";

    private static IEnumerable<MarkModel> MarksOf(MarkContext context, Change change)
    {
        Fact fact = (change.After ?? change.Before)!;
        return fact.Kind switch
        {
            FactKind.Operation => CallMarks.Of(context, change).Concat(TakenMethods(context, change)),
            FactKind.Answer or FactKind.Error or FactKind.Header => CallMarks.Of(context, change),
            FactKind.Method => CallMarks.Of(context, change).Concat(TakenMethods(context, change)),
            FactKind.Parameter or FactKind.Field => ParameterMarks.Of(context, change).Concat(PageMarks.Of(context, change)),
            FactKind.Body => CallMarks.Of(context, change).Concat(ParameterMarks.Of(context, change)),
            _ => TypeMarks.Of(context, change),
        };
    }

    // The class that had a method may be gone with it.
    private static IEnumerable<GoneMethodModel> GoneCalls(MarkContext context, IEnumerable<Change> changes)
    {
        foreach (Change change in changes)
        {
            // That a route moved says nothing of names: another one is a change of its own.
            bool isNamedAnew = change is { Kind: not "operation.moved", Before.Kind: FactKind.Operation or FactKind.Method, After: not null } && change.Before.Name != change.After.Name;
            if (!isNamedAnew && !IsMethodGone(change))
            {
                continue;
            }

            foreach (Fact gone in MethodsOf(context, change).Where(method => method.Name.Length > 0 && !IsMethod(context, method)))
            {
                MessageText advice = change.After is { } after ? $"Use {after.Name}" : (MessageText)$"The app does not have it any more";
                yield return GoneMethods.Of(context, gone, ClassOf(context, GoneMethods.GroupOf(gone)), context.Text(change, advice));
            }
        }
    }

    private static bool IsMethodGone(Change change) => change.Kind is "operation.removed" or "method.removed";

    // With an operation all its methods are gone.
    private static IEnumerable<Fact> MethodsOf(MarkContext context, Change change) =>
        change.Kind == "operation.removed" ? context.Was.Of(FactKind.Method, change.Before!.Owner).Prepend(change.Before) : [change.Before!];

    // Its name is that of another method now.
    private static IEnumerable<MarkModel> TakenMethods(MarkContext context, Change change)
    {
        if (!IsMethodGone(change))
        {
            return [];
        }

        return MethodsOf(context, change).Where(gone => IsMethod(context, gone)).Select(gone =>
        {
            string className = ClassOf(context, GoneMethods.GroupOf(gone)), method = GoneMethods.NameOf(gone);
            string call = context.Client.Groups.First(group => group.ClassName == className).Operations.First(operation => operation.MethodName == method).Call.Name;
            return new MarkModel(className, method, "", MarkUse.Call, MarkIds.Meaning, context.Text(change, $"This calls {call} now"));
        });
    }

    private static IEnumerable<GoneGroupModel> GoneGroups(MarkContext context, IEnumerable<GoneMethodModel> methods) => methods
        .Where(method => context.Client.Groups.All(group => group.ClassName != method.ClassName) && method.ClassName != context.Client.ClientName)
        .GroupBy(method => method.ClassName, StringComparer.Ordinal)
        .Select(group => new GoneGroupModel(
            group.First().Group,
            group.Key,
            group.First().Text));

    private static IEnumerable<GoneMemberModel> MembersOf(MarkContext context, Change change)
    {
        bool isGone = change.Kind is "property.removed" or "property.renamed" or "enum.value.removed" or "union.case.removed"
            || (change.Kind == "name.changed" && change.Before!.Kind is FactKind.Member or FactKind.Value or FactKind.Case);
        if (!isGone || change.Before is not { Name.Length: > 0 } gone || context.Type(gone.Owner) is not { } type || type is TupleTypeModel || GoneMembers.IsTaken(type, gone.Name))
        {
            return [];
        }

        // A case is named by what it is asked for and made by.
        MessageText advice = change.After is not { Name.Length: > 0 } after || after.Kind != gone.Kind ? (MessageText)$"The app does not have it any more"
            : gone.Kind == FactKind.Case ? $"Use TryGet{after.Name} or From{after.Name}"
            : (MessageText)$"Use {after.Name}";
        return [GoneMembers.Of(context, gone, context.Text(change, advice))];
    }

    private const string GroupSuffix = "Operations";

    /// <summary>Gets the class of a group; null: the client itself.</summary>
    /// <remarks>That of a group that is gone has its usual name, if no type took that.</remarks>
    public static string ClassOf(MarkContext context, string? group)
    {
        if (group is null)
        {
            return context.Client.ClientName;
        }

        string? own = context.Client.Groups.FirstOrDefault(one => one.PropertyName == group)?.ClassName;
        return own ?? (context.IsTaken(group + GroupSuffix) ? group + "Group" + GroupSuffix : group + GroupSuffix);
    }

    /// <summary>Tells whether the client has a method of the same name now.</summary>
    public static bool IsMethod(MarkContext context, Fact operation)
    {
        string? groupName = GoneMethods.GroupOf(operation);
        string method = GoneMethods.NameOf(operation);
        return context.Client.Groups.Any(group => group.PropertyName == groupName && group.Operations.Any(one => one.MethodName == method));
    }

    private static string FileNameOf(ClientModel client)
    {
        const string Name = "Changes";

        // The file of a group may be called so.
        bool isTaken = client.Groups.Any(group => string.Equals(group.PropertyName, Name, StringComparison.OrdinalIgnoreCase));
        return $"{client.ClientName}.{Name}{(isTaken ? "-pending" : "")}";
    }
}
