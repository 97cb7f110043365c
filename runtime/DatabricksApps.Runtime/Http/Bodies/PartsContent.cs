using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>A multipart body: the text of all its parts in one buffer, and between it the files, streamed.</summary>
internal sealed class PartsContent : UploadContent
{
    private const int InitialCapacity = 1024;

    private readonly string _boundary = "databricksapps-" + Guid.NewGuid().ToString("N");
    private readonly List<FilePart> _files = [];
    private readonly PooledBuffer _text = new(InitialCapacity);

    // How many bytes of each file the length of the body counts; null: the body has no length, or all is in memory.
    private long[]? _announced;

    /// <summary>Gets the number of parts.</summary>
    public int Parts { get; private set; }

    /// <inheritdoc/>
    public override bool CanReplay => _files.TrueForAll(part => part.File.CanReadAgain);

    public void AddText(string name, ReadOnlySpan<char> value, string? contentType)
    {
        BeginPart(name, null, contentType);
        Write(value);
        Write("\r\n");
    }

    public void AddText(string name, ReadOnlySpan<byte> utf8, string? contentType)
    {
        BeginPart(name, null, contentType);
        _text.Write(utf8);
        Write("\r\n");
    }

    public void AddFile(string name, AppFile file, string? contentType)
    {
        string? ofDocument = MediaTypes.IsConcrete(contentType) ? contentType : null;

        // A part without a file name is a field to most servers, FastAPI's among them.
        BeginPart(name, file.FileName ?? name, file.ContentType ?? ofDocument ?? MediaTypes.OctetStream);
        _files.Add(new FilePart(_text.WrittenCount, file));
        Write("\r\n");
    }

    /// <summary>Writes the end; no part can be added after it.</summary>
    public void Close(string mediaType)
    {
        Write("--");
        Write(_boundary);
        Write("--\r\n");
        Headers.TryAddWithoutValidation("Content-Type", $"{mediaType}; boundary={_boundary}");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasRead = true;
        ReadOnlyMemory<byte> text = _text.WrittenMemory;
        int written = 0;
        for (int i = 0; i < _files.Count; i++)
        {
            FilePart part = _files[i];
            await stream.WriteAsync(text[written..part.Position], cancellationToken).ConfigureAwait(false);
            written = part.Position;
            await CopyAsync(part.File, _announced is null ? null : _announced[i], stream, cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(text[written..], cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _text.WrittenCount;
        long[]? announced = null;
        for (int i = 0; i < _files.Count; i++)
        {
            if (LengthOf(_files[i].File) is not long size)
            {
                _announced = null;
                length = 0;
                return false;
            }

            length += size;

            // Bytes in memory keep their number; a file on a disk may not.
            if (!_files[i].File.IsInMemory)
            {
                announced ??= new long[_files.Count];
                announced[i] = size;
            }
        }

        _announced = announced;
        return true;
    }

    private void BeginPart(string name, string? fileName, string? contentType)
    {
        Parts++;
        Write("--");
        Write(_boundary);
        Write("\r\nContent-Disposition: form-data; name=\"");
        WriteQuoted(name);
        if (fileName is not null)
        {
            Write("\"; filename=\"");
            WriteQuoted(fileName);
        }

        Write("\"\r\n");
        if (contentType is not null)
        {
            Write("Content-Type: ");
            Write(contentType);
            Write("\r\n");
        }

        Write("\r\n");
    }

    /// <summary>
    /// Writes a name as browsers do (WHATWG HTML, multipart/form-data encoding): UTF-8, and only the three characters
    /// that would end the name are percent-encoded.
    /// </summary>
    private void WriteQuoted(string name)
    {
        ReadOnlySpan<char> rest = name;
        while (rest.IndexOfAny("\"\r\n") is int position and >= 0)
        {
            Write(rest[..position]);
            Write(rest[position] switch { '"' => "%22", '\r' => "%0D", _ => "%0A" });
            rest = rest[(position + 1)..];
        }

        Write(rest);
    }

    private void Write(ReadOnlySpan<char> text)
    {
        Span<byte> target = _text.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _text.Advance(Encoding.UTF8.GetBytes(text, target));
    }

    /// <summary>A file, and where in the text it stands.</summary>
    private readonly record struct FilePart(int Position, AppFile File);
}
