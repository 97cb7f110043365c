using System.Net;

namespace DatabricksApps.Http;

/// <summary>A body that streams a file.</summary>
internal sealed class FileContent : UploadContent
{
    private readonly AppFile _file;
    private long? _announced;

    public FileContent(AppFile file, string mediaType)
    {
        _file = file;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <inheritdoc/>
    public override bool CanReplay => _file.CanReadAgain;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasRead = true;
        return CopyAsync(_file, _announced, stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        _announced = LengthOf(_file);
        length = _announced ?? 0;
        return _announced.HasValue;
    }
}
