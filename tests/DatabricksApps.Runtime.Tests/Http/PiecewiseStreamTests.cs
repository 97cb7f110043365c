using System.Net;
using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>Streams with something before or behind them give all of it, in whatever pieces they are read.</summary>
public sealed class PiecewiseStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task What_stands_before_a_stream_comes_first(int piece)
    {
        foreach (bool isAsync in (bool[])[true, false])
        {
            ForwardStream rest = new("defgh"u8.ToArray());
            await using PrefixedStream stream = new("abc"u8.ToArray(), rest);

            Assert.Equal("abcdefgh", await ReadAsync(stream, piece, isAsync));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task What_stands_behind_one_comes_last(int piece)
    {
        foreach (bool isAsync in (bool[])[true, false])
        {
            ForwardStream inner = new("abcde"u8.ToArray());
            await using MarkedStream stream = new(inner, "fgh"u8.ToArray());

            Assert.Equal("abcdefgh", await ReadAsync(stream, piece, isAsync));
            Assert.True(stream.IsAtEnd);
        }
    }

    [Fact]
    public async Task A_read_into_nothing_is_no_end()
    {
        await using MarkedStream stream = new(new ForwardStream("a"u8.ToArray()), "b"u8.ToArray());

        Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty, Cancellation));
        Assert.Equal(0, stream.Read([]));
        Assert.False(stream.IsAtEnd);
        Assert.Equal(1, stream.Read(new byte[1]));
        Assert.Equal(0, stream.Read([]));
        Assert.False(stream.IsAtEnd);
        Assert.Equal(1, stream.Read(new byte[1]));
        Assert.True(stream.IsAtEnd);
    }

    [Fact]
    public async Task Behind_the_end_a_stream_is_not_asked_again()
    {
        ForwardStream inner = new("a"u8.ToArray());
        await using MarkedStream stream = new(inner, "bcd"u8.ToArray());

        await ReadAsync(stream, 1, isAsync: true);

        // Once for what it holds, once for its end.
        Assert.Equal(2, inner.Reads);
    }

    [Fact]
    public void They_close_what_they_read()
    {
        ForwardStream one = new([]);
        ForwardStream other = new([]);

        new PrefixedStream(default, one).Dispose();
        new MarkedStream(other, default).Dispose();

        Assert.True(one.IsDisposed);
        Assert.True(other.IsDisposed);
    }

    [Fact]
    public async Task They_are_read_from_start_to_end_and_nothing_else()
    {
        await using PrefixedStream stream = new("abc"u8.ToArray(), new ForwardStream([]));
        byte[] buffer = new byte[5];

        Assert.True(stream.CanRead);
        Assert.False(stream.CanSeek);
        Assert.False(stream.CanWrite);
        Assert.Equal(2, stream.Read(buffer, 1, 2));
        Assert.Equal(1, await stream.ReadAsync(buffer, 4, 1, Cancellation));
        Assert.Equal("\0ab\0c", Encoding.ASCII.GetString(buffer));
    }

    [Theory]
    [InlineData(2, "ab")]
    [InlineData(6, "abcdef")]
    [InlineData(7, "abcdef")]
    [InlineData(10, "abcdef")]
    public async Task A_start_that_was_looked_at_is_read_once_more(int length, string start)
    {
        foreach (bool isCopied in (bool[])[true, false])
        {
            ForwardStream body = new("abcdef"u8.ToArray(), piece: 2);
            TrackedContent content = new(body);
            using HttpResponseMessage response = new() { Content = content };
            content.Headers.TryAddWithoutValidation("X-Kept", "1");

            ReadOnlyMemory<byte> seen = await PeekedContent.PeekAsync(response, length, Cancellation);

            Assert.Equal(start, Encoding.ASCII.GetString(seen.Span));
            Assert.Equal(["1"], response.Content.Headers.GetValues("X-Kept"));
            Assert.Null(response.Content.Headers.ContentLength);
            using MemoryStream copy = new();
            if (isCopied)
            {
                await response.Content.CopyToAsync(copy, Cancellation);
            }
            else
            {
                await (await response.Content.ReadAsStreamAsync(Cancellation)).CopyToAsync(copy, Cancellation);
            }

            Assert.Equal("abcdef", Encoding.ASCII.GetString(copy.ToArray()));
            response.Content.Dispose();
            Assert.True(content.IsDisposed);
        }
    }

    [Fact]
    public async Task One_that_breaks_is_looked_at_as_far_as_it_came()
    {
        foreach (Exception thrown in (Exception[])[new IOException(), new HttpRequestException(), new InvalidDataException(), new OperationCanceledException()])
        {
            using HttpResponseMessage response = new() { Content = new StreamContent(new ForwardStream("abc"u8.ToArray(), thrown)) };

            Assert.Equal("abc", Encoding.ASCII.GetString((await PeekedContent.PeekAsync(response, 10, Cancellation)).Span));
            Assert.IsType(thrown.GetType(), await Record.ExceptionAsync(async () =>
                await (await response.Content.ReadAsStreamAsync(Cancellation)).CopyToAsync(Stream.Null, Cancellation)));
        }

        using HttpResponseMessage broken = new() { Content = new StreamContent(new ForwardStream([], new NotSupportedException())) };
        await Assert.ThrowsAsync<NotSupportedException>(() => PeekedContent.PeekAsync(broken, 10, Cancellation).AsTask());
    }

    private static async Task<string> ReadAsync(Stream stream, int piece, bool isAsync)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[piece];
        while (true)
        {
            int count = isAsync ? await stream.ReadAsync(buffer.AsMemory(), Cancellation) : stream.Read(buffer.AsSpan());
            if (count == 0)
            {
                return text.ToString();
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
    }

    private sealed class TrackedContent(Stream body) : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(body);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
