using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Recovery;

/// <summary>Makes a document of what can still be read of one that is broken, so that an edit does not take the whole client away.</summary>
internal static class RecoveredDocument
{
    /// <summary>Gets a document that says nothing but what it is.</summary>
    public const string Empty = """{"openapi":"3.1.0","info":{"title":"","version":""},"paths":{}}""";

    /// <summary>Gets what can be read, as JSON that a parser takes.</summary>
    /// <param name="text">The text, which no parser takes.</param>
    /// <param name="accepted">What a lock knows of the document.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static string Of(string text, EquatableArray<Fact> accepted, CancellationToken cancellationToken)
    {
        string resolved = ConflictMarkers.Resolve(text).TrimStart('\uFEFF');
        bool isJson = resolved.TrimStart() is ['{', ..];
        JsonObject? root = isJson ? BrokenJson.Read(resolved, cancellationToken) : BrokenYaml.Read(resolved, cancellationToken);
        if (root is null)
        {
            return Empty;
        }

        if (!root.ContainsKey("openapi") && !root.ContainsKey("swagger"))
        {
            // The line that says it may be the broken one.
            if (root.ContainsKey("definitions"))
            {
                root["swagger"] = "2.0";
            }
            else if (root.ContainsKey("paths") || root.ContainsKey("components"))
            {
                root["openapi"] = "3.1.0";
            }
        }

        MissingComponents.Add(root, accepted);
        return root.ToJsonString();
    }
}
