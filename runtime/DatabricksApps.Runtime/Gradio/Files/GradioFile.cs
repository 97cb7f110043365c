using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Gradio;

/// <summary>A file that lies on the server of a Gradio app: what the app says of it, and how to get it.</summary>
internal sealed class GradioFile : IRemoteFile
{
    private readonly GradioServer? _server;
    private readonly GradioConfig? _config;

    /// <summary>Initializes the file.</summary>
    /// <param name="json">What the app says of it.</param>
    /// <param name="scope">The app; null: it is not known, because the JSON was read apart from a call.</param>
    public GradioFile(JsonElement json, GradioFileScope? scope)
    {
        Json = json;
        _server = scope?.Server;
        _config = scope?.Config;
    }

    /// <summary>Gets what the app says of the file.</summary>
    public JsonElement Json { get; }

    /// <summary>Tells whether the file lies on a server, as far as is known.</summary>
    /// <remarks>Of an app that was started anew it is not: it would not take the file for one that was given to it.</remarks>
    public bool IsOn(GradioFileScope scope) => _server is null || (_server == scope.Server && _config!.IsSameApp(scope.Config));

    /// <inheritdoc/>
    public async ValueTask<AppFile> OpenAsync(CancellationToken cancellationToken)
    {
        string? url = Json.GetText("url");
        if (url is not null && DataUrl.TryRead(url, out byte[]? bytes, out string? contentType))
        {
            return AppFile.FromBytes(bytes, FileName.Of(Json.GetText("orig_name")), contentType);
        }

        if (_server is null)
        {
            throw new InvalidOperationException("The file was read from JSON apart from a call, so that it is not known which app has it.");
        }

        string? path = Json.GetText("path");
        if (string.IsNullOrEmpty(path) || IsAddress(path))
        {
            throw new InvalidOperationException("The file lies at another address than the app, which the client does not call: " + (path ?? url));
        }

        return await GradioFiles.DownloadAsync(_server.Connection, _config!, path, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsAddress(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
