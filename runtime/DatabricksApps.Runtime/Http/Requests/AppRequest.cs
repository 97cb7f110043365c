using System.ComponentModel;
using System.Net.Http.Headers;
using DatabricksApps.Auth;
using DatabricksApps.Checks;
using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>A request under construction: generated code adds the path, the parameters and the body, and sends it once.</summary>
/// <remarks>
/// It is the message itself, so that building one costs one object. The URL is written as text, exactly as it goes on
/// the wire, and is joined to the base address when it is sent.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class AppRequest : HttpRequestMessage
{
    // Among the message's options, which few messages have: a field would be one of every request.
    private static readonly HttpRequestOptionsKey<Exception> s_callersFault = new("DatabricksApps.CallersFault");
    private static readonly HttpRequestOptionsKey<CallRecord> s_record = new("DatabricksApps.Record");
    private static readonly HttpRequestOptionsKey<ITokenSource> s_identity = new("DatabricksApps.Identity");

    private static readonly HttpRequestOptionsKey<CallTime> s_time = new("DatabricksApps.Time");
    private static readonly HttpRequestOptionsKey<Uri> s_sentElsewhere = new("DatabricksApps.SentElsewhere");
    private static readonly HttpRequestOptionsKey<List<(int First, int Last, string Method)>> s_elsewhere = new("DatabricksApps.Elsewhere");

    private TextBuffer _url;
    private TextBuffer _cookies;
    private bool _hasPath;
    private bool _hasQuery;
    private bool _isSent;
    private bool _hasElsewhere;
    private bool _sharesContent;
    private bool _hasFault;
    private bool _hasRecord;
    private bool _hasIdentity;
    private int _isTaken;
    private Uri? _base;

    /// <summary>Initializes a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">
    /// The path template of the document, which errors name. It is also the path, percent-encoded already, unless parts of one are added.
    /// </param>
    public AppRequest(HttpMethod method, string route)
        : base(method, (Uri?)null) => Route = route;

    /// <summary>Gets the path template, such as <c>/api/items/{item_id}</c>.</summary>
    public string Route { get; }

    /// <summary>Gets the address that the request was joined to be sent to; a handler on the way may change <c>RequestUri</c>.</summary>
    internal Uri? SentUri { get; private set; }

    /// <summary>Gets or sets whether the body's fields are parameters of the method, not members of one.</summary>
    internal bool HasBodyFields { get; set; }

    /// <summary>Gets or sets the token that the signing handler sent, so that no error shows it.</summary>
    internal string? SentToken { get; set; }

    /// <summary>Gets or sets what looks at the token before anything is sent with it; what it throws ends the call.</summary>
    internal Action<string>? OnSigning { get; set; }

    /// <summary>Gets or sets what the call still waits for before anything is sent to the app, such as <c>no token</c>; null: nothing.</summary>
    internal string? Lacks { get; set; }

    /// <summary>Gets or sets whether the token was refused, and the request not sent again with another one, since its body cannot be.</summary>
    internal bool IsNotRepeated { get; set; }

    /// <summary>Gets where a handler of the user sent the request unsigned, in place of the app; null: nowhere.</summary>
    internal Uri? SentElsewhere => SentToken is null && Options.TryGetValue(s_sentElsewhere, out Uri? elsewhere) ? elsewhere : null;

    /// <summary>Gets or sets the API keys that are sent, so that no error shows them.</summary>
    internal List<string>? SentKeys { get; set; }

    /// <summary>
    /// Gets or sets what code of the caller threw while the call ran: that of the options, a file's stream. It reaches the
    /// caller as it was thrown, whatever its type: an <see cref="IOException"/> of a disk is no failure of the network.
    /// </summary>
    internal Exception? CallersFault
    {
        get => Options.TryGetValue(s_callersFault, out Exception? fault) ? fault : (Content as UploadContent)?.SourceFailure;
        set
        {
            _hasFault = true;
            Options.Set(s_callersFault, value!);
        }
    }

    /// <summary>Forgets what code of the caller threw at a try before this one.</summary>
    internal void ForgetFault()
    {
        if (_hasFault)
        {
            _hasFault = false;
            ((IDictionary<string, object?>)Options).Remove(s_callersFault.Key);
        }
    }

    /// <summary>Gets or sets what is told of the call while its answer is read; null: nobody listens.</summary>
    internal CallRecord? Record
    {
        get => _hasRecord && Options.TryGetValue(s_record, out CallRecord? record) ? record : null;
        set
        {
            _hasRecord = value is not null;
            if (_hasRecord)
            {
                Options.Set(s_record, value!);
            }
        }
    }

    /// <summary>Gets or sets what the call itself says that it is signed with; null: the client's.</summary>
    internal ITokenSource? Identity
    {
        get => _hasIdentity && Options.TryGetValue(s_identity, out ITokenSource? identity) ? identity : null;
        set
        {
            _hasIdentity = value is not null;
            if (_hasIdentity)
            {
                Options.Set(s_identity, value!);
            }
        }
    }

    /// <summary>Gets or sets the time of a call before which a person may have to sign in; null: no person does.</summary>
    internal CallTime? Time
    {
        get => Options.TryGetValue(s_time, out CallTime? time) ? time : null;
        set => Options.Set(s_time, value!);
    }

    /// <summary>Gets or sets what the advice of an error can name.</summary>
    internal CallAdvice Advice { get; set; } = CallAdvice.Unknown;

    /// <summary>Sets the <c>Accept</c> header.</summary>
    /// <param name="mediaTypes">The media types that the operation can read.</param>
    public void Accept(string mediaTypes) => Headers.TryAddWithoutValidation("Accept", mediaTypes);

    /// <summary>Tells that another method reads some of the successes, since they have another kind of content.</summary>
    /// <param name="first">The lowest status code.</param>
    /// <param name="last">The highest status code.</param>
    /// <param name="method">The method.</param>
    public void ReadElsewhere(int first, int last, string method)
    {
        if (!_hasElsewhere)
        {
            _hasElsewhere = true;
            Options.Set(s_elsewhere, []);
        }

        Options.TryGetValue(s_elsewhere, out List<(int First, int Last, string Method)>? elsewhere);
        elsewhere!.Add((first, last, method));
    }

    /// <summary>Gets the method that reads a success in place of this one's; null: this one does.</summary>
    internal string? ReaderOf(int status)
    {
        if (!_hasElsewhere)
        {
            return null;
        }

        Options.TryGetValue(s_elsewhere, out List<(int First, int Last, string Method)>? elsewhere);
        return elsewhere!.Find(other => status >= other.First && status <= other.Last).Method;
    }

    /// <summary>Takes the token that was sent; one that was sent before is not to be shown either.</summary>
    internal void TakeToken(string token)
    {
        if (SentToken is { Length: > 0 } former && former != token)
        {
            SentKeys = [.. SentKeys ?? [], former];
        }

        SentToken = token;
    }

    /// <summary>Joins the path to the base address and completes the message, which is sent once.</summary>
    /// <exception cref="ObjectDisposedException">The request was sent before: its body is gone.</exception>
    internal void Seal(BaseAddress address)
    {
        ObjectDisposedException.ThrowIf(_isSent, this);
        _isSent = true;
        if (RequestUri is not null)
        {
            return;
        }

        SealBody();
        SealHeaders();
        _base = address.Uri;
        RequestUri = SentUri = _hasPath ? address.Join(_url.Span)
            : _url.Length > 0 ? address.Join(Route, _url.Span)
            : address.JoinRoute(Route);
        _url.Release();
    }

    /// <summary>Sends the request elsewhere at the app's own address, as a link of the app says.</summary>
    internal void GoTo(Uri target) => RequestUri = SentUri = target;

    /// <summary>Gets the address of the app that the request was joined to; null: it was not sent.</summary>
    internal Uri? Base => _base;

    /// <summary>Tells where a request that is not signed went, if that is not where it was joined to be sent to.</summary>
    internal void TellSentTo(Uri? address)
    {
        if (SentUri is not null && address is not null && !ReferenceEquals(address, SentUri))
        {
            Options.Set(s_sentElsewhere, address);
        }
    }

    /// <summary>Tells whether the request goes to where it was joined to an address, which costs less than to compare hosts.</summary>
    internal bool IsJoinedTo(Uri address) => ReferenceEquals(_base, address) && ReferenceEquals(SentUri, RequestUri);

    /// <summary>
    /// Gets this request, and from the second time an equal one: an enumeration sends its request each time it is
    /// started, and a message can be sent only once. The body is shared and must be replayable.
    /// </summary>
    internal AppRequest ForSending()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) == 0)
        {
            _sharesContent = true;
            return this;
        }

        AppRequest copy = new(Method, Route)
        {
            RequestUri = RequestUri,
            _base = _base,
            SentUri = SentUri,
            Content = Content,
            HasBodyFields = HasBodyFields,
            SentKeys = SentKeys,
            Identity = Identity,
            _sharesContent = true,
        };
        if (_hasElsewhere)
        {
            Options.TryGetValue(s_elsewhere, out List<(int First, int Last, string Method)>? elsewhere);
            copy.Options.Set(s_elsewhere, elsewhere!);
            copy._hasElsewhere = true;
        }

        if (_hasChecks)
        {
            Options.TryGetValue(s_checks, out RequestChecks? checks);
            copy.Options.Set(s_checks, checks!);
            copy._hasChecks = true;
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return copy;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The next enumeration sends the same body, also after one that failed.
        if (!_sharesContent)
        {
            base.Dispose(disposing);
        }
    }
}
