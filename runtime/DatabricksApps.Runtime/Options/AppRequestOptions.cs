using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using DatabricksApps.Http;

namespace DatabricksApps;

/// <summary>What a single call does differently.</summary>
public sealed class AppRequestOptions
{
    private Dictionary<string, string>? _headers;
    private TimeSpan? _timeout;

    /// <summary>
    /// Gets further headers, which replace the call's own of the same name. <c>Authorization</c>,
    /// <c>Proxy-Authorization</c> and <c>Host</c> are refused: the client's credential and address are not a call's to change.
    /// </summary>
    public IDictionary<string, string> Headers => _headers ??= new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets or sets what gives the token that this call is signed with, in place of whatever the client signs with; null: the
    /// client's. For a program that acts for several users. It is called in the context of the call for each request that the
    /// call needs, and once more if the app refuses the token; nothing of what it gives is kept, so it caches if that is wanted. A client that was
    /// made with an <see cref="HttpClient"/> of your own signs nothing, and refuses it.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>
    /// Gets or sets the time for the call; null: the client's. For a stream or a file it is the time until the answer
    /// begins. With an <see cref="HttpClient"/> of your own, its <see cref="HttpClient.Timeout"/> holds beside it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is not positive, or above 49 days, the longest that .NET's timers know;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> is taken.
    /// </exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        set => _timeout = value is null || TimeLimit.IsValid(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Timeout), value, $"{nameof(AppRequestOptions)}.{nameof(Timeout)} {TimeLimit.Rule}");
    }

    /// <summary>
    /// Gets or sets whether the values of the call are checked against the document before they are sent; null: as the client's
    /// <see cref="DatabricksAppOptions.CheckRequests"/> says. It has an effect on clients that are generated with <c>CheckRequests="true"</c>.
    /// </summary>
    public bool? CheckRequests { get; set; }

    /// <summary>Gets or sets what looks at the status and the headers of the answer, before its body is read.</summary>
    public Action<AppResponseInfo>? OnResponse { get; set; }

    /// <summary>
    /// Gets or sets what hears how a call of a Gradio app goes on: its place in the queue, its progress, its messages. It
    /// is called one after the other, on the call's own path: what it throws ends the call.
    /// </summary>
    public Action<GradioStatus>? OnGradioStatus { get; set; }

    /// <summary>
    /// Gets or sets what is told of a value that a generator of a Gradio app yields and that is not of its type; the stream
    /// goes on with the next one. Null: such a value ends the stream.
    /// </summary>
    public Action<GradioOutputException>? OnGradioMisfit { get; set; }

    /// <summary>Gets or sets what of the runtime looks at the answer, beside the caller's own.</summary>
    internal Action<AppResponseInfo>? OnAnswer { get; set; }

    /// <summary>Gets the same as it is now: a call that has begun is nobody else's, whatever is set meanwhile.</summary>
    internal AppRequestOptions Copy()
    {
        AppRequestOptions copy = (AppRequestOptions)MemberwiseClone();
        copy._headers = CopyHeaders();
        return copy;
    }

    /// <summary>Gets what a request needs that belongs to the call, and whose answer nobody looks at; null: nothing.</summary>
    internal AppRequestOptions? InBackground() =>
        _headers is null && TokenProvider is null ? null : new() { _headers = CopyHeaders(), TokenProvider = TokenProvider };

    /// <summary>Gets what says whose a request is, of a file that a call brought; null: the client's.</summary>
    internal AppRequestOptions? IdentityAlone() => TokenProvider is null ? null : new() { TokenProvider = TokenProvider };

    /// <summary>Gets which request of a list in pages the call is; null: it is a call by itself.</summary>
    internal PageCall? Page { get; private set; }

    /// <summary>Makes those of the request of a page: the same in all else.</summary>
    internal AppRequestOptions ForPage(PageCall page)
    {
        AppRequestOptions copy = (AppRequestOptions)MemberwiseClone();
        copy.Page = page;
        return copy;
    }

    internal bool TryGetHeaders([NotNullWhen(true)] out Dictionary<string, string>? headers)
    {
        headers = _headers;
        return headers is { Count: > 0 };
    }

    private Dictionary<string, string>? CopyHeaders() => _headers is null ? null : new(_headers, StringComparer.OrdinalIgnoreCase);
}
