using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Uploads and downloads the files of an app.</summary>
internal static class GradioFiles
{
    /// <summary>Uploads files, in one request.</summary>
    /// <returns>Where each is on the server.</returns>
    public static async Task<Dictionary<AppFile, string>> UploadAsync(
        AppConnection connection, GradioConfig config, IReadOnlyList<AppFile> files, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        AppRequest request = GradioServer.RequestOf(config, HttpMethod.Post, "upload");
        MultipartBody body = request.StartMultipart("multipart/form-data", isRequired: true);
        body.AddFiles("files", files);
        IReadOnlyList<string> paths = await connection
            .SendAsync<IReadOnlyList<string>, ListJson<string, StringJson>>(request, options, cancellationToken).ConfigureAwait(false);
        return paths.Count == files.Count
            ? files.Zip(paths).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw GradioFailure.NoGradio(request);
    }

    /// <summary>Downloads a file.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="config">The app.</param>
    /// <param name="route">Its route below the app's prefix, escaped: <c>file=</c> or <c>stream/</c> and where it is.</param>
    /// <param name="options">Whose it is; null: the client's.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    public static Task<AppFile> DownloadAsync(
        AppConnection connection, GradioConfig config, string route, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, config.Prefix + (route.StartsWith("file=", StringComparison.Ordinal) ? "/file={path}" : "/stream/{path}"));
        request.AddPath($"{config.Prefix}/{route}");
        return connection.SendForFileAsync(request, options, cancellationToken);
    }
}
