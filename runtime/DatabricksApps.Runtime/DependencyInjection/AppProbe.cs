using System.ComponentModel;
using DatabricksApps.Errors;

namespace DatabricksApps.Generated;

/// <summary>Asks the app of a registered client for an answer, over the same pipeline as the client's calls and, since no user asks, as the program itself.</summary>
/// <typeparam name="TClient">The client.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AppProbe<TClient>
    where TClient : class
{
    private readonly Func<AppConnection> _connect;

    internal AppProbe(Func<AppConnection> connect) => _connect = connect;

    /// <summary>Sends GET and reads no further than the status.</summary>
    /// <param name="path">The path, percent-encoded, joined to the app's address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AppException">The app was not reached, took no token, or answered an error.</exception>
    public Task SendAsync(string path, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, path) { SignsAsProgram = true };
        return _connect().SendAsync(request, null, cancellationToken);
    }

    /// <summary>Sends GET and gives the answer as it comes.</summary>
    /// <param name="path">The path, percent-encoded, joined to the app's address.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, and what hides in a text made of it what the request was sent with: an app may echo its token.</returns>
    /// <exception cref="AppException">The app was not reached, took no token, or answered an error.</exception>
    public async Task<(AppFile File, Func<string, string> Hide)> OpenAsync(string path, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, path) { SignsAsProgram = true };
        AppFile file = await _connect().SendForFileAsync(request, options, cancellationToken).ConfigureAwait(false);
        return (file, text => Redaction.HideSent(request, text));
    }
}
