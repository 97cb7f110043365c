using System.Net.Http.Headers;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary>A test with an app behind a front door.</summary>
public abstract class FrontDoorTest : WorkspaceTest
{
    protected EchoApp Echo { get; private set; } = null!;

    protected WorkspaceApp App { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Echo = await EchoApp.StartAsync();
        App = await Workspace.AddAppAsync("inventory", Echo.Address, cancellationToken: Cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Echo.DisposeAsync();
    }

    /// <summary>Returns a token of a new service principal that may use the app.</summary>
    protected async Task<string> SignInAsync(params string[] scopes)
    {
        ServicePrincipal principal = Workspace.AddServicePrincipal("job", scopes);
        App.GrantCanUse(principal.ClientId);
        return await OAuth.SignInAsync(principal, scopes);
    }

    /// <summary>Sends a GET through the front door and returns when the head of the answer is there.</summary>
    protected async Task<HttpResponseMessage> SendAsync(string path, string? token, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(App.Url, path));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }
}
