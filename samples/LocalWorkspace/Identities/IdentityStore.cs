using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace LocalWorkspace.Identities;

/// <summary>Who may sign in.</summary>
internal sealed class IdentityStore
{
    private readonly ConcurrentDictionary<string, ServicePrincipal> _servicePrincipals = new(StringComparer.Ordinal);

    /// <summary>Gets the policies by which tokens of other issuers are taken.</summary>
    public ConcurrentBag<FederationPolicy> FederationPolicies { get; } = [];

    public void Add(ServicePrincipal principal) => _servicePrincipals[principal.ClientId] = principal;

    public ServicePrincipal? FindServicePrincipal(string? clientId) =>
        clientId is null ? null : _servicePrincipals.GetValueOrDefault(clientId);

    /// <summary>Tells whether the secret is the principal's, in a time that does not depend on how much of it is right.</summary>
    public static bool IsSecretOf(ServicePrincipal principal, string? secret) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(secret ?? ""), Encoding.UTF8.GetBytes(principal.ClientSecret));
}
