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

    public static IEnumerable<ApiSchema> Sent(ApiOperation operation) =>
        operation.RequestBody is { } body ? Of(operation.Parameters).Concat(Of(body.Content)) : Of(operation.Parameters);

    public static IEnumerable<ApiSchema> Received(ApiOperation operation) => operation.Responses.SelectMany(response => Of(response.Content));

    public static IEnumerable<ApiSchema> All(ApiOperation operation) => Sent(operation).Concat(Received(operation));

    /// <summary>Gets the schemas that stand in a schema.</summary>
    public static IReadOnlyList<ApiSchema> Parts(ApiSchema schema)
    {
        List<ApiSchema> parts = new();
        foreach (ApiProperty property in schema.Properties)
        {
            parts.Add(property.Schema);
        }

        foreach (ApiProperty property in schema.PatternProperties)
        {
            parts.Add(property.Schema);
        }

        parts.AddRange(schema.AllOf);
        parts.AddRange(schema.AnyOf);
        parts.AddRange(schema.OneOf);
        parts.AddRange(schema.PrefixItems);
        foreach (ApiSchema? part in new[] { schema.Items, schema.AdditionalPropertiesSchema, schema.ContentSchema })
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    public static IEnumerable<ApiSchema> Of(IReadOnlyList<ApiParameter> parameters)
    {
        foreach (ApiParameter parameter in parameters)
        {
            if (parameter.Schema is { } schema)
            {
                yield return schema;
            }
        }
    }

    public static IEnumerable<ApiSchema> Of(IReadOnlyList<ApiMediaType> content)
    {
        foreach (ApiMediaType media in content)
        {
            if (media.Schema is { } schema)
            {
                yield return schema;
            }

            if (media.ItemSchema is { } item)
            {
                yield return item;
            }
        }
    }
}
