using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>The schemas that operations name, by the way that their values go.</summary>
internal static class CallSchemas
{
    /// <summary>Gets the calls that the app makes: the client's side receives their bodies as it receives answers.</summary>
    public static IEnumerable<ApiOperation> Incoming(ApiDocument document) =>
        document.Webhooks.Concat(document.Operations.SelectMany(operation => operation.Callbacks));

    public static IEnumerable<ApiSchema> Sent(ApiOperation operation) => operation.Parameters
        .Select(parameter => parameter.Schema)
        .OfType<ApiSchema>()
        .Concat(operation.RequestBody is { } body ? Of(body.Content) : Enumerable.Empty<ApiSchema>());

    public static IEnumerable<ApiSchema> Received(ApiOperation operation) => operation.Responses.SelectMany(response => Of(response.Content));

    public static IEnumerable<ApiSchema> All(ApiOperation operation) => Sent(operation).Concat(Received(operation));

    public static IEnumerable<ApiSchema> Of(IReadOnlyList<ApiMediaType> content) =>
        content.SelectMany(media => new[] { media.Schema, media.ItemSchema }).OfType<ApiSchema>();

    /// <summary>Gets the schemas that stand in a schema.</summary>
    public static IEnumerable<ApiSchema> Parts(ApiSchema schema) => schema.Properties.Concat(schema.PatternProperties)
        .Select(property => property.Schema)
        .Concat(schema.AllOf)
        .Concat(schema.AnyOf)
        .Concat(schema.OneOf)
        .Concat(schema.PrefixItems)
        .Concat(new[] { schema.Items, schema.AdditionalPropertiesSchema, schema.ContentSchema }.OfType<ApiSchema>());
}
