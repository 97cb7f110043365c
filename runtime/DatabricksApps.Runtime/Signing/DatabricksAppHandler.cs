using System.Runtime.CompilerServices;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Signing;
using Microsoft.Extensions.Http.Logging;

namespace DatabricksApps;

/// <summary>
/// Signs requests to one app with a Databricks OAuth token. The clients' <c>Create</c> and <c>Add…Client</c> put it into
/// their pipelines; use it yourself to sign with an <see cref="HttpClient"/> of your own.
/// </summary>
/// <remarks>
/// The token goes to the origin of <see cref="DatabricksAppOptions.BaseAddress"/> only, or to that of the app that
/// <see cref="DatabricksAppOptions.AppName"/> names; requests to other origins pass unsigned. The handler that ends the pipeline should have <c>AllowAutoRedirect</c> off: a redirect of the front door
/// leads to a login page.
/// </remarks>
public sealed partial class DatabricksAppHandler : DelegatingHandler
{
    /// <summary>What a call says that waits for its token.</summary>
    internal const string LacksToken = "no token could be had";

    private readonly AppLocation _location;
    private readonly ITokenSource _tokens;
    private readonly CallAdvice _advice;
    private readonly ITokenSource? _program;
    private Origin? _origin;
    private bool? _meetsCopies;

    /// <summary>Initializes a handler; something else sets what it passes requests to.</summary>
    /// <param name="options">The app, and how to sign in to its workspace.</param>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    public DatabricksAppHandler(DatabricksAppOptions options)
        : this(TokenSources.OfProcess, Read(options))
    {
    }

    /// <summary>Initializes a handler.</summary>
    /// <param name="options">The app, and how to sign in to its workspace.</param>
    /// <param name="innerHandler">What sends the signed requests.</param>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    public DatabricksAppHandler(DatabricksAppOptions options, HttpMessageHandler innerHandler)
        : this(TokenSources.OfProcess, Read(options)) => InnerHandler = innerHandler;

    internal DatabricksAppHandler(TokenSources sources, ClientSettings client, AppLocation? location = null)
    {
        _location = location ?? sources.LocationFor(client);
        _tokens = sources.For(client);
        _advice = sources.AdviceFor(client);
        _program = client.Options.SignsPerCall ? sources.ForProgram(client) : null;
    }

    /// <summary>
    /// Gets whether the handler asks for gzip and unpacks it itself: where nothing lies between it and the socket, a
    /// handler of its own would cost each call one more asynchronous method.
    /// </summary>
    internal bool UnpacksAnswers { get; init; }

    /// <summary>Gets the handlers above it, in a client of a factory; other handlers are added to them until the first request is sent.</summary>
    internal IList<DelegatingHandler> Above { get; init; } = [];

    // Whether there are handlers of the user, who hold messages, and may send copies of them.
    // The factory's own log keeps none.
    private bool MeetsCopies => _meetsCopies ??= Above.Any(handler => handler is not (LoggingHttpMessageHandler or LoggingScopeHttpMessageHandler));

    /// <inheritdoc/>
    /// <exception cref="AppException">No token could be had, the app could not be found, or the answer is that of a login page.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Origin origin = _origin ?? Learn((await _location.GetAsync(cancellationToken).ConfigureAwait(false)).Uri);
        AppRequest? call = request as AppRequest ?? (MeetsCopies ? CallKeeper.CallOf(request) : null);
        call?.ForgetFault();
        if (UnpacksAnswers)
        {
            Gzip.AskFor(request);
        }

        if (request.RequestUri is not { } sent || !IsForApp(origin, request, call, sent))
        {
            // Where a service is found by the call, a copy that does not say which it is of would go unsigned.
            if (call is null && origin.IsDiscovered)
            {
                CallIdentity.CheckIsNoCopy(origin);
            }

            call?.TellSentTo(request.RequestUri);
            return Unpacked(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }

        bool hasToken = false;
        try
        {
            ITokenSource tokens = TokensOf(call, origin);
            AppToken token = await GetTokenAsync(tokens, call, cancellationToken).ConfigureAwait(false);
            hasToken = true;
            HttpResponseMessage response = await SendSignedAsync(request, call, sent, tokens, token, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode || !await IsRefusedAsync(response, sent, cancellationToken).ConfigureAwait(false)
                ? response
                : await SendAgainAsync(request, call, tokens, token, response, sent, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!hasToken && IsCallers(call, exception, cancellationToken))
        {
            throw;
        }
        finally
        {
            // The message lives on in the response, in logs and in the caller's hands; the token does not.
            request.Headers.Remove("Authorization");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a token may have to be fetched first.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests to an app are signed asynchronously. Use SendAsync.");

    private static ValueTask<AppToken> GetTokenAsync(ITokenSource tokens, AppRequest? call, CancellationToken cancellationToken)
    {
        ValueTask<AppToken> token = tokens.GetTokenAsync(cancellationToken);
        return call is null || token.IsCompletedSuccessfully ? token : WaitAsync(call, token);

        // A call whose time is over here has sent nothing, and says so.
        static async ValueTask<AppToken> WaitAsync(AppRequest call, ValueTask<AppToken> token)
        {
            call.Lacks = LacksToken;
            return await token.ConfigureAwait(false);
        }
    }

    // What the call says wins over what the client says.
    private ITokenSource TokensOf(AppRequest? call, Origin origin)
    {
        if (call is null)
        {
            CallIdentity.CheckIsNoCopy(origin);
        }
        else if (call.Identity is { } identity)
        {
            KeptCookies.Check(InnerHandler);
            return identity;
        }

        return call is { SignsAsProgram: true } && _program is not null ? _program : _tokens;
    }

    private static ClientSettings Read(DatabricksAppOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return TokenSources.OfProcess.Read(options, []);
    }

    // Sign-in tells its failures by exceptions of its own: another one is that of a function of the options.
    private static bool IsCallers(AppRequest? call, Exception exception, CancellationToken cancellationToken)
    {
        if (call is not null && exception is not AppException && !cancellationToken.IsCancellationRequested)
        {
            call.CallersFault = exception;
        }

        return false;
    }

    // A service's name stands for whatever address a handler above has put in its place, of the calls of this client alone.
    private bool IsForApp(Origin origin, HttpRequestMessage request, AppRequest? call, Uri sent)
    {
        if (!origin.IsDiscovered)
        {
            return ((request as AppRequest)?.IsJoinedTo(origin.Address) == true || origin.Contains(sent)) && !Origin.IsAnotherHost(request, sent);
        }

        return call?.SentUri is not null && !Origin.IsAnotherHost(request, sent) && DiscoveredAddress.IsFound(origin.Address, request, sent, InnerHandler);
    }

    private Origin Learn(Uri address)
    {
        DirectRoute.Check(address, InnerHandler);
        if (_program is not null)
        {
            KeptCookies.Check(InnerHandler);
        }

        return _origin = new Origin(address);
    }

    private HttpResponseMessage Unpacked(HttpResponseMessage response)
    {
        if (UnpacksAnswers)
        {
            Gzip.Unpack(response);
        }

        return response;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendSignedAsync(
        HttpRequestMessage request, AppRequest? call, Uri sent, ITokenSource tokens, AppToken token, CancellationToken cancellationToken)
    {
        // Handlers of the user hold their message, and may write it down while it is under way.
        HttpRequestMessage message = MeetsCopies ? SignedMessage.Of(request) : request;
        Sign(message, call, token);
        HttpResponseMessage response = Unpacked(await base.SendAsync(message, cancellationToken).ConfigureAwait(false));
        SignedMessage.Return(request, message, response);
        if (call is null && (MeetsCopies || !response.IsSuccessStatusCode))
        {
            SignedAnswers.Add(response, token.Value, _advice);
        }

        CheckNotRedirected(request, call, response, sent, tokens, token);
        return response;
    }

    private void Sign(HttpRequestMessage request, AppRequest? call, AppToken token)
    {
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", token.Header);
        if (call is not null)
        {
            call.OnSigning?.Invoke(token.Value);
            call.TakeToken(token.Value);
            call.Lacks = null;
            call.Advice = _advice;
        }
    }

    // A handler cannot keep the one beneath it from following redirects, only see that it did.
    private void CheckNotRedirected(
        HttpRequestMessage request, AppRequest? call, HttpResponseMessage response, Uri sent, ITokenSource tokens, AppToken token)
    {
        Uri? answered = response.RequestMessage?.RequestUri;
        if (answered is null || ReferenceEquals(answered, sent) || !RedirectExplanation.IsLogin(answered))
        {
            return;
        }

        tokens.Invalidate(token);
        string what = $"the HttpClient followed a redirect to the login page of {answered.IdnHost}";
        AppRequest told = call ?? new AppRequest(request.Method, sent.AbsolutePath) { SentToken = token.Value, Advice = _advice };
        AppException failure = Failure.Of(told, response, SignIn.ExplainRedirect(told, what, answered));
        response.Dispose();
        throw failure;
    }
}
