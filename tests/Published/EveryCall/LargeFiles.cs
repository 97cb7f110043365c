using System.Diagnostics;
using DatabricksApps;
using EveryCall.InventoryApi;

namespace EveryCall;

/// <summary>Sends and receives a file that is larger than the memory it may take, and prints what it took.</summary>
internal static class LargeFiles
{
    public static async Task SendAsync(Uri address, long size)
    {
        using InventoryClient client = InventoryClient.Create(new DatabricksAppOptions { BaseAddress = address, Token = "token" });
        await client.HealthAsync();
        Print("idle", 0);

        Print("up", await client.Items.UploadManualAsync(1, AppFile.FromStream(new Zeros(size), "large.bin")));

        Photo photo = await client.Items.UploadPhotoAsync(1, AppFile.FromStream(new Zeros(size), "large.bin"));
        Print("up in a form", photo.Size);

        await using AppFile file = await client.Items.DownloadPhotoAsync(1);
        await using Zeros received = new(0);
        await file.CopyToAsync(received);
        Print("down", received.Length);
    }

    private static void Print(string what, long bytes)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"{what}: {bytes} bytes, {process.PeakWorkingSet64} peak");
    }

    /// <summary>Gives as many zeros as it is long; forgets what is written to it but the length.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _position;
        private long _length = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, _length - _position);
            buffer[..count].Clear();
            _position += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _length += count;
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return default;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
