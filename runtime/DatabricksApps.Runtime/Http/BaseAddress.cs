using System.Collections.Concurrent;

namespace DatabricksApps.Http;

/// <summary>Where the app is: the text that stands before each path.</summary>
internal sealed class BaseAddress
{
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    // More than an app has routes; a caller of many addresses must not fill the memory with them.
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, Uri> _kept = new(StringComparer.Ordinal);
    private readonly string _prefix;
    private int _keptCount;

    /// <summary>Initializes the address.</summary>
    /// <exception cref="ArgumentException">The address is not one that paths can be joined to.</exception>
    public BaseAddress(Uri uri)
    {
        Check(uri);
        Uri = uri;
        _prefix = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Gets the address as it was given.</summary>
    public Uri Uri { get; }

    /// <summary>Tells whether the address is a service's name, which Microsoft.Extensions.ServiceDiscovery replaces by its address.</summary>
    public static bool IsDiscovered(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is "https+http" or "http+https";

    /// <summary>Throws unless the address is absolute http or https, or discovered, without user, query and fragment.</summary>
    public static void Check(Uri uri)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp && !IsDiscovered(uri)))
        {
            throw new ArgumentException(
                "The base address of the app is not an absolute http or https address. " +
                "Give the app's URL, such as https://my-app-1234.aws.databricksapps.com.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new ArgumentException("The base address of the app holds a user or password. Remove the part before '@'.");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException(
                "The base address of the app holds a query or fragment, which no path can follow. Remove what begins at '?' or '#'.");
        }
    }

    /// <summary>
    /// Joins a path as text with one slash. The <see cref="System.Uri"/> takes the text as it stands: its own rules would
    /// decode some escapes and resolve dots, so that the app would see other bytes than were written.
    /// </summary>
    /// <param name="path">The path, or its begin.</param>
    /// <param name="rest">What follows it.</param>
    public Uri Join(ReadOnlySpan<char> path, ReadOnlySpan<char> rest = default)
    {
        string slash = path.StartsWith("/") ? "" : "/";
        return new Uri(string.Concat(_prefix, slash, path, rest), in s_asWritten);
    }

    /// <summary>Gets the address of a path and query, as they stand, on the host of an address.</summary>
    public static Uri At(Uri address, string pathAndQuery) => new(address.GetLeftPart(UriPartial.Authority) + pathAndQuery, in s_asWritten);

    /// <summary>
    /// Joins a route without parameters. All its requests share one <see cref="System.Uri"/>: making and parsing one is a
    /// large part of what a small call costs.
    /// </summary>
    public Uri JoinRoute(string route)
    {
        if (_kept.TryGetValue(route, out Uri? kept))
        {
            return kept;
        }

        Uri uri = Join(route);
        if (_keptCount < MostKept && _kept.TryAdd(route, uri))
        {
            Interlocked.Increment(ref _keptCount);
        }

        return uri;
    }
}
