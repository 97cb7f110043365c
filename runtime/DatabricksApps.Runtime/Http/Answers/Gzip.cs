using System.Net;
using System.Net.Http.Headers;

namespace DatabricksApps.Http;

/// <summary>Answers compressed with gzip.</summary>
/// <remarks>
/// FastAPI's and Starlette's <c>GZipMiddleware</c> know nothing else. <see cref="SocketsHttpHandler.AutomaticDecompression"/>
/// takes Brotli along whatever it is set to, which adds 0.9 MB to every native program.
/// </remarks>
internal static class Gzip
{
    private const string Name = "gzip";

    /// <summary>Tells the app that the answer may be compressed, unless the request says something of it.</summary>
    public static void AskFor(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains("Accept-Encoding"))
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", Name);
        }
    }

    /// <summary>Makes an answer's content read as it was before it was compressed.</summary>
    public static void Unpack(HttpResponseMessage response)
    {
        if (response.Content.Headers.NonValidated.Contains("Content-Encoding")
            && (string[])[.. response.Content.Headers.ContentEncoding] is [.. string[] others, var last]
            && last.Equals(Name, StringComparison.OrdinalIgnoreCase))
        {
            response.Content = new Unpacked(response.Content, others);
        }
    }

    private sealed class Unpacked : HttpContent
    {
        private readonly HttpContent _packed;

        public Unpacked(HttpContent packed, string[] otherEncodings)
        {
            _packed = packed;
            foreach ((string name, HeaderStringValues values) in packed.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }

            // They describe what came, not what is read.
            Headers.Remove("Content-Length");
            Headers.Remove("Content-Encoding");
            Headers.TryAddWithoutValidation("Content-Encoding", otherEncodings);
        }

        protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
            new WholeGzipStream(await _packed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Stream content = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            _packed.Dispose();
            base.Dispose(disposing);
        }
    }
}
