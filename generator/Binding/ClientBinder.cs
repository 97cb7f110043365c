using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Operations;
using DatabricksApps.Gen.Binding.Schemas;
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
    /// <param name="findings">Takes what the user should know.</param>
    /// <param name="cancellationToken">Ends the work when the compiler no longer needs it.</param>
    public static ClientModel Bind(
        ApiDocument document, string documentPath, DocumentOptions options, Findings findings, CancellationToken cancellationToken)
    {
        BindingContext context = new(document, documentPath, options, findings, cancellationToken);
        string baseName = ClientNaming.BaseName(context.DocumentName, document.Title, options);
        string clientName = baseName + "Client";
        string jsonName = baseName + "Json";
        context.TypeNames.Take(clientName);
        context.TypeNames.Take(jsonName);
        context.TypeNames.Take(clientName + "ServiceCollectionExtensions");

        List<ApiOperation> operations = document.Operations.Where(o => OperationFilter.Includes(options, o)).ToList();
        DocumentChecks.Report(context, operations);
        SchemaBinder schemas = new(context);
        EquatableArray<GroupModel> groups = new GroupBinder(context, schemas).Bind(operations, clientName);
        PayloadBinder payloads = new(schemas);
        payloads.Bind(operations.SelectMany(o => o.Callbacks));
        if (!OperationFilter.IsActive(options))
        {
            payloads.Bind(document.Webhooks);
            BindUnusedComponents(document, schemas);
        }

        return new ClientModel(
            context.DocumentName,
            ClientNaming.Namespace(baseName, options),
            baseName,
            clientName,
            jsonName,
            options.IsPublic,
            new DocModel
            {
                Summary = document.Title,
                Remarks = document.Summary ?? document.Description,
                Sources = EquatableArray.Create(context.Source(string.Empty)),
            },
            options.Scopes,
            groups,
            UnionTags.Complete(context).OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    // Types that no operation names still serve: a user reads them from files, tables and messages. What FastAPI makes
    // for its own use is left out: its 422 is the runtime's, its Body_… schemas have become parameters.
    private static void BindUnusedComponents(ApiDocument document, SchemaBinder schemas)
    {
        HashSet<ApiComponent> known = new(document.Schemas.Where(ErrorBinder.IsValidationError));
        known.UnionWith(known.Select(c => c.Schema.Properties[0].Schema.Items!.Target!).ToList());
        foreach (ApiComponent component in document.Schemas)
        {
            if (!known.Contains(component) && !component.Name.StartsWith("Body_", StringComparison.Ordinal))
            {
                schemas.Components.Bind(component, Direction.Received);
            }
        }
    }
}
