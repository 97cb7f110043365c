using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace DatabricksApps;

public sealed partial class DatabricksAppOptions
{
    /// <summary>
    /// Gets or sets what gives a token of another identity provider (a JWT), which the workspace exchanges for its own
    /// (workload identity federation, RFC 8693): for the service principal that <see cref="ClientId"/> names, or, without
    /// a client id, for whom the federation policy of the account names.
    /// </summary>
    /// <remarks>
    /// One function is one identity: the Databricks token is kept and signs every call of every client with this function,
    /// whoever the current user is; it is asked only for each new token, outside of any call. For the user of the moment
    /// there is <see cref="FederatedUserTokenProvider"/>.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember]
    public Func<CancellationToken, ValueTask<string>>? FederatedTokenProvider { get; set; }

    /// <summary>
    /// Gets or sets what gives the current user's token of another identity provider (a JWT). It is asked at each call, in
    /// the context of the call, and may bring another user's each time; it may be called at the same time from several
    /// threads. The Databricks token that the workspace gave for it signs only calls for which it brings that very token.
    /// </summary>
    /// <remarks>
    /// As for <see cref="FederatedTokenProvider"/>, which beside it is the program itself: it asks the workspace where the
    /// app is. Nobody else's sign-in takes its place; with <see cref="Token"/> or <see cref="TokenProvider"/> it is refused.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember]
    public Func<CancellationToken, ValueTask<string>>? FederatedUserTokenProvider { get; set; }

    /// <summary>Gets whether each call may be another user's.</summary>
    internal bool SignsPerCall => TokenProvider is not null || FederatedUserTokenProvider is not null;
}
