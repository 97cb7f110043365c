using DatabricksApps.Http;

namespace DatabricksApps.Signing;

/// <summary>The one origin that gets a token: scheme, host and port (RFC 6454 §4).</summary>
internal sealed class Origin
{
    private readonly string _scheme;
    private readonly string _host;
    private readonly int _port;

    /// <summary>Initializes the origin of an app.</summary>
    /// <param name="address">The app's address: https, http on the loopback interface, or a service's name.</param>
    public Origin(Uri address)
    {
        Address = address;
        IsDiscovered = BaseAddress.IsDiscovered(address);
        _scheme = address.Scheme;
        _host = address.IdnHost;
        _port = address.Port;
    }

    /// <summary>Gets the app's address.</summary>
    public Uri Address { get; }

    /// <summary>Gets whether the address is a service's name, which is no origin before its address is found.</summary>
    public bool IsDiscovered { get; }

    /// <summary>Tells whether an address lies in the origin: the whole host must be equal, no part of it.</summary>
    public bool Contains(Uri address) =>
        address.IsAbsoluteUri
        && address.Port == _port
        && string.Equals(address.Scheme, _scheme, StringComparison.Ordinal)
        && string.Equals(address.IdnHost, _host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a request names another host than that of its address. The front door goes by this header: another name there is another app.</summary>
    public static bool IsAnotherHost(HttpRequestMessage request, Uri sent) =>
        request.Headers.Host is { Length: > 0 } host
        && !string.Equals(host, sent.IsDefaultPort ? sent.IdnHost : sent.Authority, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(host, sent.Authority, StringComparison.OrdinalIgnoreCase);
}
