using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Follows the link of a page to the next one, at the app's own address: a token goes to no host that an answer names.</summary>
internal static class PageLink
{
    /// <summary>Resolves a link.</summary>
    /// <param name="link">The link, absolute or relative.</param>
    /// <param name="request">The request of the page that has it.</param>
    /// <returns>Where the next page is; null: the link leads elsewhere than to the app.</returns>
    public static Uri? Resolve(string link, AppRequest request)
    {
        if (request.SentUri is not { } sent || request.Base is not { } app || !Uri.TryCreate(AsHttp(sent), link, out Uri? target)
            || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp))
        {
            return null;
        }

        // Behind a proxy an app may know neither its host nor the path that it is mounted at.
        string path = sent.AbsolutePath;
        string mount = app.AbsolutePath.TrimEnd('/');
        bool isSamePath = IsSame(target.AbsolutePath, path)
            || (mount.Length > 0 && path.StartsWith(mount + "/", StringComparison.Ordinal) && IsSame(target.AbsolutePath, path[mount.Length..]));
        string? start = isSamePath ? path
            : string.Equals(target.IdnHost, app.IdnHost, StringComparison.OrdinalIgnoreCase)
                && (mount.Length == 0 || target.AbsolutePath.StartsWith(mount + "/", StringComparison.Ordinal)) ? target.AbsolutePath
            : null;
        return start is null ? null : BaseAddress.At(app, start + target.Query);
    }

    // Escapes of characters that need none are spelled differently from framework to framework.
    private static bool IsSame(string left, string right) => left == right || Uri.UnescapeDataString(left) == Uri.UnescapeDataString(right);

    // Under the scheme of a name that is discovered no relative link would have a meaning.
    private static Uri AsHttp(Uri sent) => new(BaseAddress.IsDiscovered(sent) ? "https" + sent.AbsoluteUri[sent.Scheme.Length..] : sent.AbsoluteUri);
}
