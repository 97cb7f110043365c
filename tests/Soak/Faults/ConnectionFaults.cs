using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace DatabricksApps.Soak.Faults;

/// <summary>Connections that break or stall, and servers that do not speak HTTP.</summary>
internal static class ConnectionFaults
{
    private const string Change = """{"item_id":1,"change":-1,"at":"2026-01-01T00:00:00Z"}""";

    public static IEnumerable<Fault> All =>
    [
        Abort("abort", Typical.ReadAsync, nameof(AppErrorReason.ConnectionLost), null, ""),
        Abort("abort-post", Typical.CreateAsync, nameof(AppErrorReason.ConnectionLost), null, ""),
        Abort("abort-upload", Typical.UploadAsync, nameof(AppErrorReason.ConnectionLost), null, ""),
        Abort("abort-upload-part", Typical.UploadPartAsync, nameof(AppErrorReason.ConnectionLost), null, ""),
        Abort("abort-delete", Typical.DeleteAsync, nameof(AppErrorReason.ConnectionLost), null, ""),
        Abort("abort-body", Typical.ReadAsync, nameof(AppErrorReason.ConnectionLost), "application/json", "{\"name\":"),
        Abort("abort-label", Typical.LabelAsync, nameof(AppErrorReason.ConnectionLost), "text/plain", "abc"),
        Abort("abort-file", Typical.DownloadAsync, nameof(AppErrorReason.ConnectionLost), "image/png", "abc"),
        Abort("abort-events", Typical.EventsAsync, nameof(AppErrorReason.ConnectionLost), "text/event-stream", $"data: {Change}\n\ndata: {Change}\n\n"),
        Abort("abort-lines", Typical.LinesAsync, nameof(AppErrorReason.ConnectionLost), "application/jsonl", $"{Change}\n{Change[..9]}"),
        Stall("stall", Typical.ReadAsync, nameof(AppErrorReason.Timeout), null, ""),
        Stall("stall-body", Typical.ReadAsync, nameof(AppErrorReason.Timeout), "application/json", "{\"name\":"),
        Stall("stall-error", Typical.ReadAsync, nameof(AppErrorReason.AppFailed), "text/plain", "oh", 500),
        Stall("stall-error-events", Typical.EventsAsync, nameof(AppErrorReason.AppUnavailable), "text/plain", "oh", 503),
        Stall("stall-page-lines", Typical.LinesAsync, nameof(AppErrorReason.UnexpectedContent), "text/html", "<html>"),
        Bytes("no-http", Typical.ReadAsync, nameof(AppErrorReason.InvalidResponse), "SSH-2.0-OpenSSH_9.6\r\n"),
        Bytes("headers", Typical.ReadAsync, nameof(AppErrorReason.InvalidResponse), $"HTTP/1.1 200 OK\r\nX: {new string('y', 70_000)}\r\n\r\n"),
        Bytes("interim", Typical.ReadAsync, nameof(AppErrorReason.InvalidResponse), string.Concat(Enumerable.Repeat("HTTP/1.1 103 Hm\r\nLink: a\r\n\r\n", 10_000))),
        Bytes("chunks", Typical.ReadAsync, nameof(AppErrorReason.InvalidResponse), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        Bytes("short", Typical.ReadAsync, nameof(AppErrorReason.ConnectionLost), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"),
        Bytes("nothing", Typical.ReadAsync, nameof(AppErrorReason.ConnectionLost), ""),
        Bytes("early-413", Typical.UploadAsync, nameof(AppErrorReason.RequestTooLarge), "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        Bytes("early-413-part", Typical.UploadPartAsync, nameof(AppErrorReason.RequestTooLarge), "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        new("unreachable", Typical.CreateAsync, nameof(AppErrorReason.Unreachable)) { IsUnreachable = true },
    ];

    private static Fault Abort(
        string name, Func<InventoryApi.InventoryClient, AppRequestOptions, CancellationToken, Task> call, string told, string? mediaType, string body) =>
        new(name, call, told)
        {
            Serve = async context =>
            {
                if (mediaType is not null)
                {
                    await StartAsync(context, 200, mediaType, body);
                }

                context.Abort();
            },
        };

    private static Fault Stall(
        string name, Func<InventoryApi.InventoryClient, AppRequestOptions, CancellationToken, Task> call, string told, string? mediaType, string body,
        int status = 200) =>
        new(name, call, told)
        {
            Serve = async context =>
            {
                if (mediaType is not null)
                {
                    await StartAsync(context, status, mediaType, body);
                }

                // Until the caller leaves.
                TaskCompletionSource left = new();
                using CancellationTokenRegistration leaving = context.RequestAborted.Register(left.SetResult);
                await left.Task;
            },
        };

    private static Fault Bytes(
        string name, Func<InventoryApi.InventoryClient, AppRequestOptions, CancellationToken, Task> call, string told, string answer) =>
        new(name, call, told)
        {
            ServeBytes = async connection =>
            {
                await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(answer));
                await connection.Transport.Output.CompleteAsync();
            },
        };

    private static async Task StartAsync(HttpContext context, int status, string mediaType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
    }
}
