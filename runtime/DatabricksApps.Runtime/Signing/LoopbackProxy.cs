using System.Net;

namespace DatabricksApps.Signing;

/// <summary>
/// The proxy of this machine, but for what lies on this machine itself: plain http to the loopback interface is as safe as
/// its route, and through a proxy it would leave the machine with the token in the clear. Neither <c>NO_PROXY=*</c> nor
/// a range of addresses keeps .NET from that.
/// </summary>
/// <param name="proxy">Gets the proxy for everything else: that of the environment or of the system, as it is when it is needed.</param>
internal sealed class LoopbackProxy(Func<IWebProxy> proxy) : IWebProxy
{
    /// <summary>Gets the one for this process.</summary>
    public static LoopbackProxy OfMachine { get; } = new(static () => HttpClient.DefaultProxy);

    public ICredentials? Credentials
    {
        get => proxy().Credentials;
        set => proxy().Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsHere(destination) ? null : proxy().GetProxy(destination);

    public bool IsBypassed(Uri host) => IsHere(host) || proxy().IsBypassed(host);

    // .NET 8 knows the name in small letters only, and neither knows the names below it, which are this machine as well
    // (RFC 6761 §6.3): a proxy would look for them on itself.
    private static bool IsHere(Uri address)
    {
        ReadOnlySpan<char> host = address.IdnHost.AsSpan().TrimEnd('.');
        return address.IsLoopback
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
