using System.Net;
using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>A connection that breaks under a request gives the answer that came before, and only then drops what is still written.</summary>
public sealed class EarlyAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task An_answer_that_is_there_when_a_write_fails_is_read_and_the_rest_dropped(int piece)
    {
        foreach (bool isAsync in (bool[])[true, false])
        {
            FakeConnection inner = new("413 too large") { WriteFailure = new IOException("broken pipe") };
            await using EarlyAnswerStream stream = new(inner);

            await stream.WriteAsync("abc"u8.ToArray(), Cancellation);
            await stream.WriteAsync("def"u8.ToArray(), 0, 3, Cancellation);
            await stream.FlushAsync(Cancellation);

            Assert.Equal((1, 0), (inner.Writes, inner.Flushes));
            StringBuilder text = new();
            byte[] buffer = new byte[piece + 1];
            while (true)
            {
                int count = isAsync ? await stream.ReadAsync(buffer, 1, piece, Cancellation) : stream.Read(buffer, 1, piece);
                if (count == 0)
                {
                    break;
                }

                text.Append(Encoding.ASCII.GetString(buffer, 1, count));
            }

            Assert.Equal("413 too large", text.ToString());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_an_answer_the_write_fails(bool isBroken)
    {
        IOException failure = new("broken pipe");
        FakeConnection inner = new("") { WriteFailure = failure, ReadFailure = isBroken ? new IOException("reset") : null };
        await using EarlyAnswerStream stream = new(inner);

        Assert.Same(failure, await Assert.ThrowsAsync<IOException>(() => stream.WriteAsync("abc"u8.ToArray(), Cancellation).AsTask()));
        Assert.Same(failure, await Assert.ThrowsAsync<IOException>(() => stream.WriteAsync("def"u8.ToArray(), Cancellation).AsTask()));
    }

    [Fact]
    public async Task Another_failure_than_that_of_the_connection_is_the_writers()
    {
        FakeConnection inner = new("413") { WriteFailure = new OperationCanceledException() };
        await using EarlyAnswerStream stream = new(inner);

        await Assert.ThrowsAsync<OperationCanceledException>(() => stream.WriteAsync("abc"u8.ToArray(), Cancellation).AsTask());
    }

    // .NET reads ahead on a connection that was used before: that read has the answer, or fails by itself.
    [Fact]
    public async Task A_read_that_waits_gets_the_answer_itself()
    {
        FakeConnection inner = new("413") { WriteFailure = new IOException(), Gate = new() };
        await using EarlyAnswerStream stream = new(inner);
        byte[] buffer = new byte[10];
        Task<int> reading = stream.ReadAsync(buffer.AsMemory(), Cancellation).AsTask();

        await stream.WriteAsync("abc"u8.ToArray(), Cancellation);
        inner.Gate.SetResult();

        Assert.Equal(3, await reading);
        Assert.Equal((1, 1), (inner.Reads, inner.Writes));
        await stream.WriteAsync("def"u8.ToArray(), Cancellation);
        Assert.Equal(1, inner.Writes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_does_one_that_has_brought_it_already(bool waits)
    {
        FakeConnection inner = new("413") { WriteFailure = new IOException(), Gate = waits ? new() : null };
        await using EarlyAnswerStream stream = new(inner);
        Task<int> reading = stream.ReadAsync(new byte[10].AsMemory(), Cancellation).AsTask();
        inner.Gate?.SetResult();
        Assert.Equal(3, await reading);

        await stream.WriteAsync("abc"u8.ToArray(), Cancellation);

        Assert.Equal(1, inner.Reads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_brought_nothing_has_no_answer(bool waits)
    {
        IOException failure = new();
        FakeConnection inner = new("") { WriteFailure = failure, Gate = waits ? new() : null };
        await using EarlyAnswerStream stream = new(inner);
        Task<int> reading = stream.ReadAsync(new byte[10].AsMemory(), Cancellation).AsTask();
        inner.Gate?.SetResult();
        Assert.Equal(0, await reading);

        Assert.Same(failure, await Assert.ThrowsAsync<IOException>(() => stream.WriteAsync("abc"u8.ToArray(), Cancellation).AsTask()));
        Assert.Equal(2, inner.Reads);
    }

    // An answer whose end was asked for is no answer to the next request.
    [Fact]
    public async Task What_was_read_for_the_request_before_is_no_answer_to_this_one()
    {
        FakeConnection inner = new("200 ok", "413");
        await using EarlyAnswerStream stream = new(inner);
        byte[] buffer = new byte[10];
        Assert.Equal(6, await stream.ReadAsync(buffer.AsMemory(), Cancellation));
        inner.Gate = new();
        Task<int> ahead = stream.ReadAsync(buffer.AsMemory(), Cancellation).AsTask();
        await stream.WriteAsync("a"u8.ToArray(), Cancellation);
        inner.ReadFailure = new IOException();
        inner.Gate.SetResult();
        await Assert.ThrowsAsync<IOException>(() => ahead);
        inner.ReadFailure = null;
        inner.Gate = null;
        inner.WriteFailure = new IOException();

        await stream.WriteAsync("b"u8.ToArray(), Cancellation);

        Assert.Equal(3, await stream.ReadAsync(buffer.AsMemory(), Cancellation));
        Assert.Equal("413", Encoding.ASCII.GetString(buffer, 0, 3));
    }

    [Fact]
    public async Task What_goes_well_passes_as_it_is()
    {
        FakeConnection inner = new("answer");
        await using (EarlyAnswerStream stream = new(inner))
        {
            await stream.WriteAsync("abc"u8.ToArray(), Cancellation);
            stream.Write("xdefx"u8.ToArray(), 1, 3);
            stream.Flush();
            await stream.FlushAsync(Cancellation);
            byte[] buffer = new byte[10];

            Assert.Equal("abcdef", inner.Written);
            Assert.Equal(2, inner.Flushes);
            Assert.Equal(6, stream.Read(buffer, 2, 8));
            Assert.Equal("\0\0answer", Encoding.ASCII.GetString(buffer, 0, 8));
            Assert.True(stream.CanRead);
            Assert.True(stream.CanWrite);
            Assert.False(stream.CanSeek);
        }

        Assert.True(inner.IsDisposed);
    }

    /// <summary>A connection that gives an answer, and fails when it is told to.</summary>
    private sealed class FakeConnection(params string[] answers) : Stream
    {
        private readonly MemoryStream _written = new();
        private int _next;

        public Exception? WriteFailure { get; set; }

        public Exception? ReadFailure { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public int Flushes { get; private set; }

        public bool IsDisposed { get; private set; }

        public string Written => Encoding.ASCII.GetString(_written.ToArray());

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_next == answers.Length)
            {
                return 0;
            }

            byte[] answer = Encoding.ASCII.GetBytes(answers[_next++]);
            answer.CopyTo(buffer, offset);
            return answer.Length;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reads++;
            if (Gate is not null)
            {
                await Gate.Task;
            }

            if (ReadFailure is not null)
            {
                throw ReadFailure;
            }

            byte[] answer = new byte[buffer.Length];
            int count = Read(answer, 0, answer.Length);
            answer.AsSpan(0, count).CopyTo(buffer.Span);
            return count;
        }

        public override void Write(byte[] buffer, int offset, int count) => _written.Write(buffer, offset, count);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            if (WriteFailure is not null)
            {
                throw WriteFailure;
            }

            await _written.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => Flushes++;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
