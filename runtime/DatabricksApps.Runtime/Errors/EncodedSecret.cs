using System.Text;

namespace DatabricksApps.Errors;

/// <summary>Hides a secret that a server echoes in another form than it was sent: percent-encoded, or within base64.</summary>
internal static class EncodedSecret
{
    /// <summary>Hides the forms of a secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">The secret, which is long enough not to be found by chance.</param>
    /// <param name="mask">What stands in its place.</param>
    public static string Hide(string text, string secret, string mask)
    {
        if (text.Length < secret.Length)
        {
            return text;
        }

        if (text.Contains('%', StringComparison.Ordinal) && Uri.EscapeDataString(secret) is { } escaped && escaped != secret)
        {
            // Servers write the digits in either case.
            text = text.Replace(escaped, mask, StringComparison.OrdinalIgnoreCase);
        }

        // Base64 is a third longer than what is in it.
        return text.Length * 3 < secret.Length * 4 ? text : HideBase64(text, Encoding.UTF8.GetBytes(secret), mask);
    }

    // Three bytes become four characters, so what a secret looks like depends on how many bytes stand before it.
    private static string HideBase64(string text, byte[] secret, string mask)
    {
        for (int before = 0; before < 3; before++)
        {
            byte[] bytes = new byte[before + secret.Length];
            secret.CopyTo(bytes, before);
            int start = before == 0 ? 0 : before + 1;
            int end = bytes.Length / 3 * 4;
            string form = Convert.ToBase64String(bytes)[start..end];
            text = HideRun(text, form, mask);
            string urlSafe = form.Replace('+', '-').Replace('/', '_');
            text = urlSafe == form ? text : HideRun(text, urlSafe, mask);
        }

        return text;
    }

    // The whole run of base64 around it goes: its edges hold the rest of the secret.
    private static string HideRun(string text, string form, string mask)
    {
        int position = 0;
        while (text.IndexOf(form, position, StringComparison.Ordinal) is int start and >= 0)
        {
            int end = start + form.Length;
            while (start > position && IsBase64(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length && IsBase64(text[end]))
            {
                end++;
            }

            text = string.Concat(text.AsSpan(0, start), mask, text.AsSpan(end));
            position = start + mask.Length;
        }

        return text;
    }

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' or '=';
}
