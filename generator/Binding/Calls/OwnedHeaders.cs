using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>The headers of a request that are not the caller's to set, and whose they are.</summary>
/// <remarks>
/// A value of the caller's would contradict what is sent, or be taken for the next request: where the app is, how long
/// the body is, what the connection does (RFC 9110 §7.6.1, RFC 9112 §6).
/// </remarks>
internal static class OwnedHeaders
{
    private const string OfOpenApi = "is not the caller's to set (OpenAPI, Parameter Object)";
    private const string OfAddress = "is that of the client's address";
    private const string OfBody = "is HttpClient's, which knows how long the body is";
    private const string OfConnection = "is HttpClient's, since it is about the connection and not the call (RFC 9110, 7.6.1)";

    private static readonly Dictionary<string, string> s_owners = new(StringComparer.OrdinalIgnoreCase)
    {
        // OpenAPI, "Parameter Object": header parameters of these names "SHALL be ignored".
        ["Accept"] = OfOpenApi,
        ["Content-Type"] = OfOpenApi,
        ["Authorization"] = OfOpenApi,
        ["Host"] = OfAddress,
        ["Content-Length"] = OfBody,
        ["Transfer-Encoding"] = OfBody,
        ["Trailer"] = OfBody,
        ["Expect"] = OfBody,
        ["Connection"] = OfConnection,
        ["Keep-Alive"] = OfConnection,
        ["Proxy-Connection"] = OfConnection,
        ["Proxy-Authorization"] = OfConnection,
        ["TE"] = OfConnection,
        ["Upgrade"] = OfConnection,
        ["HTTP2-Settings"] = OfConnection,
    };

    /// <summary>Says whose a header is; null: the caller's.</summary>
    public static string? Owner(string header) => s_owners.TryGetValue(header, out string? owner) ? owner : null;
}
