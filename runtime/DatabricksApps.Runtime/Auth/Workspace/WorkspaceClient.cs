namespace DatabricksApps.Auth;

/// <summary>Sends requests to the workspace: each with its own time limit, no redirect followed, a bounded answer read whole.</summary>
internal sealed class WorkspaceClient(Func<HttpClient> client, TimeProvider time)
{
    // The budget of 60 seconds must leave room for a second try.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private const int LongestBody = 256 * 1024;

    /// <summary>Sends a request.</summary>
    /// <exception cref="AppAuthenticationException">No answer came.</exception>
    public async ValueTask<WorkspaceAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri address = request.RequestUri!;
        using CancellationTokenSource limit = new(s_limit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using HttpResponseMessage response = await client()
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return new WorkspaceAnswer
            {
                Address = ShownAddress.Of(address),
                Status = response.StatusCode,
                MediaType = response.Content.Headers.ContentType?.MediaType,
                RetryAfter = RetryAfter(response),
                RedirectHost = RedirectHost(response, address),
                Body = await ReadAsync(response, address, either.Token).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw WorkspaceFailure.TimedOut(address, s_limit, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw WorkspaceFailure.NotReached(address, exception);
        }
    }

    private static async ValueTask<byte[]> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            byte[] buffer = new byte[4096];
            int length = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0)
                {
                    return buffer[..length];
                }

                if (length > LongestBody)
                {
                    throw WorkspaceFailure.TooLong(address, LongestBody);
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, length * 2);
                }
            }
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static string? RedirectHost(HttpResponseMessage response, Uri asked) =>
        (int)response.StatusCode is >= 300 and < 400
        && response.Headers.Location is { } location
        && Uri.TryCreate(asked, location, out Uri? target) ? target.Host : null;
}
