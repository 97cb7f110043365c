using System.Globalization;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>A caller's stream that is sent: it ends after some bytes, or throws there.</summary>
internal sealed class UploadSource(int length, string fault) : ReadingStream
{
    private int _position;

    /// <summary>Gets what the stream has thrown.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>Makes the stream that a script names: <c>1000 IOException</c>.</summary>
    public static UploadSource Of(Script script)
    {
        string[] words = script.Get("@source").Split(' ');
        int length = int.TryParse(words[0], CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 0, 10_000_000) : 100;
        return new UploadSource(length, words.Length > 1 ? words[1] : "");
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = Math.Min(buffer.Length, length - _position);
        buffer.Span[..count].Fill((byte)'x');
        _position += count;
        return count > 0 || fault.Length == 0 ? ValueTask.FromResult(count) : throw (Thrown = Fault());
    }

    private Exception Fault() => fault switch
    {
        "IOException" => new IOException("The disk failed."),
        "HttpRequestException" => new HttpRequestException("The stream is an answer itself, and was cut."),
        "OperationCanceledException" => new OperationCanceledException("The stream was cancelled, and nobody else."),
        "ObjectDisposedException" => new ObjectDisposedException("source"),
        "TimeoutException" => new TimeoutException("The stream took too long."),
        _ => new InvalidOperationException("The stream is in no state to be read."),
    };
}
