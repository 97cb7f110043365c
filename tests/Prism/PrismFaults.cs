using System.Text.Json.Nodes;

namespace DatabricksApps.Prism;

/// <summary>Refusals that are Prism's own: a correct request, made by hand, is refused in the same way.</summary>
internal static class PrismFaults
{
    /// <summary>What Prism says when it has no answer, whatever the request.</summary>
    private static readonly string[] s_errors =
        ["VIOLATIONS", "NO_RESPONSE_RESPONSE_DEFINED", "NOT_FOUND", "UNKNOWN", "SCHEMA_TOO_COMPLEX", "NO_COMPLEX_OBJECT_TEXT"];

    // Header parameters of these names "SHALL be ignored" (OpenAPI, Parameter Object); Prism requires them.
    private static readonly string[] s_ignoredHeaders =
        ["Request header must have required property 'accept'", "Request header must have required property 'content-type'", "Request header must have required property 'authorization'"];

    /// <summary>Tells whether a refusal is none of the request's.</summary>
    public static bool IsOwn(Operation operation, Exchange exchange)
    {
        if (s_errors.Contains(exchange.PrismError))
        {
            return true;
        }

        return exchange.PrismError switch
        {
            // Prism knows no methods but those of OpenAPI 3.1.
            "NO_METHOD_MATCHED_ERROR" => operation.IsOfLaterMethod,

            // It compares the path with the template's question mark, and with ASP.NET's {*rest}, as letters.
            "NO_PATH_MATCHED_ERROR" => operation.Pointer.Contains('?') || operation.Pointer.Contains("{*", StringComparison.Ordinal),
            "UNPROCESSABLE_ENTITY" => MessagesOf(exchange) is { Count: > 0 } messages
                && messages.All(message => s_ignoredHeaders.Contains(message) || (IsMultipart(exchange) && IsOfNoText(message))),
            _ => false,
        };
    }

    private static IReadOnlyList<string> MessagesOf(Exchange exchange) =>
        [.. (JsonNode.Parse(exchange.Body)?["validation"] as JsonArray ?? []).Select(fault => fault?["message"]?.ToString() ?? "")];

    // Every part of a multipart body is one text to Prism: several of one name are no array, and one of JSON is no object.
    // curl -F keyword=a -F keyword=b -F 'meta={};type=application/json' is refused as well.
    private static bool IsMultipart(Exchange exchange) => exchange.Request.Contains("Content-Type: multipart/form-data", StringComparison.Ordinal);

    private static bool IsOfNoText(string message) =>
        message.StartsWith("Request body property ", StringComparison.Ordinal)
        && (message.EndsWith(" must be array", StringComparison.Ordinal) || message.EndsWith(" must be object", StringComparison.Ordinal));
}
