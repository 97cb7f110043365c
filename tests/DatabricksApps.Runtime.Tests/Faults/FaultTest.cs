using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Faults;

/// <summary>
/// The fault table: what the caller of a generated client sees when something between the call and the app fails, as whole
/// texts. <see cref="AppFaults"/> is what the app and its front door answer, <see cref="NetworkFaults"/> what lies between,
/// <see cref="SignInFaults"/> the token endpoint, <see cref="CliFaults"/> the Databricks CLI.
/// </summary>
public abstract class FaultTest
{
    /// <summary>Gets the workspace that signs in, by default a service principal's.</summary>
    internal SignInSetup SignIn { get; init; } = SignInSetup.ServicePrincipal();

    /// <summary>Gets or sets the route that is called.</summary>
    protected string Route { get; set; } = "/api/items/{item_id}";

    /// <summary>Gets or sets whether the client knows its app by name, without an address.</summary>
    protected bool IsKnownByNameAlone { get; set; }

    /// <summary>Gets or sets what the app answers.</summary>
    protected Func<HttpRequestMessage, HttpResponseMessage> App { get; set; } =
        _ => Answer(HttpStatusCode.OK, "\"x\"", "application/json");

    protected static HttpResponseMessage Answer(HttpStatusCode status, string body, string mediaType, string? location = null)
    {
        HttpResponseMessage response = new(status) { Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType) };
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        return response;
    }

    /// <summary>Makes a token that says of itself what it is good for.</summary>
    protected static string Jwt(string claims) =>
        "eyJhbGciOiJub25lIn0." + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_') + ".c2ln";

    /// <summary>Calls the app and compares what the caller sees.</summary>
    protected async Task SeesAsync(AppErrorReason reason, string text)
    {
        AppException exception = await Assert.ThrowsAnyAsync<AppException>(CallAsync);

        Assert.Equal(text, exception.Message);
        Assert.Equal(reason, exception.Reason);
    }

    /// <summary>Reads an item, as the generated client does.</summary>
    protected async Task<string> CallAsync()
    {
        SignIn.Options.BaseAddress = IsKnownByNameAlone ? null : new Uri("https://inventory-123.aws.databricksapps.com");
        using TokenSources sources = SignIn.Sources();
        ClientSettings settings = sources.Read(SignIn.Options, []);
        AppLocation location = sources.LocationFor(settings);
        using DatabricksAppHandler signing = new(sources, settings, location)
        {
            InnerHandler = new StubHandler(App),
        };
        using HttpClient client = new(signing) { BaseAddress = SignIn.Options.BaseAddress };
        AppRequest request = new(HttpMethod.Get, Route);
        request.AddPath(Route.Replace("{item_id}", "7"));
        return await new AppConnection(client, SignIn.Options, location).StringAsync(request);
    }
}
