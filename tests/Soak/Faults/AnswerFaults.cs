using Microsoft.AspNetCore.Http;

namespace DatabricksApps.Soak.Faults;

/// <summary>Answers that are HTTP and no success, or a success that is not what was promised.</summary>
internal static class AnswerFaults
{
    private const string Item =
        """{"name":"a","price":1,"reorder_level":null,"id":1,"sku":"6a2f41a3-c54c-fce8-32d2-0324e1c32e22","added_on":"2026-01-01","updated_at":"2026-01-01T00:00:00Z"}""";

    public static IEnumerable<Fault> All =>
    [
        Answer("401", 401, "", nameof(AppErrorReason.SignInRequired)),
        Answer("403", 403, "no", nameof(AppErrorReason.Forbidden)),
        Answer("403-token", 403, "Invalid Token", nameof(AppErrorReason.InvalidToken)),
        Answer("404", 404, """{"detail":"no such item"}""", nameof(AppErrorReason.NotFound)),
        Answer("405", 405, "", nameof(AppErrorReason.MethodNotAllowed)),
        Answer("413", 413, "", nameof(AppErrorReason.RequestTooLarge)),
        Answer("418", 418, "", nameof(AppErrorReason.ErrorStatus)),
        Answer("422", 422, """{"detail":[{"loc":["path","item_id"],"msg":"m","type":"t"}]}""", nameof(AppErrorReason.InvalidRequest)),
        Answer("422-broken", 422, """{"detail":[{"loc":["\ud800"],"msg":"\ud800"}""", nameof(AppErrorReason.InvalidRequest)),
        Answer("429", 429, "", nameof(AppErrorReason.RateLimited)),
        Answer("500", 500, "oh", nameof(AppErrorReason.AppFailed)),
        Answer("500-text", 500, """{"detail":"\ud800"}""", nameof(AppErrorReason.AppFailed)),
        Answer("502", 502, "", nameof(AppErrorReason.AppUnavailable)),
        Answer("503", 503, "<h1>App Not Available</h1>", nameof(AppErrorReason.AppUnavailable), "text/html"),
        Answer("504", 504, "", nameof(AppErrorReason.AppUnavailable)),
        Redirect("302-login", "https://ws.example.com/oidc/oauth2/v2.0/authorize?state=s", nameof(AppErrorReason.SignInRequired)),
        Redirect("302", "https://elsewhere.example.com/", nameof(AppErrorReason.Redirected)),
        Answer("html", 200, "<html>", nameof(AppErrorReason.UnexpectedContent), "text/html"),
        Answer("html-events", 200, "<html>", nameof(AppErrorReason.UnexpectedContent), "text/html") with { Call = Typical.EventsAsync },
        Answer("empty", 200, "", nameof(AppErrorReason.UnexpectedContent)),
        Answer("charset", 200, "\"\u00E9\"", nameof(AppErrorReason.UnexpectedContent), "application/json; charset=windows-1252", latin: true),
        Answer("no-json", 200, "{'a':1}", nameof(AppErrorReason.InvalidJson)),
        Answer("cut-json", 200, Item[..50], nameof(AppErrorReason.InvalidJson)),
        Answer("misfit", 200, Item.Replace("\"id\":1", "\"id\":\"x\"", StringComparison.Ordinal), nameof(AppErrorReason.UnexpectedValue)),
        Answer("no-text", 200, Item.Replace("\"a\"", "\"\\ud800\"", StringComparison.Ordinal), nameof(AppErrorReason.UnexpectedValue)),
        Answer("no-utf8", 200, Item.Replace("\"a\"", "\"\u00E9\"", StringComparison.Ordinal), nameof(AppErrorReason.UnexpectedValue), latin: true),
        Answer("large", 200, '"' + new string('x', 3_000_000) + '"', nameof(AppErrorReason.ResponseTooLarge)),
        Answer("event-misfit", 200, "data: {\"item_id\":\"x\"}\n\n", nameof(AppErrorReason.UnexpectedValue), "text/event-stream") with { Call = Typical.EventsAsync },
        Answer("409", 409, """{"name":"a","existing_id":3}""", nameof(AppErrorReason.ErrorStatus)) with { Call = Typical.CreateAsync },
        Gzip("gzip-cut", cut: 6),
        Gzip("gzip-cut-end", cut: 1),
    ];

    private static Fault Answer(string name, int status, string body, string told, string mediaType = "application/json", bool latin = false) =>
        new(name, Typical.ReadAsync, told)
        {
            Serve = context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = mediaType;
                return context.Response.Body.WriteAsync(latin ? System.Text.Encoding.Latin1.GetBytes(body) : System.Text.Encoding.UTF8.GetBytes(body)).AsTask();
            },
        };

    private static Fault Redirect(string name, string location, string told) => new(name, Typical.ReadAsync, told)
    {
        Serve = context =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        },
    };

    private static Fault Gzip(string name, int cut) => new(name, Typical.ReadAsync, nameof(AppErrorReason.ConnectionLost))
    {
        Serve = context =>
        {
            using MemoryStream packed = new();
            using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(System.Text.Encoding.UTF8.GetBytes(Item));
            }

            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed.ToArray().AsMemory(..^cut)).AsTask();
        },
    };
}
