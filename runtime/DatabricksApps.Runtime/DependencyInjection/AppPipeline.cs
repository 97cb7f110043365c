using System.ComponentModel;
using System.Runtime.Versioning;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Generated;

/// <summary>Builds the pipelines that sign and unpack, above a handler that follows no redirects.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class AppPipeline
{
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Makes a connection that owns its pipeline.</summary>
    /// <param name="options">The app and the token.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser.</exception>
    [UnsupportedOSPlatform("browser")]
    public static AppConnection Connect(DatabricksAppOptions options, params string[] scopes) => Connect(options, apiKeys: null, scopes);

    /// <inheritdoc cref="Connect(DatabricksAppOptions, string[])"/>
    /// <param name="options">The app and the token.</param>
    /// <param name="apiKeys">The names of the document's API keys; null: any name is taken.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    [UnsupportedOSPlatform("browser")]
    public static AppConnection Connect(DatabricksAppOptions options, IReadOnlyList<string>? apiKeys, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckPlatform();
        options.Validate();
        options.CheckApiKeys(apiKeys);
        ClientSettings client = TokenSources.OfProcess.Read(options, scopes);
        AppLocation location = TokenSources.OfProcess.LocationFor(client);
        DatabricksAppHandler signing = new(TokenSources.OfProcess, client, location)
        {
            UnpacksAnswers = true,
            InnerHandler = CreatePrimaryHandler(),
        };
        return new AppConnection(signing, options, location, TokenSources.OfProcess.SignInOf(client));
    }

    // A browser sends by its own rules: no proxy, no sockets, no file or program to sign in with.
    private static void CheckPlatform()
    {
        if (OperatingSystem.IsBrowser())
        {
            throw new PlatformNotSupportedException(FailureText.Of(
                "A client that signs its requests cannot be made in a browser",
                "a browser has no sockets, files or programs, which signing in to Databricks needs.",
                "make the client with its constructor, from the HttpClient of the page; an app that serves the page itself gets its user's cookie with each call."));
        }
    }

    private static SocketsHttpHandler CreatePrimaryHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = LoopbackProxy.OfMachine,
        PooledConnectionLifetime = s_connectionLifetime,
        PlaintextStreamFilter = EarlyAnswerStream.FilterAsync,
    };
}
