using DatabricksApps.Http;

namespace DatabricksApps;

/// <summary>A file that is uploaded, or that an operation returns: bytes with a name and a content type, streamed.</summary>
/// <remarks>
/// A file that an operation returned holds its connection until it is read to the end or disposed. A file made from
/// bytes, from a path or from a stream that can seek can be read, and so sent, more than once. A file that a Gradio app
/// returned holds no connection: it is fetched each time it is read, and sent back without being fetched.
/// <para>
/// Disposing ends the file: it cannot be opened, copied or sent afterwards, and the stream that was opened of an answer
/// ends with it. A stream that was opened of bytes or of a path is the caller's own and lives on.
/// </para>
/// </remarks>
public sealed class AppFile : IAsyncDisposable, IDisposable
{
    private const int CopyBufferSize = 81920;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string? _path;
    private readonly Stream? _stream;
    private readonly IRemoteFile? _remote;
    private readonly IDisposable? _owner;
    private readonly bool _leaveOpen;
    private readonly long _start;
    private readonly long? _length;
    private bool _isRead;
    private bool _isDisposed;

    private AppFile(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType)
    {
        _bytes = bytes;
        _length = bytes.Length;
        FileName = fileName;
        ContentType = Checked(contentType);
    }

    private AppFile(string path, string? contentType)
    {
        _path = path;
        FileName = Path.GetFileName(path);
        ContentType = Checked(contentType);
    }

    private AppFile(Stream stream, string? fileName, string? contentType, bool leaveOpen)
    {
        _stream = stream;
        _leaveOpen = leaveOpen;
        _start = stream.CanSeek ? stream.Position : 0;
        _length = stream.CanSeek ? stream.Length - stream.Position : null;
        FileName = fileName;
        ContentType = Checked(contentType);
    }

    internal AppFile(Stream stream, IDisposable owner, string? fileName, string? contentType, long? length)
    {
        _stream = stream;
        _owner = owner;
        _length = length;
        FileName = fileName;
        ContentType = contentType;
    }

    internal AppFile(IRemoteFile remote, string? fileName, string? contentType, long? length)
    {
        _remote = remote;
        _length = length;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>
    /// Gets the file's name; null if none is known. That of a file that an app gave has no folder, no control character, and
    /// none that some system cannot have or takes for a device.
    /// </summary>
    public string? FileName { get; }

    /// <summary>Gets the media type, such as <c>text/csv</c>; null if none is known.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the number of bytes; null if it is not known before they are read.</summary>
    public long? Length => _path is null ? _length : new FileInfo(_path).Length;

    /// <summary>
    /// Gets where the file lies: of one that a Gradio app returned, at the app, whose sign-in it needs, or at another host, which
    /// the client does not call; null: it is no such file.
    /// </summary>
    public Uri? Address => _remote?.Address;

    /// <summary>Gets whether the bytes can be read more than once.</summary>
    internal bool CanReadAgain => _stream is null or { CanSeek: true };

    /// <summary>Gets whether the file was disposed.</summary>
    internal bool IsDisposed => _isDisposed;

    /// <summary>Gets whether the bytes are there already, so that reading them cannot fail.</summary>
    internal bool IsInMemory => _path is null && _stream is null && _remote is null;

    /// <summary>Gets where the file lies, if it is fetched when it is read.</summary>
    internal IRemoteFile? Remote => _remote;

    /// <summary>Makes a file of bytes, which are not copied.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fileName">The name that the app sees.</param>
    /// <param name="contentType">The media type; null: what the document names, else <c>application/octet-stream</c>.</param>
    public static AppFile FromBytes(ReadOnlyMemory<byte> bytes, string? fileName = null, string? contentType = null) =>
        new(bytes, fileName, contentType);

    /// <summary>Makes a file of one on disk, which is opened when it is sent.</summary>
    /// <param name="path">The path; its last part is the name that the app sees.</param>
    /// <param name="contentType">The media type; null: what the document names, else <c>application/octet-stream</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static AppFile FromPath(string path, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file '{path}' to send.", path);
        }

        return new AppFile(path, contentType);
    }

    /// <summary>Makes a file of a stream, from its present position to its end.</summary>
    /// <param name="stream">The stream. If it cannot seek, the file can be sent once.</param>
    /// <param name="fileName">The name that the app sees.</param>
    /// <param name="contentType">The media type; null: what the document names, else <c>application/octet-stream</c>.</param>
    /// <param name="leaveOpen">Whether disposing the file leaves the stream open.</param>
    public static AppFile FromStream(
        Stream stream, string? fileName = null, string? contentType = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new AppFile(stream, fileName, contentType, leaveOpen);
    }

    /// <summary>Makes a file of one at an address, which a Gradio app fetches itself; nothing else takes it, and the client does not read it.</summary>
    /// <param name="address">The address, absolute and of http or https; Gradio fetches from public hosts only.</param>
    /// <param name="fileName">The name that the app sees; null: the last part of the address.</param>
    /// <param name="contentType">The media type; null: the app finds it out.</param>
    /// <exception cref="ArgumentException">The address is relative, or of another scheme.</exception>
    public static AppFile FromUri(Uri address, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new AppFile(new FileAddress(address), fileName ?? Http.FileName.Of(Uri.UnescapeDataString(address.Segments[^1].Trim('/'))), Checked(contentType), null)
            : throw new ArgumentException("The address of a file is absolute, and of http or https.", nameof(address));
    }

    /// <summary>Opens the bytes for reading from the start.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    /// <exception cref="InvalidOperationException">The bytes come from a stream that was read before and cannot seek.</exception>
    /// <exception cref="AppException">The app that has the file does not give it.</exception>
    public ValueTask<Stream> OpenReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return _remote is null ? ValueTask.FromResult(Open()) : FetchAsync(_remote, cancellationToken);
    }

    /// <summary>Copies the bytes from the start to a stream.</summary>
    /// <param name="destination">Where the bytes go.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    /// <exception cref="InvalidOperationException">The bytes come from a stream that was read before and cannot seek.</exception>
    /// <exception cref="AppException">The connection that the file comes over was cut.</exception>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (IsInMemory)
        {
            await destination.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
            return;
        }

        Stream source = await OpenReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await source.CopyToAsync(destination, CopyBufferSize, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (source != _stream)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Saves the bytes in a folder under the file's name; the file never lies elsewhere than in the folder.</summary>
    /// <remarks>
    /// A file that is there already stays: the new one is then called <c>name (2).csv</c>. A file that comes only in part is
    /// removed again.
    /// </remarks>
    /// <param name="folder">The folder, which must exist.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">The bytes come from a stream that was read before and cannot seek.</exception>
    /// <exception cref="AppException">The connection that the file comes over was cut.</exception>
    public Task<string> SaveToFolderAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return SavedFile.WriteAsync(this, folder, cancellationToken);
    }

    /// <summary>Releases the stream, and the connection of a file that an operation returned.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        if (!_leaveOpen)
        {
            _stream?.Dispose();
        }

        _owner?.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        if (!_leaveOpen && _stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        _owner?.Dispose();
    }

    private static async ValueTask<Stream> FetchAsync(IRemoteFile remote, CancellationToken cancellationToken)
    {
        AppFile file = await remote.OpenAsync(cancellationToken).ConfigureAwait(false);
        return file.Open();
    }

    private static string? Checked(string? contentType) =>
        contentType is null || HeaderText.IsValid(contentType)
            ? contentType
            : throw new ArgumentException("The content type holds characters that no header can carry.", nameof(contentType));

    private Stream Open()
    {
        if (_path is not null)
        {
            return new FileStream(
                _path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }

        if (_stream is null)
        {
            return new MemoryFileStream(_bytes);
        }

        if (_isRead && !_stream.CanSeek)
        {
            throw new InvalidOperationException(
                "The file was read before, and its stream cannot go back. Make the file of bytes, of a path or of a stream that can seek.");
        }

        if (_isRead)
        {
            _stream.Position = _start;
        }

        _isRead = true;
        return _stream;
    }
}
