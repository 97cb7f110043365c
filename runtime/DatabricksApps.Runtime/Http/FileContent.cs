using System.Net;

namespace DatabricksApps.Http;

/// <summary>A body that streams a file.</summary>
internal sealed class FileContent : HttpContent
{
    private readonly AppFile _file;

    public FileContent(AppFile file, string mediaType)
    {
        _file = file;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Gets whether the body can be sent again.</summary>
    public bool CanReplay => _file.CanReadAgain;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _file.CopyToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _file.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length ?? 0;
        return _file.Length.HasValue;
    }
}
