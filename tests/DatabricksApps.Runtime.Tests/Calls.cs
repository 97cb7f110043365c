using DatabricksApps.Generated;

namespace DatabricksApps.Tests;

/// <summary>Sends a request as generated code does.</summary>
internal static class Calls
{
    public static AppRequest Get(string path = "/api/items") => To(HttpMethod.Get, path);

    public static AppRequest Post(string path = "/api/items") => To(HttpMethod.Post, path);

    public static AppRequest To(HttpMethod method, string path)
    {
        AppRequest request = new(method, path);
        request.AddPath(path);
        return request;
    }

    public static Task<string> StringAsync(this AppConnection app, AppRequest request, AppRequestOptions? options = null) =>
        app.SendAsync<string, StringJson>(request, options, TestContext.Current.CancellationToken);

    /// <summary>Sends a request to a server that answers nothing, and returns what was sent.</summary>
    public static async Task<SentRequest> SendAsync(AppRequest request, string baseAddress = "https://app.example.com")
    {
        StubHandler stub = StubHandler.Json("");
        await new AppConnection(stub.Client(baseAddress)).SendAsync(request, null, TestContext.Current.CancellationToken);
        return stub.Last;
    }
}
