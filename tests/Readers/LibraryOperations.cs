using Microsoft.OpenApi;

namespace DatabricksApps.Readers;

/// <summary>Puts what the library found into facts.</summary>
/// <remarks>What is null in the document is null in the library's dictionaries, whatever their types say.</remarks>
internal sealed class LibraryOperations(LibraryReading reading)
{
    /// <summary>What stands in place of what is not said.</summary>
    public const string Nothing = "?";

    private static readonly string[] s_methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"];

    /// <summary>Gets the operations that a path item can have under methods of its own.</summary>
    public static IEnumerable<Fact> AnyOf(string owner, string name) =>
        s_methods.Select(method => new Fact(DocumentFacts.NameOf(owner, method, name)));

    /// <summary>Tells whether a method has a key of its own in a path item, in the lower case of <c>get</c>.</summary>
    public static bool IsMethod(string method) => s_methods.Contains(method);

    /// <summary>Adds the operations of a path item.</summary>
    /// <param name="owner">What stands before the method: nothing, or whose webhook or callback the operations are.</param>
    /// <param name="name">The path, or the name of the webhook or callback.</param>
    /// <param name="item">The path item.</param>
    public void AddAll(string owner, string name, IOpenApiPathItem? item)
    {
        if (item is null)
        {
            return;
        }

        if (item is OpenApiPathItemReference)
        {
            // It does not read what stands beside a reference either.
            IEnumerable<Fact> found = (item.Operations ?? []).Keys.Select(method => new Fact(DocumentFacts.NameOf(owner, method.Method, name)));
            reading.Unfollowed.UnionWith(AnyOf(owner, name).Except(found));
            if (owner.Length > 0)
            {
                reading.ReferredCalls.Add(owner);
            }
        }

        foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
        {
            string line = reading.Facts.AddOperation(owner, method.Method, name, operation.OperationId);
            AddParameters(line, item, operation);
            AddBody(line, operation.RequestBody);
            AddResponses(line, operation);
            AddCallbacks(line, operation);
        }
    }

    /// <summary>Adds the parameters. The library leaves it to its callers that an operation's own count before those of the path.</summary>
    private void AddParameters(string operation, IOpenApiPathItem item, OpenApiOperation declared)
    {
        IList<IOpenApiParameter> own = declared.Parameters ?? [];
        foreach (IOpenApiParameter parameter in (item.Parameters ?? []).ExceptBy(own.Select(Key), Key).Concat(own))
        {
            if (parameter is OpenApiParameterReference { Target: null })
            {
                reading.Unfollowed.Add(new Fact(operation, "parameter"));
                continue;
            }

            reading.Facts.AddParameter(
                operation,
                parameter.In?.GetDisplayName() ?? Nothing,
                parameter.Name ?? Nothing,
                parameter.Required,
                parameter.Style?.GetDisplayName() ?? Nothing,
                parameter.Explode,
                parameter.Content?.Keys.FirstOrDefault());
        }
    }

    private static (string?, ParameterLocation?) Key(IOpenApiParameter parameter) => (parameter.Name, parameter.In);

    private void AddBody(string operation, IOpenApiRequestBody? body)
    {
        if (body is OpenApiRequestBodyReference { Target: null })
        {
            reading.Unfollowed.Add(new Fact(operation, "body"));
        }
        else if (body is not null)
        {
            reading.Facts.AddBody(operation, body.Required, body.Content?.Keys ?? Enumerable.Empty<string>());
            if (body.Content?.Values.Any(mediaType => mediaType?.Schema?.Required?.Count > 0) == true)
            {
                reading.FormsToFill.Add(new Fact(operation, "body"));
            }
        }
    }

    private void AddResponses(string operation, OpenApiOperation declared)
    {
        foreach ((string status, IOpenApiResponse response) in declared.Responses ?? [])
        {
            Fact fact = new(operation, "response", status);
            IDictionary<string, IOpenApiMediaType> content = response?.Content ?? new Dictionary<string, IOpenApiMediaType>();
            reading.Facts.AddResponse(operation, status, content.Keys);
            reading.WithoutSchema.UnionWith(
                content.Where(mediaType => mediaType.Value?.Schema is null).Select(mediaType => fact with { Value = mediaType.Key }));
            if (response is OpenApiResponseReference reference)
            {
                (reference.Target is null ? reading.Unfollowed : reading.ReferredResponses).Add(fact);
            }
        }
    }

    private void AddCallbacks(string operation, OpenApiOperation declared)
    {
        foreach ((string name, IOpenApiCallback callback) in declared.Callbacks ?? new Dictionary<string, IOpenApiCallback>())
        {
            foreach (IOpenApiPathItem item in callback.PathItems?.Values ?? Enumerable.Empty<IOpenApiPathItem>())
            {
                AddAll(operation + " callback ", name, item);
            }
        }
    }
}
