using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Operations;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Contract;
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
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="findings">Takes what the user should know.</param>
    /// <param name="cancellationToken">Ends the work when the compiler no longer needs it.</param>
    public static ClientModel Bind(
        GradioDocument document, string documentPath, DocumentOptions options, KeptNames kept, Findings findings, CancellationToken cancellationToken)
    {
        BindingContext context = new(document.Length, documentPath, options, kept, findings, cancellationToken);
        ClientNaming client = ClientNaming.Of(context.DocumentName, document.Title, options);
        string path = (options.BasePath ?? document.RootPath).Trim('/');
        path = path.Length == 0 ? "" : "/" + path;
        ReportOutsideApi(document, path, findings);
        if (!options.MediaTypes.IsEmpty)
        {
            findings.BadMetadata("", $"MediaTypes has no effect, because no call of a Gradio app has a choice of media types");
        }

        if (!options.Paging.IsEmpty)
        {
            findings.BadMetadata("", $"Paging has no effect, because no call of a Gradio app gives a list in pages");
        }

        List<GradioEndpoint> endpoints = OperationFilter.Choose(options, document.Endpoints, endpoint => endpoint.Name, findings);
        ClientTypes types = FindTypes(context, document, endpoints);
        IReadOnlyDictionary<GradioEndpoint, EndpointNames> methods = EndpointNames.Of(endpoints, client.ClientName, kept, findings);
        TypeNames names = types.Name(
            methods.ToDictionary(m => (object)m.Key, m => new CallName(m.Value.Stem, "")),
            endpoints.Where(endpoint => endpoint.Returns.Count > 1).Select(endpoint => ResultOf(endpoint, methods[endpoint])).ToList(),
            client.TypeNames);

        TypeModels models = types.Model(names);
        EndpointBinder binder = new(context, models, names);
        EquatableArray<OperationModel> bound = Bind(context, endpoints, methods, binder);
        return client.Model(
            context,
            new DocModel
            {
                Summary = document.Title,
                Remarks = document.Version is { } version ? $"The endpoints of a Gradio app, as Gradio {version} describes them." : "The endpoints of a Gradio app.",
                Sources = EquatableArray.Create(context.Source(string.Empty)),
            },
            EquatableArray.Create(new GroupModel(null, client.ClientName, DocModel.None, bound)),
            ClientTypes.Complete(models.BindAll().Concat(binder.Results))) with
        {
            Gradio = new GradioAppModel(path),
        };
    }

    private static ClientTypes FindTypes(BindingContext context, GradioDocument document, IReadOnlyList<GradioEndpoint> endpoints)
    {
        ComponentTypes components = new(document.Schemas);
        SchemaDirections directions = new(
            document.Schemas,
            components.Families,
            document.Endpoints.SelectMany(endpoint => endpoint.Parameters).Select(parameter => parameter.Schema).ToList(),
            document.Endpoints.SelectMany(endpoint => endpoint.Returns).Select(output => output.Schema).ToList());
        List<SchemaRoot> roots = endpoints
            .SelectMany(endpoint => endpoint.Parameters
                .Select(parameter => new SchemaRoot(parameter.Schema, Direction.Received, endpoint, new[] { parameter.Name }))
                .Concat(endpoint.Returns.Select((output, i) => new SchemaRoot(output.Schema, Direction.Received, endpoint, new[] { OutputBinder.RoleOf(output, i) }))))
            .ToList();
        return ClientTypes.Find(context, components, directions, roots, Array.Empty<ApiComponent>(), hasFilesInJson: true);
    }

    private static (object Owner, Wanted Wanted) ResultOf(GradioEndpoint endpoint, EndpointNames names) =>
        (endpoint, new Wanted("result of", names.Method, endpoint.Pointer, new NameClaim(endpoint.Pointer, new[] { names.Stem + "Result" })));

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

    private static EquatableArray<OperationModel> Bind(
        BindingContext context, IReadOnlyList<GradioEndpoint> endpoints, IReadOnlyDictionary<GradioEndpoint, EndpointNames> names, EndpointBinder binder)
    {
        List<OperationModel> bound = new();
        foreach (GradioEndpoint endpoint in endpoints)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.OperationBudget.IsSpent)
            {
                context.Findings.OperationSkipped(endpoint.Pointer, OutputBudget.Reason);
                continue;
            }

            List<OperationModel> operations = binder.Bind(endpoint, names[endpoint]).ToList();
            context.OperationBudget.Spend(operations.Sum(OperationCosts.Of));
            bound.AddRange(operations);
        }

        return bound.ToEquatableArray();
    }
}
