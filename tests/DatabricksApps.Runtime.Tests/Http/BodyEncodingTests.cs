using System.Text;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>Which charset a body is read in: that of its mark, then that of its type, else UTF-8.</summary>
public sealed class BodyEncodingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<byte[], string?, string, string?> Bodies => new()
    {
        { "\u00E9"u8.ToArray(), null, "\u00E9", null },
        { "\u00E9"u8.ToArray(), "application/json", "\u00E9", null },
        { "\u00E9"u8.ToArray(), "text/x; charset=utf-8", "\u00E9", null },
        { "\u00E9"u8.ToArray(), "text/x; charset=\"UTF8\"", "\u00E9", null },
        { "\u00E9"u8.ToArray(), "text/x; charset=made-up", "\u00E9", null },
        { [0xE9], "text/x; charset=made-up; q=1", "\uFFFD", "made-up" },
        { [0xE9], "text/x; charset=iso-8859-1", "\u00E9", null },
        { [0xE9], "text/x; CHARSET= \"ISO-8859-1\" ; q=1", "\u00E9", null },
        { [0xE9], "text/x; charset=utf-8", "\uFFFD", null },
        { [0xE9], null, "\uFFFD", null },
        { [0xEF, 0xBB, 0xBF, 0x61], "text/x; charset=iso-8859-1", "a", null },
        { [0xEF, 0xBB, 0x61], "text/x; charset=iso-8859-1", "\u00EF\u00BBa", null },
        { [0xFF, 0xFE, 0x61, 0x00], "text/x; charset=iso-8859-1", "a", null },
        { [0xFE, 0xFF, 0x00, 0x61], null, "a", null },
        { [0x61, 0x00], "text/x; charset=utf-16", "a", null },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_is_brought_to_UTF8(byte[] bytes, string? type, string expected, string? unknown)
    {
        using HttpResponseMessage response = Answer(type);
        using PooledBuffer body = new();
        body.Write(bytes);

        Assert.Equal(unknown, BodyEncoding.ToUtf8(response, body));
        Assert.Equal(expected, Encoding.UTF8.GetString(body.WrittenSpan));
    }

    [Theory]
    [InlineData("text/x; charset=iso-8859-1", null, "\u00E9")]
    [InlineData("text/x; charset=made-up", "made-up", "\uFFFD")]
    [InlineData("text/x", null, "\uFFFD")]
    [InlineData(null, null, "\uFFFD")]
    public void So_is_a_stream(string? type, string? unknown, string expected)
    {
        using HttpResponseMessage response = Answer(type);
        using StreamReader reader = new(BodyEncoding.ToUtf8(response, new MemoryStream([0xE9])));

        Assert.Equal(expected, reader.ReadToEnd());
        Assert.Equal(unknown, BodyEncoding.UnknownCharsetOf(response));
        Assert.Equal(type ?? "", BodyEncoding.MediaTypeOf(response));
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(9, 10, 9)]
    [InlineData(10, 10, 10)]
    [InlineData(20_000, 5000, 5000)]
    public async Task The_start_of_a_body_is_read_to_its_end_or_the_limit(int length, int limit, int atLeast)
    {
        using HttpResponseMessage response = new() { Content = new StreamContent(new ForwardStream(new byte[length], piece: 3)) };

        using PooledBuffer body = await BodyReader.ReadStartAsync(response, limit, Cancellation, Cancellation);

        Assert.InRange(body.WrittenCount, atLeast, atLeast + 2);
    }

    [Fact]
    public async Task It_is_what_came_if_it_breaks()
    {
        using CancellationTokenSource left = new();
        foreach (Exception thrown in (Exception[])[new IOException(), new HttpRequestException(), new InvalidDataException(), new OperationCanceledException()])
        {
            using HttpResponseMessage response = new() { Content = new StreamContent(new ForwardStream("abc"u8.ToArray(), thrown)) };

            using PooledBuffer body = await BodyReader.ReadStartAsync(response, 10, Cancellation, Cancellation);

            Assert.Equal(3, body.WrittenCount);
        }

        await left.CancelAsync();
        using HttpResponseMessage last = new() { Content = new StreamContent(new ForwardStream([], new IOException())) };
        using HttpResponseMessage other = new() { Content = new StreamContent(new ForwardStream([], new NotSupportedException())) };
        await Assert.ThrowsAsync<IOException>(() => BodyReader.ReadStartAsync(last, 10, Cancellation, left.Token).AsTask());
        await Assert.ThrowsAsync<NotSupportedException>(() => BodyReader.ReadStartAsync(other, 10, Cancellation, Cancellation).AsTask());
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(50_000)]
    public async Task A_whole_body_is_read_in_whatever_pieces(int length)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26)))));
        foreach (int piece in (int[])[1000, 4096, 100_000])
        {
            foreach (long? announced in (long?[])[length, null])
            {
                using HttpResponseMessage response = new() { Content = new StreamContent(new ForwardStream(bytes, piece: piece)) };
                response.Content.Headers.ContentLength = announced;

                using PooledBuffer body = await BodyReader.ReadAsync(Calls.Get(), response, length, Cancellation);

                Assert.Equal(bytes, body.WrittenSpan.ToArray());
            }
        }
    }

    private static HttpResponseMessage Answer(string? type)
    {
        HttpResponseMessage response = new() { Content = new ByteArrayContent([]) };
        if (type is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return response;
    }
}
