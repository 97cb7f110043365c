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
            request.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                HeaderText.AddToContent(request, name, value);
            }
        }
    }

    private static bool IsRefused(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Host", StringComparison.OrdinalIgnoreCase);
}
