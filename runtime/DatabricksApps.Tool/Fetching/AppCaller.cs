using DatabricksApps.Generated;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>Sends the requests to one app, signed like every other call.</summary>
internal sealed class AppCaller : IDisposable
{
    private readonly HttpClient? _plain;

    private AppCaller(AppConnection connection, HttpClient? plain = null)
    {
        Connection = connection;
        _plain = plain;
    }

    public AppConnection Connection { get; }

    /// <summary>Gets whether the requests are signed.</summary>
    public bool IsSigned => _plain is null;

    /// <summary>Makes one.</summary>
    /// <exception cref="ToolException">The app cannot be called so.</exception>
    public static AppCaller Open(AppSource source, SignIn signIn)
    {
        if (signIn.SignsNothing)
        {
            if (source.Address is not { } address)
            {
                throw new ToolException(
                    $"Where the app {source.App} is knows the workspace, which tells it to nobody who does not sign in",
                    null,
                    "leave out --no-sign-in, or give the app's address.");
            }

            HttpClient plain = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback }) { BaseAddress = address };
            return new AppCaller(new AppConnection(plain), plain);
        }

        DatabricksAppOptions options = new() { BaseAddress = source.Address, AppName = source.App, Profile = signIn.Profile, Host = signIn.Host };
        signIn.Configure?.Invoke(options);
        return new AppCaller(AppPipeline.Connect(options, signIn.Scopes));
    }

    /// <summary>Gets the bytes of an answer.</summary>
    /// <exception cref="AppException">There is none that is a success.</exception>
    public async Task<byte[]> GetAsync(string route, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, route);
        request.Accept("application/json, application/yaml;q=0.9, */*;q=0.1");
        await using AppFile file = await Connection.SendForFileAsync(request, null, cancellationToken);
        await using Stream body = await file.OpenReadAsync(cancellationToken);
        return await WholeAnswer.ReadAsync(route, body, TimeProvider.System, cancellationToken);
    }

    /// <summary>Gets the scopes that the app asks its users for, sorted; null: the workspace did not tell, or the app has no name in it.</summary>
    public async Task<string?> AppScopesAsync(CancellationToken cancellationToken) =>
        await Connection.UserScopesAsync(cancellationToken) is not { } scopes ? null
        : scopes.Count == 0 ? "none"
        : string.Join(' ', scopes.Distinct().Order(StringComparer.Ordinal));

    public void Dispose()
    {
        Connection.Dispose();
        _plain?.Dispose();
    }
}
