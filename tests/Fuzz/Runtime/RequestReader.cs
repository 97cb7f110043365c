using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Reads a request to its end, as a server does before it answers.</summary>
internal static class RequestReader
{
    private const string Length = "content-length:";

    /// <summary>Reads a request's head and body; ends early if the client leaves.</summary>
    /// <returns>Whether anything came.</returns>
    public static async Task<bool> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[65536];
        while (!IsComplete(text))
        {
            int count = await socket.ReceiveAsync(buffer, cancellationToken);
            if (count == 0)
            {
                break;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return text.Length > 0;
    }

    private static bool IsComplete(StringBuilder request)
    {
        // Only the head, and of a chunked body its end, are looked at.
        string start = request.ToString(0, Math.Min(request.Length, 8192));
        int head = start.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
        {
            return false;
        }

        string headers = start[..head].ToLowerInvariant();
        if (headers.Contains("transfer-encoding: chunked", StringComparison.Ordinal))
        {
            return request.ToString(Math.Max(0, request.Length - 5), Math.Min(5, request.Length)) == "0\r\n\r\n";
        }

        int at = headers.IndexOf(Length, StringComparison.Ordinal);
        return at < 0
            || !long.TryParse(headers[(at + Length.Length)..].Split('\r')[0].Trim(), CultureInfo.InvariantCulture, out long length)
            || request.Length >= head + 4 + length;
    }
}
