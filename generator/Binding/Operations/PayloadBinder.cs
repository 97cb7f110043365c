using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>
/// Binds what the app sends in webhooks and callbacks, and what it wants to be answered, to types: the program that
/// receives such a call reads and writes them by JSON.
/// </summary>
internal sealed class PayloadBinder
{
    private readonly SchemaBinder _schemas;

    public PayloadBinder(SchemaBinder schemas) => _schemas = schemas;

    public void Bind(IEnumerable<ApiOperation> calls)
    {
        HashSet<ApiOperation> seen = new();
        Stack<ApiOperation> open = new(calls.Reverse());
        while (open.Count > 0)
        {
            ApiOperation call = open.Pop();
            if (seen.Add(call))
            {
                BindOne(call);
                foreach (ApiOperation callback in call.Callbacks)
                {
                    open.Push(callback);
                }
            }
        }
    }

    private void BindOne(ApiOperation call)
    {
        string name = Words.Pascal(call.OperationId ?? call.Path);
        Hint hint = new(name.Length > 0 ? name : "Incoming", call.Method + " " + call.Path);
        if (call.RequestBody is { } body)
        {
            Bind(body.Content, hint.Child("Payload"));
        }

        foreach (ApiResponse response in call.Responses)
        {
            Bind(response.Content, hint.Child("Answer"));
        }
    }

    private void Bind(IReadOnlyList<ApiMediaType> content, Hint hint)
    {
        // The receiver reads JSON. A schema under another media type (`*/*`, a form) still describes members; that of a text or
        // a file does not.
        ApiMediaType? media = content.FirstOrDefault(c => MediaTypes.IsJson(MediaTypes.Essence(c.Name)))
            ?? content.FirstOrDefault(c => !MediaTypes.IsText(MediaTypes.Essence(c.Name)));
        if (media?.Schema is { } schema && !Formats.IsBinary(SchemaFacts.Follow(schema)))
        {
            _schemas.Bind(schema, hint);
        }
    }
}
