using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Checks;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models;
using DatabricksApps.Gen.Binding.Models.Operations;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Paging;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>Decides what the C# of a document looks like.</summary>
internal static class ClientBinder
{
    /// <summary>Binds a document.</summary>
    /// <param name="document">What the document says.</param>
    /// <param name="documentPath">The document's path; its last part names the client and the sources in the documentation.</param>
    /// <param name="options">The item's metadata.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="findings">Takes what the user should know.</param>
    /// <param name="cancellationToken">Ends the work when the compiler no longer needs it.</param>
    public static ClientModel Bind(
        ApiDocument document, string documentPath, DocumentOptions options, KeptNames kept, Findings findings, CancellationToken cancellationToken)
    {
        kept = kept.In(
            () => WirePlaces.Of(document.Operations.SelectMany(operation => operation.Parameters).Select(parameter => (parameter.Pointer, parameter.In, parameter.Name))),
            document.Operations.Select(operation => RouteModel.NameOf(operation.Method, CallChoice.RouteOf(operation, options.BasePath))));
        BindingContext context = new(document.Length, documentPath, options, kept, findings, cancellationToken);
        ClientNaming client = ClientNaming.Of(context.DocumentName, document.Title, options);
        List<ApiOperation> operations = OperationFilter.Choose(options, document.Operations, findings);
        DocumentChecks.Report(context, document, operations);

        BodyComponents bodies = new(document);
        List<CallChoice> calls = operations.Select(operation => CallChoice.Of(operation, options, bodies, kept.KindOf, findings)).ToList();
        calls.ForEach(call => SendChecks.Report(call, findings));
        List<SchemaRoot> payloads = PayloadsOf(document, operations, options).ToList();
        ClientTypes types = FindTypes(context, document, bodies, calls.SelectMany(call => call.Roots()).Concat(payloads).ToList());

        PagingWishes wishes = new(options.Paging, findings);
        IReadOnlyDictionary<ApiOperation, PagingChoice> paged = PagedCalls.Find(calls, types.Types, document.SecuritySchemes, wishes, findings);
        IReadOnlyList<GroupNames> groups = GroupNames.Of(calls, paged, client.ClientName, kept, findings);
        TypeNames names = types.Name(
            CallNames(groups, payloads),
            groups.SelectMany(group => TypesOf(group, types.Types, kept)).ToList(),
            client.TypeNames);

        TypeModels models = types.Model(names);
        RuleBinder? rules = options.CheckRequests ? new RuleBinder(operations.SelectMany(CallSchemas.Sent), client.RulesName, context.Source, findings) : null;
        OperationBinder binder = new(context, document, types.Types, names, models, rules is null ? null : new CallChecks(rules));
        List<GroupModel> bound = groups.Select(group => Bind(group, context, document, binder, names, client)).ToList();
        EquatableArray<TypeModel> all = ClientTypes.Complete(models.BindAll().Concat(binder.Results));
        PagesBinder pages = new(context, all);
        return client.Model(
            context,
            new DocModel
            {
                Summary = document.Title,
                Remarks = document.Summary ?? document.Description,
                Sources = EquatableArray.Create(context.Source(string.Empty)),
            },
            bound.Select((group, i) => pages.AddTo(group, groups[i].Methods)).Where(group => group.PropertyName is null || !group.Operations.IsEmpty).ToEquatableArray(),
            all) with
        {
            ApiKeys = SecurityBinder.KeysOf(document),
            RulesName = client.RulesName,
            Rules = rules?.All() ?? default,
        };
    }

    private static IEnumerable<SchemaRoot> PayloadsOf(ApiDocument document, IReadOnlyList<ApiOperation> operations, DocumentOptions options) =>
        PayloadChoice.AllOf(operations.SelectMany(o => o.Callbacks).Concat(OperationFilter.IsActive(options) ? Array.Empty<ApiOperation>() : document.Webhooks));

    private static ClientTypes FindTypes(BindingContext context, ApiDocument document, BodyComponents bodies, IReadOnlyList<SchemaRoot> roots)
    {
        ComponentTypes components = new(document.Schemas);
        IEnumerable<ApiOperation> incoming = CallSchemas.Incoming(document).ToList();
        SchemaDirections directions = new(
            document.Schemas,
            components.Families,
            document.Operations.SelectMany(CallSchemas.Sent).ToList(),
            document.Operations.SelectMany(CallSchemas.Received).Concat(incoming.SelectMany(CallSchemas.All)).ToList());
        return ClientTypes.Find(
            context, components, directions, roots, OperationFilter.IsActive(context.Options) ? Array.Empty<ApiComponent>() : Unused(document, bodies), hasFilesInJson: false, document.Generator);
    }

    // Types that no operation names still serve: a user reads them from files, tables and messages. What FastAPI makes
    // for its own use is left out: its 422 is the runtime's, its Body_… schemas have become parameters.
    private static IEnumerable<ApiComponent> Unused(ApiDocument document, BodyComponents bodies)
    {
        HashSet<ApiComponent> known = new(document.Schemas.Where(ErrorChoice.IsValidationError));
        known.UnionWith(known.Select(c => c.Schema.Properties[0].Schema.Items!.Target!).ToList());
        return document.Schemas.Where(component => !known.Contains(component) && !bodies.IsMadeUp(component));
    }

    private static Dictionary<object, CallName> CallNames(IReadOnlyList<GroupNames> groups, IReadOnlyList<SchemaRoot> payloads)
    {
        Dictionary<object, CallName> names = new();
        foreach (GroupNames group in groups)
        {
            foreach (MethodName method in group.Methods.Where(method => method.IsPlain))
            {
                names.Add(method.Call.Operation, new CallName(ClientNaming.WithoutAsync(method.Name), group.PropertyName));
            }
        }

        foreach (ApiOperation call in payloads.Select(root => (ApiOperation)root.Call).Distinct())
        {
            string name = Words.Pascal(call.OperationId ?? call.Path);
            names[call] = new CallName(name.Length > 0 ? name : "Incoming", "");
        }

        return names;
    }

    // The class of a group, and the results of its operations.
    private static IEnumerable<(object Owner, Wanted Wanted)> TypesOf(GroupNames group, NamedTypes types, KeptNames kept)
    {
        if (group.Tag is { } tag)
        {
            NameClaim claim = new("group " + tag, new[] { group.PropertyName + "Operations", group.PropertyName + "GroupOperations" });
            yield return (group, new Wanted("class of the group", tag, group.Pointer, claim));
        }

        foreach (MethodName method in group.Methods.Where(method => method.Paging is null))
        {
            bool isSeveral = AnswerTypesOf.All(method.Representation.Answers, types) == AnswerTypes.Several;
            if (isSeveral || AnswerTypesOf.DependOnEvent(method.Representation.Answers, types))
            {
                string name = ClientNaming.WithoutAsync(method.Name) + (isSeveral ? "Result" : "Event");
                string pointer = method.Call.Operation.Pointer;
                yield return (method.Representation, new Wanted("result of", method.Name, pointer, new NameClaim(pointer, new[] { name, group.PropertyName + name })
                {
                    // A method that asks for another representation has a result of its own at the same place.
                    Kept = kept.ResultOf(method.Call.Name, method.Representation.Word, pointer + "/responses"),
                }));
            }
        }
    }

    private static GroupModel Bind(
        GroupNames group,
        BindingContext context,
        ApiDocument document,
        OperationBinder binder,
        TypeNames names,
        ClientNaming client)
    {
        List<OperationModel> bound = new();
        foreach (MethodName method in group.Methods.Where(method => method.Paging is null))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.OperationBudget.IsSpent)
            {
                context.Findings.OperationSkipped(method.Call.Operation.Pointer, OutputBudget.Reason);
                continue;
            }

            OperationModel model = binder.Bind(method, group.Methods);
            context.OperationBudget.Spend(OperationCosts.Of(model));
            bound.Add(model);
        }

        if (group.Tag is not { } tag)
        {
            return new GroupModel(null, client.ClientName, DocModel.None, bound.ToEquatableArray());
        }

        document.TagDescriptions.TryGetValue(tag, out string? description);
        return new GroupModel(group.PropertyName, names.OfOther(group), Docs.Text(description), bound.ToEquatableArray());
    }
}
