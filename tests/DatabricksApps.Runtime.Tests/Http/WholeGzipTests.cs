using System.IO.Compression;
using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>Packed data is given whole or not at all, whatever it holds and in whatever pieces it is read.</summary>
public sealed class WholeGzipTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // What marks the end within is data like any other.
    public static TheoryData<string> Texts => ["", "x", "the end", "the end!", "the end!the end!", "x the end!", new string('x', 20_000) + "the end!"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task It_is_what_was_packed(string text)
    {
        byte[] packed = Packed(text);
        foreach (int piece in (int[])[1, 3, 8, 9, 100_000])
        {
            foreach (bool isAsync in (bool[])[true, false])
            {
                ForwardStream source = new(packed, piece: piece);
                await using WholeGzipStream stream = new(source);

                Assert.Equal(0, await ReadAsync(stream, Memory<byte>.Empty, isAsync));
                Assert.Equal(text, await TextAsync(stream, piece, isAsync));
                Assert.Equal(0, await ReadAsync(stream, new byte[10], isAsync));
                Assert.Equal(0, await ReadAsync(stream, Memory<byte>.Empty, isAsync));
                Assert.True(stream.CanRead);
            }
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("the end!")]
    [InlineData("some text, which is longer")]
    public async Task Cut_anywhere_it_fails_and_goes_on_to_fail(string text)
    {
        byte[] packed = Packed(text);
        for (int cut = 1; cut < packed.Length; cut++)
        {
            foreach (bool isAsync in (bool[])[true, false])
            {
                await using WholeGzipStream stream = new(new ForwardStream(packed[..cut]));

                await Assert.ThrowsAsync<InvalidDataException>(() => TextAsync(stream, 9, isAsync));
                await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(stream, new byte[1], isAsync).AsTask());
                await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(stream, Memory<byte>.Empty, isAsync).AsTask());
            }
        }
    }

    [Fact]
    public async Task What_is_no_gzip_fails_as_itself()
    {
        foreach (bool isAsync in (bool[])[true, false])
        {
            await using WholeGzipStream stream = new(new ForwardStream([.. "this is no gzip, whatever it says"u8], piece: 12));

            InvalidDataException seen = await Assert.ThrowsAsync<InvalidDataException>(() => TextAsync(stream, 9, isAsync));
            Assert.NotEqual("The gzip data ends before it is complete.", seen.Message);
        }
    }

    [Fact]
    public async Task It_closes_what_it_reads()
    {
        ForwardStream source = new(Packed("x"));
        WholeGzipStream stream = new(source);

        await stream.DisposeAsync();

        Assert.True(source.IsDisposed);
    }

    private static async Task<string> TextAsync(WholeGzipStream stream, int piece, bool isAsync)
    {
        using MemoryStream all = new();
        byte[] buffer = new byte[piece];
        while (await ReadAsync(stream, buffer, isAsync) is var count and > 0)
        {
            all.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }

    private static ValueTask<int> ReadAsync(WholeGzipStream stream, Memory<byte> buffer, bool isAsync) =>
        isAsync ? stream.ReadAsync(buffer, Cancellation) : Read(stream, buffer);

    private static ValueTask<int> Read(WholeGzipStream stream, Memory<byte> buffer)
    {
        try
        {
            return new(stream.Read(buffer.Span));
        }
        catch (InvalidDataException exception)
        {
            return ValueTask.FromException<int>(exception);
        }
    }

    private static byte[] Packed(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
