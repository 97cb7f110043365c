using DatabricksApps.Soak.InventoryApi;
using Microsoft.AspNetCore.Http;

namespace DatabricksApps.Soak.Faults;

/// <summary>What the caller itself does wrong, or decides: it gets its own exception back.</summary>
internal static class CallerFaults
{
    public static IEnumerable<Fault> All =>
    [
        Own("source", nameof(InvalidDataException), (client, options, cancellationToken) =>
            client.Items.UploadManualAsync(1, AppFile.FromStream(new BrokenSource(new InvalidDataException("of the caller"))), options, cancellationToken)),
        Own("source-io", nameof(IOException), (client, options, cancellationToken) =>
            client.Items.UploadPhotoAsync(1, AppFile.FromStream(new BrokenSource(new IOException("of the caller")), "x"), options: options, cancellationToken: cancellationToken)),
        Own("disposed", nameof(ObjectDisposedException), (client, options, cancellationToken) =>
        {
            AppFile file = AppFile.FromBytes(new byte[3]);
            file.Dispose();
            return client.Items.UploadManualAsync(1, file, options, cancellationToken);
        }),
        Own("listener", nameof(FormatException), (client, options, cancellationToken) =>
        {
            options.OnResponse = _ => throw new FormatException("of the caller");
            return client.Items.ReadItemAsync(1, options, cancellationToken);
        }),
        Own("cancelled", nameof(OperationCanceledException), async (client, options, cancellationToken) =>
        {
            using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            options.OnResponse = _ => leaving.Cancel();
            await client.Items.ReadItemAsync(1, options, leaving.Token);
        }, isEndless: true),
        Own("file-left", nameof(ObjectDisposedException), async (client, options, cancellationToken) =>
        {
            AppFile file = await client.Items.DownloadPhotoAsync(1, options, cancellationToken);
            Stream stream = await file.OpenReadAsync(cancellationToken);
            await file.DisposeAsync();
            await stream.CopyToAsync(Stream.Null, cancellationToken);
        }),
    ];

    private static Fault Own(string name, string told, Func<InventoryClient, AppRequestOptions, CancellationToken, Task> call, bool isEndless = false) =>
        new(name, call, told)
        {
            Serve = async context =>
            {
                context.Response.ContentType = "image/png";
                await context.Response.WriteAsync("abc");
                await context.Response.Body.FlushAsync();
                if (isEndless)
                {
                    TaskCompletionSource left = new();
                    using CancellationTokenRegistration leaving = context.RequestAborted.Register(left.SetResult);
                    await left.Task;
                }
            },
        };

    private sealed class BrokenSource(Exception failure) : MemoryStream
    {
        public override bool CanSeek => false;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.FromException(failure);
    }
}
