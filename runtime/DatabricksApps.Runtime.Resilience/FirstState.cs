namespace DatabricksApps.Resilience;

/// <summary>What a request was before its first try: handlers below may change it, and what they add at each try is no promise of its sender.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="IsIdempotent">Whether it does no harm twice.</param>
internal sealed record FirstState(Uri? Address, bool IsIdempotent)
{
    private static readonly HttpRequestOptionsKey<FirstState> s_key = new("DatabricksApps.FirstState");

    /// <summary>Gets what a request was; null: nobody has noted it.</summary>
    public static FirstState? Of(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out FirstState? first) ? first : null;

    /// <summary>Notes what requests are, above what repeats them.</summary>
    public sealed class Handler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Options.Set(s_key, new FirstState(request.RequestUri, Repetition.IsIdempotent(request)));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
