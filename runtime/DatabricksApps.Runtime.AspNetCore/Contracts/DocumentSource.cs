using System.Net;
using DatabricksApps.Generated;

namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>Fetches the document that an app serves, as the program itself, unless it is the one that was fetched before.</summary>
/// <param name="open">Asks the app for a path.</param>
/// <param name="path">Where the app serves it; null: where FastAPI does.</param>
/// <param name="time">The clock.</param>
internal sealed class DocumentSource(Func<string, AppRequestOptions, CancellationToken, Task<(AppFile File, Func<string, string> Hide)>> open, string? path, TimeProvider time)
{
    private const int Largest = 64 * 1024 * 1024;

    // Of the body; that of the answer is the client's.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    // Tokens are taken below /api/ alone; an app that runs elsewhere has it where FastAPI puts it by itself.
    private readonly string[] _paths = path is null ? ["/api/openapi.json", "/openapi.json"] : [path];

    private string? _known;
    private string? _etag;

    /// <summary>Fetches it.</summary>
    public async Task<ServedDocument> FetchAsync(CancellationToken cancellationToken)
    {
        string reason = "";
        foreach (string one in _known is null ? _paths : [_known, .. _paths.Where(other => other != _known)])
        {
            try
            {
                return await FetchAsync(one, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new ServedDocument(null, null) { Reason = $"what the app serves at {one} did not come whole within a minute", IsAnswer = false };
            }
            catch (AppException exception) when (exception.StatusCode == HttpStatusCode.NotModified)
            {
                return new ServedDocument(one, null);
            }
            catch (AppException exception)
            {
                reason = exception.Message;
                if (!IsAnswer(exception))
                {
                    return new ServedDocument(null, null) { Reason = reason, IsAnswer = false };
                }
            }
        }

        return new ServedDocument(null, null) { Reason = reason };
    }

    /// <summary>Forgets what was fetched, so that it comes whole again.</summary>
    public void Forget() => _etag = null;

    private async Task<ServedDocument> FetchAsync(string from, CancellationToken cancellationToken)
    {
        string? etag = null;
        AppRequestOptions options = new() { OnResponse = response => etag = response.Headers.ETag?.ToString() };
        options.Headers["Accept"] = "application/json, */*;q=0.1";
        if (_etag is not null && _known == from)
        {
            options.Headers["If-None-Match"] = _etag;
        }

        (AppFile file, Func<string, string> hide) = await open(from, options, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            using CancellationTokenSource limit = new(s_limit, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            MemoryStream json = new();
            Stream body = await file.OpenReadAsync(either.Token).ConfigureAwait(false);
            byte[] buffer = new byte[81920];
            int count;
            while ((count = await body.ReadAsync(buffer, either.Token).ConfigureAwait(false)) > 0)
            {
                await json.WriteAsync(buffer.AsMemory(0, count), either.Token).ConfigureAwait(false);
                if (json.Length > Largest)
                {
                    return new ServedDocument(null, null) { Reason = $"what the app serves at {from} is larger than 64 MB" };
                }
            }

            (_known, _etag) = (from, etag);
            json.Position = 0;
            return new ServedDocument(from, json) { Hide = hide };
        }
    }

    private static bool IsAnswer(AppException exception) => exception.Reason is
        AppErrorReason.NotFound or AppErrorReason.MethodNotAllowed or AppErrorReason.InvalidRequest or AppErrorReason.Redirected
        or AppErrorReason.UnexpectedContent or AppErrorReason.ErrorStatus;
}
