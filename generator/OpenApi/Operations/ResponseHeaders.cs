using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads which headers an answer has: callers read them from the response by their names.</summary>
internal static class ResponseHeaders
{
    public static IReadOnlyList<ApiHeader> Read(Place response, ObjectReferences objects)
    {
        if (response.Node.GetObject("headers") is not { } headers)
        {
            return Array.Empty<ApiHeader>();
        }

        List<ApiHeader> read = new();
        string parent = response.Pointer + "/headers";
        foreach (KeyValuePair<string, JsonNode?> member in headers)
        {
            // The content says its own type (3.1, "Response Object").
            if (!member.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && objects.Find(member.Value, JsonPointer.Append(parent, member.Key)) is { } header)
            {
                read.Add(new ApiHeader
                {
                    Pointer = header.Pointer,
                    Name = member.Key,
                    Type = TypeOf(header, objects),
                    IsRequired = header.Node.GetFlag("required") == true,
                });
            }
        }

        return read;
    }

    // In 2.0 the type stands in the header itself.
    private static string TypeOf(Place header, ObjectReferences objects)
    {
        Place schema = header.Node.GetObject("schema") is { } own && objects.Find(own, header.Pointer + "/schema") is { } found ? found : header;
        List<string> types = schema.Node.GetText("type") is { } one ? new() { one } : schema.Node.GetTexts("type").ToList();
        bool isNullable = types.Remove("null") || schema.Node.GetFlag("nullable") == true;
        string type = types.Count == 0 ? "any" : string.Join("|", types.OrderBy(name => name, StringComparer.Ordinal));
        string format = schema.Node.GetText("format") is { } name ? ":" + name : "";
        return type + format + (isNullable ? "?" : "");
    }
}
