using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Operations;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Decides what the C# of a Gradio app looks like.</summary>
internal static class GradioBinder
{
    /// <summary>Binds a snapshot.</summary>
    /// <param name="document">What the snapshot says.</param>
    /// <param name="documentPath">Its path; the last part names the client and the sources in the documentation.</param>
    /// <param name="options">The item's metadata.</param>
    /// <param name="findings">Takes what the user should know.</param>
    /// <param name="cancellationToken">Ends the work when the compiler no longer needs it.</param>
    public static ClientModel Bind(
        GradioDocument document, string documentPath, DocumentOptions options, Findings findings, CancellationToken cancellationToken)
    {
        BindingContext context = new(AsSchemas(document), documentPath, options, findings, cancellationToken) { HasFilesInJson = true };
        string baseName = ClientNaming.BaseName(context.DocumentName, document.Title, options);
        string clientName = baseName + "Client";
        string jsonName = baseName + "Json";
        context.TypeNames.Take(clientName);
        context.TypeNames.Take(jsonName);
        context.TypeNames.Take(clientName + "ServiceCollectionExtensions");

        string path = (options.BasePath ?? document.RootPath).Trim('/');
        path = path.Length == 0 ? "" : "/" + path;
        ReportOutsideApi(document, path, findings);
        EquatableArray<OperationModel> endpoints = BindEndpoints(context, document, clientName);
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
                Remarks = document.Version is { } version ? $"The endpoints of a Gradio app, as Gradio {version} describes them." : "The endpoints of a Gradio app.",
                Sources = EquatableArray.Create(context.Source(string.Empty)),
            },
            options.Scopes,
            EquatableArray.Create(new GroupModel(null, clientName, DocModel.None, endpoints)),
            UnionTags.Complete(context).OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray())
        {
            GradioPath = path,
        };
    }

    // What binds types asks for schemas and operations; a snapshot has the schemas.
    private static ApiDocument AsSchemas(GradioDocument document) => new()
    {
        Length = document.Length,
        Title = document.Title,
        Version = document.Version,
        Operations = Array.Empty<ApiOperation>(),
        Webhooks = Array.Empty<ApiOperation>(),
        Schemas = document.Schemas,
        TagDescriptions = new Dictionary<string, string>(),
        SecuritySchemes = Array.Empty<ApiSecurityScheme>(),
    };

    private static void ReportOutsideApi(GradioDocument document, string path, Findings findings)
    {
        if (path != "/api" && !path.StartsWith("/api/", StringComparison.Ordinal))
        {
            MessageText place = path.Length == 0 ? MessageText.Of($"at the root") : MessageText.Of($"at '{path}'");
            findings.OutsideApi(
                document.Pointer + "/named_endpoints",
                $"Databricks Apps takes bearer tokens on /api/ routes only, and this Gradio app is served {place}"
                + $": its calls would be redirected to the login page. Mount it below /api/ (gr.mount_gradio_app(app, demo, path=\"/api/demo\")) and take the snapshot again or set BasePath, "
                + $"or silence this with NoWarn if the app does not run on Databricks Apps");
        }
    }

    private static EquatableArray<OperationModel> BindEndpoints(BindingContext context, GradioDocument document, string clientName)
    {
        EndpointBinder binder = new(context, new SchemaBinder(context));
        NameScope names = new(ReservedNames.ClientMembers, new[] { clientName });
        List<OperationModel> bound = new();
        foreach (GradioEndpoint endpoint in document.Endpoints.Where(endpoint => OperationFilter.Includes(context.Options, endpoint.Name)))
        {
            if (context.Budget.IsSpent)
            {
                context.Findings.OperationSkipped(endpoint.Pointer, OutputBudget.Reason);
                continue;
            }

            List<OperationModel> operations = binder.Bind(endpoint, names).ToList();
            context.Budget.Spend(operations.Sum(OutputCosts.Of));
            bound.AddRange(operations);
        }

        return bound.ToEquatableArray();
    }
}
