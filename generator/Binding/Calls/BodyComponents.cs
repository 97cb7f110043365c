using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>The components that FastAPI makes of the body parameters of a function, under a name that it makes up.</summary>
/// <remarks>
/// They become the parameters again that they were, unless something else refers to them too: then they are a type like
/// any other, for all operations.
/// </remarks>
internal sealed class BodyComponents
{
    private const string Prefix = "Body_";

    private readonly HashSet<ApiComponent> _others;

    public BodyComponents(ApiDocument document)
    {
        _others = new HashSet<ApiComponent>();
        if (document.Schemas.Any(IsBody))
        {
            Stack<ApiSchema> open = new(document.Schemas.Select(component => component.Schema));
            foreach (ApiSchema root in document.Operations.SelectMany(Elsewhere).Concat(CallSchemas.Incoming(document).SelectMany(CallSchemas.All)))
            {
                Note(root);
                open.Push(root);
            }

            foreach (ApiSchema root in document.Operations.SelectMany(CallSchemas.Sent))
            {
                open.Push(root);
            }

            HashSet<ApiSchema> seen = new();
            while (open.Count > 0)
            {
                ApiSchema schema = open.Pop();
                if (seen.Add(schema))
                {
                    foreach (ApiSchema part in CallSchemas.Parts(schema))
                    {
                        Note(part);
                        open.Push(part);
                    }
                }
            }
        }
    }

    /// <summary>Tells whether a component is nothing but the fields of bodies.</summary>
    public bool IsOnlyBody(ApiComponent component) => IsBody(component) && !_others.Contains(component);

    /// <summary>Tells whether FastAPI has made up a component's name, so that nobody asks for its type.</summary>
    public bool IsMadeUp(ApiComponent component) => component.Name.StartsWith(Prefix, StringComparison.Ordinal);

    private static bool IsBody(ApiComponent component) =>
        component.Name.StartsWith(Prefix, StringComparison.Ordinal) && component.Schema.Properties.Count > 0;

    private void Note(ApiSchema schema)
    {
        if (schema.Target is { } target && IsBody(target))
        {
            _others.Add(target);
        }
    }

    private static IEnumerable<ApiSchema> Elsewhere(ApiOperation operation) =>
        CallSchemas.Of(operation.Parameters).Concat(CallSchemas.Received(operation));
}
