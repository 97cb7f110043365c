using System.Collections.Concurrent;
using System.Security.Claims;
using OpenIddict.Abstractions;

namespace LocalWorkspace.OAuth;

/// <summary>
/// Remembers which authorization codes and refresh tokens have been used. Each carries a ticket of its own, which its access
/// tokens do not show.
/// </summary>
internal sealed class RedeemedTickets
{
    private const string Claim = "ticket";

    private readonly ConcurrentDictionary<string, bool> _redeemed = new(StringComparer.Ordinal);

    /// <summary>Gives a principal a fresh ticket.</summary>
    public static void Stamp(ClaimsPrincipal principal) => principal.SetClaim(Claim, Guid.NewGuid().ToString("N"));

    /// <summary>Takes the ticket of a code or token; false if it was taken before.</summary>
    public bool TryRedeem(ClaimsPrincipal principal) => _redeemed.TryAdd(TicketOf(principal), true);

    /// <summary>Tells whether the ticket was taken before.</summary>
    public bool IsRedeemed(ClaimsPrincipal principal) => _redeemed.ContainsKey(TicketOf(principal));

    private static string TicketOf(ClaimsPrincipal principal) => principal.GetClaim(Claim)!;
}
