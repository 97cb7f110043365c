using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Gradio;

/// <summary>A file that lies on the server of a Gradio app: what the app says of it, and how to get it.</summary>
internal sealed class GradioFile : IRemoteFile
{
    private readonly GradioServer? _server;
    private readonly GradioConfig? _config;
    private readonly AppRequestOptions? _options;

    /// <summary>Initializes the file.</summary>
    /// <param name="json">What the app says of it.</param>
    /// <param name="scope">The app; null: it is not known, because the JSON was read apart from a call.</param>
    public GradioFile(JsonElement json, GradioScope? scope)
    {
        Json = json;
        _server = scope?.Server;
        _config = scope?.Config;
        _options = scope?.Run?.Options?.IdentityAlone();
    }

    /// <summary>Gets what the app says of the file.</summary>
    public JsonElement Json { get; }

    /// <summary>Tells whether the file lies on a server, as far as is known.</summary>
    /// <remarks>Of an app that was started anew it is not: it would not take the file for one that was given to it.</remarks>
    public bool IsOn(GradioScope scope) => _server is null || (_server == scope.Server && _config!.IsSameApp(scope.Config));

    /// <summary>Gets the address at another host; null: the file lies at the app, or in its own address.</summary>
    public Uri? Elsewhere => Path is { } path ? AddressOf(path) : AddressOf(Json.GetText("url"));

    /// <inheritdoc/>
    public Uri? Address => Elsewhere
        ?? (Route is { } route && _server?.Connection.Address is { } app ? new Uri(app.AbsoluteUri.TrimEnd('/') + _config!.Prefix + "/" + route) : null);

    private string? Path => Json.GetText("path") is { Length: > 0 } path ? path : null;

    // A stream has no file of its own: its address tells the session, the run and the output.
    private string? Route
    {
        get
        {
            const string stream = "/stream/";
            string? url = Json.GetFlag("is_stream") == true ? Json.GetText("url") : null;
            int at = url?.LastIndexOf(stream, StringComparison.Ordinal) ?? -1;
            return at >= 0 ? url![(at + 1)..]
                : Path is null || AddressOf(Path) is not null ? null
                : (Json.GetFlag("is_stream") == true ? "stream/" : "file=") + string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<AppFile> OpenAsync(CancellationToken cancellationToken)
    {
        if (Json.GetText("url") is { } url && DataUrl.TryRead(url, out byte[]? bytes, out string? contentType))
        {
            return AppFile.FromBytes(bytes, FileName.Of(Json.GetText("orig_name")), contentType);
        }

        if (_server is null)
        {
            throw new InvalidOperationException("The file was read from JSON apart from a call, so that it is not known which app has it.");
        }

        return Route is { } route
            ? await GradioFiles.DownloadAsync(_server.Connection, _config!, route, _options, cancellationToken).ConfigureAwait(false)
            : throw new InvalidOperationException($"The file lies at another address than the app, which the client does not call (Address): {Elsewhere?.GetLeftPart(UriPartial.Path)}");
    }

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
