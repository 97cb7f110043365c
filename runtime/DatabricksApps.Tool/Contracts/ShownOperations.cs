using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Gradio;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;
using DatabricksApps.Gen.Text;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Contracts;

/// <summary>An operation of a document, or an endpoint of a Gradio app, which has no method and no tags.</summary>
/// <param name="Method">The method on the wire.</param>
/// <param name="Path">The route, as it is called.</param>
/// <param name="Names">Its methods in C#, with their group; none: it has no method, or would have none.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="IsTaken">Whether the filters take it.</param>
internal sealed record ShownOperation(string Method, string Path, IReadOnlyList<string> Names, IReadOnlyList<string> Tags, bool IsTaken);

/// <summary>All operations of a document, in its order, and which of them the filters of its item take.</summary>
/// <param name="All">The operations.</param>
/// <param name="Unmatched">What of the filters takes nothing.</param>
internal sealed record ShownOperations(IReadOnlyList<ShownOperation> All, IReadOnlyList<string> Unmatched)
{
    /// <summary>Reads a document as the generator does.</summary>
    /// <inheritdoc cref="ClientContract.Read"/>
    public static ShownOperations Read(
        string path, string text, string shown, DocumentOptions options, Func<string, string?> open, KeptNames kept, CancellationToken cancellationToken)
    {
        string full = FilePaths.Normalize(path);
        Findings findings = new(), filters = new();
        if (GradioReader.TryRead(full, text, findings, cancellationToken)?.Document is { } gradio)
        {
            HashSet<GradioEndpoint> chosen = [.. OperationFilter.Choose(options, gradio.Endpoints, endpoint => endpoint.Name, filters)];
            Names names = new(options, its => GradioBinder.Bind(gradio, full, its, kept, new Findings(), cancellationToken));
            return new([.. gradio.Endpoints.Select(endpoint => Of("", endpoint.Name, endpoint.Name, [], names, chosen.Contains(endpoint)))], Messages(filters));
        }

        ApiDocument document = DocumentReader.Read(full, text, open, findings, cancellationToken).Document ?? throw ClientContract.NoClient(shown, findings);
        HashSet<ApiOperation> taken = [.. OperationFilter.Choose(options, document.Operations, filters)];
        Names methods = new(options, its => ClientBinder.Bind(document, full, its, kept, new Findings(), cancellationToken));
        return new(
            [
                .. document.Operations.Select(operation =>
                {
                    string route = CallChoice.RouteOf(operation, options.BasePath);
                    return Of(operation.Method, route, RouteModel.NameOf(operation.Method, route), operation.Tags, methods, taken.Contains(operation));
                }),
            ],
            Messages(filters));
    }

    private static ShownOperation Of(string method, string path, string call, IReadOnlyList<string> tags, Names names, bool isTaken) =>
        new(method, path, names.Of(call, isTaken), tags, isTaken);

    private static string[] Messages(Findings findings) => [.. findings.Items.Select(finding => finding.Message)];

    /// <summary>
    /// The names that methods have: what the filters take is called as in the project, and all else as it would be without them,
    /// since a name hangs on what else wants it.
    /// </summary>
    private sealed class Names(DocumentOptions options, Func<DocumentOptions, ClientModel> bind)
    {
        private readonly Lazy<ILookup<string, string>> _taken = new(() => NamesOf(bind(options)));

        private readonly Lazy<ILookup<string, string>> _all = new(() => NamesOf(bind(options with
        {
            IncludeOperations = [],
            IncludeTags = [],
            IncludePaths = [],
            ExcludePaths = [],
        })));

        public string[] Of(string call, bool isTaken) => [.. (isTaken ? _taken : _all).Value[call]];

        private static ILookup<string, string> NamesOf(ClientModel client) => client.Groups
            .SelectMany(group => group.Operations.Select(operation => (operation.Call.Name, Method: (group.PropertyName is null ? "" : group.PropertyName + ".") + operation.MethodName)))
            .ToLookup(method => method.Name, method => method.Method, StringComparer.Ordinal);
    }
}
