using System.Text.RegularExpressions;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>Where a document comes from: an address, or the name of an app in the workspace, and a path in it.</summary>
/// <param name="Address">The app's origin; null: the workspace knows it.</param>
/// <param name="App">The app's name in the workspace; null: the address says where it is.</param>
/// <param name="Path">The path of the document, or the one that it lies below, with the slash at its end that it may have; empty: the root.</param>
/// <param name="Query">The query of the document's own address, with its question mark; empty: there is none.</param>
internal sealed partial record AppSource(Uri? Address, string? App, string Path, string Query)
{
    private static readonly string[] s_documents = [".json", ".yaml", ".yml"];

    /// <summary>Gets the metadata <c>Url</c> of the item: of an app with a name the path, if there is one.</summary>
    public string Url => App is null ? Address!.GetLeftPart(UriPartial.Authority) + Path + Query : Path + Query;

    /// <summary>Gets the path that the app is mounted at, if it is one of several: without a slash at its end.</summary>
    public string Root => Path.TrimEnd('/');

    /// <summary>Gets whether the address is that of the document itself.</summary>
    public bool IsDocument => Query.Length > 0 || s_documents.Any(end => Path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets whether the document is asked for as YAML.</summary>
    public bool IsYaml => Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads what a user wrote.</summary>
    /// <exception cref="ToolException">It is neither an address nor a name.</exception>
    public static AppSource Parse(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return OfAddress(text);
        }

        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string name = slash < 0 ? text : text[..slash];
        return ValidName().IsMatch(name)
            ? OfRoute(name, slash < 0 ? "" : text[slash..])
            : throw new ToolException(
                $"'{text}' is neither an address nor the name of an app",
                "an address begins with https:// (or, on this machine, http://); a name has lower-case letters, digits and hyphens.",
                "databricks-apps add https://my-app-1234.aws.databricksapps.com, or databricks-apps add my-app.");
    }

    /// <summary>Reads the metadata of an item; null: it does not say where the document comes from.</summary>
    /// <exception cref="ToolException">The metadata contradict each other.</exception>
    public static AppSource? OfItem(string url, string app)
    {
        if (app.Length == 0)
        {
            return url.Length == 0 ? null : OfAddress(url);
        }

        return ValidName().IsMatch(app) && (url.Length == 0 || url[0] == '/')
            ? OfRoute(app, url)
            : throw new ToolException(
                $"App=\"{app}\" and Url=\"{url}\" do not say together where the document is",
                null,
                "give the item either the Url alone, with https://, or the App's name, and if it needs one the path within the app as Url (\"/api/demo\").");
    }

    public override string ToString() => App is null ? Url : App + Url;

    private static AppSource OfAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            throw new ToolException(
                address?.UserInfo.Length > 0 ? "The address has a user name or a password in it" : $"'{text}' is no http or https address",
                null,
                "write it as https://my-app-1234.aws.databricksapps.com; how to sign in is said by --profile, --host or the environment.");
        }

        return new AppSource(new Uri(address.GetLeftPart(UriPartial.Authority)), null, TrimPath(address.AbsolutePath), address.Query);
    }

    private static AppSource OfRoute(string app, string route)
    {
        int query = route.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? route : route[..query];
        return new AppSource(null, app, path.Length == 0 ? "" : TrimPath(new Uri(new Uri("https://app"), path).AbsolutePath), query < 0 ? "" : route[query..]);
    }

    // What a browser shows of FastAPI is its page of documentation, which lies beside the document.
    private static string TrimPath(string path)
    {
        string trimmed = path.TrimEnd('/');
        if (trimmed.Length == 0)
        {
            return "";
        }

        foreach (string page in new[] { "/docs", "/redoc" })
        {
            if (trimmed.EndsWith(page, StringComparison.Ordinal))
            {
                return trimmed[..^page.Length];
            }
        }

        return path;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,29}$", RegexOptions.CultureInvariant)]
    private static partial Regex ValidName();
}
