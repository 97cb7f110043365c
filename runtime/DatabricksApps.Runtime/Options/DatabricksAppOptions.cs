using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps;

/// <summary>Where an app is, and how a client signs in to it.</summary>
public sealed partial class DatabricksAppOptions
{
    internal const long DefaultMaxResponseBytes = 100_000_000;

    /// <summary>
    /// Gets or sets the app's URL, such as <c>https://my-app-1234.aws.databricksapps.com</c>; https, or http on the
    /// loopback interface. A path in it stands before each route.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Gets or sets the app's name in the workspace: lower-case letters, digits and hyphens, at most 30. Without a
    /// <see cref="BaseAddress"/> the workspace is asked once where the app is.
    /// </summary>
    public string? AppName { get; set; }

    /// <summary>
    /// Gets or sets a Databricks OAuth token that is sent as it is. Apps take no personal access tokens. It is one
    /// identity for all calls of the client; without a <see cref="BaseAddress"/> it also asks the workspace where the app is.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    /// <summary>
    /// Gets or sets what gives the token for each request, in the context of the call: it may bring another user's each
    /// time. It may be called at the same time from several threads, and caches if that is wanted. Wins over
    /// <see cref="Token"/>. What it gives goes to the app alone, never to the workspace.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>
    /// Gets or sets what gives the token with which the workspace is asked where the app of the <see cref="AppName"/> is
    /// and, for the text of an error, whether it runs. By default the program's own sign-in does, also beside a
    /// <see cref="TokenProvider"/>. The answer serves all callers, so it is called outside of any call, and gives the
    /// token of one identity.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public Func<CancellationToken, ValueTask<string>>? LookupTokenProvider { get; set; }

    /// <summary>
    /// Gets or sets the time for a call, 100 seconds by default; for a stream or a file, the time until the answer begins.
    /// At most 49 days, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>. A call that a Gradio app has put into its
    /// queue goes on for as long as the app says that it is there; <see cref="AppRequestOptions.Timeout"/> ends it before.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the time for a sign-in that a call waits for, apart from <see cref="Timeout"/>. Null, the default: it is
    /// part of the call's time, but a person who signs in in the browser has five minutes before that begins. At most 49 days,
    /// or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: as long as the sign-in itself goes on. Not for tokens that
    /// are asked for at each call (<see cref="TokenProvider"/>, <see cref="FederatedUserTokenProvider"/>).
    /// </summary>
    public TimeSpan? SignInTimeout { get; set; }

    /// <summary>
    /// Gets or sets the largest body that is read into memory, 100,000,000 bytes by default; in a stream it holds for
    /// each item. Files are not bounded.
    /// </summary>
    public long MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>
    /// Gets or sets whether a client that is generated with <c>CheckRequests="true"</c> checks values against the document before
    /// they are sent: bounds, lengths, patterns, members that go together. True by default; a call can say otherwise
    /// (<see cref="AppRequestOptions.CheckRequests"/>). Other clients have no checks.
    /// </summary>
    public bool CheckRequests { get; set; } = true;

    /// <summary>Gets the <see cref="BaseAddress"/>, or asks the workspace where the app of the <see cref="AppName"/> is. Clients do so themselves.</summary>
    /// <exception cref="AppAuthenticationException">No token could be had for the workspace.</exception>
    /// <exception cref="AppException">The app could not be found.</exception>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    public async Task<Uri> FindBaseAddressAsync(CancellationToken cancellationToken = default)
    {
        Validate();
        return (await TokenSources.OfProcess.LocationFor(TokenSources.OfProcess.Read(this, [])).GetAsync(cancellationToken).ConfigureAwait(false)).Uri;
    }

    /// <summary>Returns the address and the name; never a token.</summary>
    public override string ToString() => $"DatabricksAppOptions({BaseAddress?.GetLeftPart(UriPartial.Path) ?? AppName})";

    /// <summary>Throws unless the options describe an app.</summary>
    internal void Validate() => Validate(mayBeDiscovered: false);

    /// <summary>Throws unless the options describe an app.</summary>
    /// <param name="mayBeDiscovered">Whether a handler of the pipeline may find the address of a service (<c>https+http://NAME</c>).</param>
    internal void Validate(bool mayBeDiscovered)
    {
        if (AppName is not null && !ValidAppName().IsMatch(AppName))
        {
            throw new ArgumentException(AppName.Contains("://", StringComparison.Ordinal)
                ? "AppName is an address. Set BaseAddress to it, or AppName to the app's name in the workspace, such as my-app."
                : "AppName is not a name that an app can have: lower-case letters, digits and hyphens, a letter first, at most 30 characters.");
        }

        if (BaseAddress is not null)
        {
            CheckIsNoWorkspace(BaseAddress);
            Http.BaseAddress.Check(BaseAddress);
            if (Http.BaseAddress.IsDiscovered(BaseAddress))
            {
                if (!mayBeDiscovered)
                {
                    throw new ArgumentException(
                        $"BaseAddress is {BaseAddress.Scheme}, an address that service discovery finds, which only a registered client can have: " +
                        "services.Add…Client(…).AddServiceDiscovery(), of Microsoft.Extensions.ServiceDiscovery.");
                }
            }
            else if (BaseAddress.Scheme != Uri.UriSchemeHttps && !BaseAddress.IsLoopback)
            {
                throw new ArgumentException("BaseAddress is http: a token goes over https only, except to the loopback interface.");
            }
        }
        else if (AppName is null)
        {
            throw new ArgumentException(
                "The options do not say where the app is. Set BaseAddress to the app's URL, such as " +
                "https://my-app-1234.aws.databricksapps.com, or AppName to its name in the workspace.");
        }

        if (Token is not null && WrappedToken.Explain(Token) is { } wrapped)
        {
            throw new ArgumentException($"Token {wrapped}");
        }

        if (Token is not null && (Token.Length == 0 || !HeaderText.IsToken(Token)))
        {
            throw new ArgumentException("Token is empty or holds characters that no bearer token has (RFC 6750 §2.1).");
        }

        if (Token is not null && PersonalToken.IsOne(Token))
        {
            throw new ArgumentException($"Token {PersonalToken.Refusal}. {RefusedMethod.Pat.Refusal.Next}");
        }

        if (FederatedUserTokenProvider is not null && (Token is not null || TokenProvider is not null))
        {
            throw new ArgumentException(
                $"{(TokenProvider is null ? "Token" : "TokenProvider")} and FederatedUserTokenProvider are both set, and each says who signs. Take one away.");
        }

        if (!TimeLimit.IsValid(Timeout))
        {
            throw new ArgumentException($"{nameof(DatabricksAppOptions)}.{nameof(Timeout)} {TimeLimit.Rule}");
        }

        if (SignInTimeout is { } signIn && !TimeLimit.IsValid(signIn))
        {
            throw new ArgumentException($"{nameof(DatabricksAppOptions)}.{nameof(SignInTimeout)} {TimeLimit.Rule}");
        }

        if (MaxResponseBytes is <= 0 or > int.MaxValue / 2)
        {
            throw new ArgumentException("MaxResponseBytes is not between 1 and 1,073,741,823.");
        }
    }

    // Its pages of apps lie below /apps; other paths may be those of what a cluster serves.
    private void CheckIsNoWorkspace(Uri address)
    {
        bool isWorkspace = address.IsAbsoluteUri && !address.IsLoopback
            && (DatabricksHosts.IsWorkspace(address) || (Host is { } host && WorkspaceHost.AreSame(host, DatabricksHosts.Show(address))));
        if (isWorkspace && (address.AbsolutePath == "/" || address.AbsolutePath.StartsWith("/apps", StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"BaseAddress is {DatabricksHosts.Show(address)}, the address of a workspace, where no app answers. Set it to the app's URL, " +
                "such as https://my-app-1234.aws.databricksapps.com (databricks apps get NAME shows it), or AppName to the app's name and Host to this address.");
        }
    }

    // The CLI's rule, which is the service's: lower-case, a letter first, at most 30 characters.
    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,29}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ValidAppName();
}
