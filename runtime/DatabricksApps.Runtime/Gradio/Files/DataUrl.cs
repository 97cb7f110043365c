using System.Diagnostics.CodeAnalysis;

namespace DatabricksApps.Gradio;

/// <summary>Reads files that stand in their address (<c>data:image/png;base64,…</c>, RFC 2397).</summary>
internal static class DataUrl
{
    private const string Scheme = "data:";
    private const string Encoding = ";base64,";

    public static bool TryRead(string url, [NotNullWhen(true)] out byte[]? bytes, out string? contentType)
    {
        bytes = null;
        contentType = null;
        int start = url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? url.IndexOf(Encoding, StringComparison.OrdinalIgnoreCase) : -1;
        if (start < 0)
        {
            return false;
        }

        string text = url[(start + Encoding.Length)..];
        byte[] buffer = new byte[text.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(text, buffer, out int length))
        {
            return false;
        }

        bytes = buffer[..length];
        contentType = start > Scheme.Length ? url[Scheme.Length..start] : null;
        return true;
    }
}
