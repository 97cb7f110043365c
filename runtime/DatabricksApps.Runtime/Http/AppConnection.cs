using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Generated;

/// <summary>What a client sends its requests over.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class AppConnection : IDisposable
{
    private const int MostOfAnError = 1024 * 1024;

    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient? _client;
    private readonly AppLocation? _location;
    private readonly SignInWait? _signIn;
    private readonly TimeSpan? _timeout;
    private readonly long _maxResponseBytes;
    private readonly bool _checksRequests = true;
    private BaseAddress? _address;

    // Of a connection that gives answers as they come what takes one. A function, so that a program without such a call has
    // none of its code.
    private readonly Func<AppRequest, HttpResponseMessage, CancellationToken, ValueTask<Exception>>? _take;
    private bool _isDisposed;

    /// <summary>Initializes a connection over an <see cref="HttpClient"/> as it is: it signs nothing, and disposing leaves it open.</summary>
    public AppConnection(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _invoker = client;
        _maxResponseBytes = DatabricksAppOptions.DefaultMaxResponseBytes;
    }

    /// <summary>Initializes a connection over a client of a factory, whose pipeline the options describe.</summary>
    internal AppConnection(HttpClient client, DatabricksAppOptions options, AppLocation location, SignInWait? signIn = null)
        : this(client)
    {
        _signIn = signIn;
        _location = location;
        _apiKeys = options.ApiKeys.Count == 0 ? null : new Dictionary<string, string>(options.ApiKeys, StringComparer.Ordinal);
        _timeout = options.Timeout;
        _maxResponseBytes = options.MaxResponseBytes;
        _checksRequests = options.CheckRequests;
    }

    /// <summary>Initializes a connection that owns its pipeline.</summary>
    internal AppConnection(HttpMessageHandler pipeline, DatabricksAppOptions options, AppLocation location, SignInWait? signIn = null)
    {
        _signIn = signIn;
        _location = location;
        _apiKeys = options.ApiKeys.Count == 0 ? null : new Dictionary<string, string>(options.ApiKeys, StringComparer.Ordinal);
        _invoker = new HttpMessageInvoker(pipeline, disposeHandler: true);
        _timeout = options.Timeout;
        _maxResponseBytes = options.MaxResponseBytes;
        _checksRequests = options.CheckRequests;
    }

    /// <summary>Initializes a connection over another one's pipeline that gives answers as they come; it need not be disposed.</summary>
    private AppConnection(AppConnection inner)
    {
        _client = inner._client;
        _invoker = inner._invoker;
        _location = inner._location;
        _signIn = inner._signIn;
        _apiKeys = inner._apiKeys;
        _timeout = inner._timeout;
        _maxResponseBytes = inner._maxResponseBytes;
        _checksRequests = inner._checksRequests;
        _isDisposed = inner._isDisposed;
        _take = (request, response, time) => AnswerTaken.OfAsync(request, response, inner._maxResponseBytes, time);
    }

    /// <summary>Tells whether the values of a call are checked against the document before they are sent.</summary>
    public bool ChecksRequests(AppRequestOptions? options) => options?.CheckRequests ?? _checksRequests;

    /// <summary>Ends the connection, and closes a pipeline that it owns: no call can be made afterwards.</summary>
    /// <remarks>One over a client of a factory owns nothing, and a container disposes it with the scope, not with the last call.</remarks>
    public void Dispose()
    {
        if (_client is not null && _location is not null)
        {
            return;
        }

        _isDisposed = true;
        if (_client is null)
        {
            _invoker.Dispose();
        }
    }

    // The answer's headers, whatever its status.
    private Task<HttpResponseMessage> SendForHeadersAsync(AppRequest request, CancellationToken cancellationToken) =>
        _client is null ? _invoker.SendAsync(request, cancellationToken)
        : request.Identity is null ? _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : CallIdentity.SendAsync(_client, request, cancellationToken);

    // Only a pipeline of ours is known to sign.
    private void TakeIdentity(AppRequest request, AppRequestOptions? options)
    {
        CallIdentity.Take(request, options);
        CallIdentity.CheckIsSigned(request, isSigning: _location is not null);
    }

    // A call with an identity of its own waits for nobody else's, but for that by which the app has to be found.
    [MemberNotNullWhen(true, nameof(_signIn))]
    private bool NeedsSignIn(AppRequest request) => _signIn is not null && (request.Identity is null || _location is { Found: null });

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AppException> ReadErrorAsync(
        AppRequest request, HttpResponseMessage response, AppErrorReader? errors, CancellationToken time, CancellationToken cancellationToken)
    {
        using PooledBuffer body = await BodyReader.ReadStartAsync(response, MostOfAnError, time, cancellationToken).ConfigureAwait(false);
        if (_location is not null && StatusExplanation.DependsOnApp(response, body.WrittenSpan))
        {
            await DescribeAsync(_location, request, time, cancellationToken).ConfigureAwait(false);
        }

        Redaction.HideSent(request, body);
        return new AppResponse(request, response, body).ToException(errors);
    }

    /// <summary>Asks the workspace for the scopes that the app asks its users for; null: it does not tell, or does not know the app by name.</summary>
    internal async ValueTask<IReadOnlyList<string>?> UserScopesAsync(CancellationToken cancellationToken) =>
        _location is null ? null : (await _location.DescribeAsync(cancellationToken).ConfigureAwait(false))?.UserScopes;

    // Advice alone: what the app answered is told without it, when the time for the call is over.
    private static async ValueTask DescribeAsync(
        AppLocation location, AppRequest request, CancellationToken time, CancellationToken cancellationToken)
    {
        try
        {
            if (await location.DescribeAsync(time).ConfigureAwait(false) is { } app)
            {
                request.Advice = request.Advice.With(app);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    private const string LacksAddress = "the workspace did not say where the app is";

    // The lookup tells its failures by exceptions of its own: another one is that of a function of the options.
    private static async ValueTask<BaseAddress> FindAsync(AppLocation location, AppRequest request, CancellationToken cancellationToken)
    {
        try
        {
            request.Lacks = LacksAddress;
            BaseAddress address = await location.GetAsync(cancellationToken).ConfigureAwait(false);
            request.Lacks = null;
            return address;
        }
        catch (Exception exception) when (exception is not AppException && !cancellationToken.IsCancellationRequested)
        {
            request.CallersFault = exception;
            throw;
        }
    }

    // What the caller's own code throws is the caller's, whatever its type.
    private static void Tell(AppRequest request, HttpResponseMessage response, AppRequestOptions? options)
    {
        options?.Page?.Take(request, response);
        try
        {
            options?.OnAnswer?.Invoke(new AppResponseInfo(request, response));
            options?.OnResponse?.Invoke(new AppResponseInfo(request, response));
        }
        catch (Exception exception)
        {
            request.CallersFault = exception;
            throw;
        }
    }

    // A handler below an HttpClient of the user may follow the redirect to a login page, which then looks like a success.
    private static void CheckNotRedirected(AppRequest request, HttpResponseMessage response)
    {
        Uri? answered = response.RequestMessage?.RequestUri ?? request.RequestUri;
        if (!ReferenceEquals(answered, request.SentUri) && answered is not null && RedirectExplanation.IsLogin(answered))
        {
            string what = $"the HttpClient followed a redirect to the login page of {answered.IdnHost}";
            throw Failure.Of(request, response, SignIn.ExplainRedirect(request, what, answered));
        }
    }

    // A success of another kind: read as this method's own it would be a wrong value, or a file that holds a message.
    private static void CheckReader(AppRequest request, HttpResponseMessage response)
    {
        if (request.ReaderOf((int)response.StatusCode) is { } method)
        {
            throw Failure.Of(request, response, new Explanation(
                AppErrorReason.UnexpectedContent,
                $"the app answered {(int)response.StatusCode}, whose content this method does not read",
                "the app answers this call in several ways.",
                $"Call {method}, or AnswerOfAsync of the client for whichever it is."));
        }
    }

    /// <summary>Gets where the app is; null: not known yet.</summary>
    internal Uri? Address => KnownAddress()?.Uri;

    // Null: the app is known by its name and has to be found first.
    private BaseAddress? KnownAddress() => _location is null ? AddressOfClient() : _location.Found;

    private BaseAddress AddressOfClient()
    {
        Uri uri = _client!.BaseAddress ?? throw new InvalidOperationException(
            "The HttpClient has no BaseAddress. Set it to the app's URL, such as https://my-app-1234.aws.databricksapps.com.");
        BaseAddress? address = _address;
        return address is not null && ReferenceEquals(address.Uri, uri) ? address : _address = new BaseAddress(uri);
    }

    // The time that holds for sending: of a plain HttpClient its own timeout does, unless the call has another.
    private TimeSpan SendTimeout(AppRequestOptions? options) =>
        options?.Timeout ?? _timeout ?? Timeout.InfiniteTimeSpan;

    // The time that holds for a body that is no stream: HttpClient's own timeout ends with the headers.
    private TimeSpan BodyTimeout(AppRequestOptions? options) =>
        options?.Timeout ?? _timeout ?? _client?.Timeout ?? Timeout.InfiniteTimeSpan;
}
