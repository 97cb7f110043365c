using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>
/// Keeps the call with its message, above handlers of the user: one that sends a message again, or to several servers,
/// may send copies, which are no <see cref="AppRequest"/> any more. Copies have the options of their message.
/// </summary>
internal sealed class CallKeeper : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<AppRequest> s_call = new("DatabricksApps.Call");

    /// <summary>Gets the call that a copy is of; null: it is of none of ours.</summary>
    public static AppRequest? CallOf(HttpRequestMessage copy) => copy.Options.TryGetValue(s_call, out AppRequest? call) ? call : null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request is AppRequest call)
        {
            request.Options.Set(s_call, call);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
