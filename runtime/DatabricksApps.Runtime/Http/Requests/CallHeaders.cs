using System.Net.Http.Headers;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Adds the headers of a call's options.</summary>
internal static class CallHeaders
{
    public static void Add(AppRequest request, AppRequestOptions? options)
    {
        if (options is not null && options.TryGetHeaders(out Dictionary<string, string>? headers))
        {
            Add(request, headers);
        }
    }

    private static void Add(AppRequest request, Dictionary<string, string> headers)
    {
        foreach ((string name, string value) in headers)
        {
            if (IsRefused(name))
            {
                throw new ArgumentException(
                    $"A call cannot set the header '{name}': the client's credential and address hold for every call. " +
                    "Give the token in DatabricksAppOptions.",
                    nameof(headers));
            }

            HeaderText.Check(name, value);
            Remove(request.Headers, name);
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                Remove(request.Content?.Headers, name);
                HeaderText.AddToContent(request, name, value);
            }
        }
    }

    // To be asked to remove what can never be among them the headers take for a mistake.
    private static void Remove(HttpHeaders? headers, string name)
    {
        if (headers?.NonValidated.Contains(name) == true)
        {
            headers.Remove(name);
        }
    }

    private static bool IsRefused(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Host", StringComparison.OrdinalIgnoreCase);
}
