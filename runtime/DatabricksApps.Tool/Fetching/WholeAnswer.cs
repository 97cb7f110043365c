using System.Globalization;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>Reads an answer to its end, with bounds: what answers may be anything.</summary>
internal static class WholeAnswer
{
    private const long MostBytes = 200_000_000;

    /// <summary>How long an answer may come: one that goes on for ever is none, and a job at night has nobody who stops it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="route">What was asked for.</param>
    /// <param name="body">The answer's body.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="ToolException">It is longer, or takes longer, than a document.</exception>
    public static async Task<byte[]> ReadAsync(string route, Stream body, TimeProvider time, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(Longest, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[81920];
        try
        {
            for (int read; (read = await body.ReadAsync(buffer, either.Token)) > 0;)
            {
                bytes.Write(buffer.AsSpan(0, read));
                if (bytes.Length > MostBytes)
                {
                    throw new ToolException(
                        string.Create(CultureInfo.InvariantCulture, $"GET {route}: the answer is longer than {MostBytes:N0} bytes"),
                        "that is no document, but a file or a stream.",
                        "give the address of the document itself.");
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                string.Create(CultureInfo.InvariantCulture, $"GET {route}: the answer did not end within {Longest.TotalMinutes} minutes, {bytes.Length:N0} bytes came"),
                "that is no document, but a stream, or the app sends it far too slowly.",
                "give the address of the document itself, or look at the app's log.");
        }

        return bytes.ToArray();
    }
}
