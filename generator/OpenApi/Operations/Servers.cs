using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads the servers of a document of version 3: the first one counts.</summary>
/// <remarks>
/// The specification names no default among several. Tools preselect the first, and FastAPI puts an app's
/// <c>root_path</c> there. Which host is called is not the document's to say: of the URL only the path is used.
/// </remarks>
internal sealed class Servers
{
    private readonly Findings _findings;
    private readonly KindChecks _kinds;

    public Servers(Findings findings, KindChecks kinds)
    {
        _findings = findings;
        _kinds = kinds;
    }

    /// <summary>Gets the URL of the first server of an object, variables at their defaults; null if it has none.</summary>
    public string? Url(Place owner)
    {
        string? first = null;
        foreach ((JsonObject server, string pointer) in _kinds.Objects(owner.Node.Get("servers"), owner.Pointer + "/servers"))
        {
            _kinds.Check(server, pointer, MemberKinds.Server);
            if (server.GetText("url") is { } url)
            {
                string filled = FillVariables(url, server, pointer);
                first ??= filled;
            }
        }

        return first;
    }

    /// <summary>Puts the defaults of a server's variables into its URL.</summary>
    /// <remarks>
    /// A variable has to have a default (OpenAPI, "Server Variable Object"); of an <c>enum</c> without one any value is as
    /// good. What has neither goes together with its slash, so that <c>/{stage}/api</c> becomes <c>/api</c>.
    /// </remarks>
    private string FillVariables(string url, JsonObject server, string pointer)
    {
        foreach (KeyValuePair<string, JsonNode?> member in server.GetObject("variables") ?? new JsonObject())
        {
            string place = JsonPointer.Append(pointer + "/variables", member.Key);
            _kinds.ExpectObject(member.Value, place);
            if (member.Value is JsonObject known)
            {
                _kinds.Check(known, place, MemberKinds.ServerVariable);
            }

            if (member.Value is JsonObject variable
                && (variable.GetText("default") ?? (variable.GetTexts("enum") is { Count: > 0 } values ? values[0] : null)) is { } value)
            {
                url = url.Replace("{" + member.Key + "}", value);
            }
        }

        for (int open = url.IndexOf('{'); open >= 0; open = url.IndexOf('{'))
        {
            int close = url.IndexOf('}', open);
            int end = close < 0 ? url.Length : close + 1;
            _findings.Repaired(pointer, $"the server's variable '{url.Substring(open, end - open)}' has no default and is left out; BasePath gives the path");
            bool isSegment = open > 0 && url[open - 1] == '/' && end < url.Length && url[end] == '/';
            url = url.Remove(open, end - open + (isSegment ? 1 : 0));
        }

        return url;
    }
}
