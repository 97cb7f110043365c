using System.Text;

namespace DatabricksApps.Errors;

/// <summary>What a secret looks like in base64 and in hexadecimal digits.</summary>
internal sealed class SecretForms(string secret)
{
    // Where one character is several escapes, as in UTF-8, they are not taken out one by one.
    private readonly string? _escaped = Ascii.IsValid(secret) ? null : Uri.EscapeDataString(secret);

    // In forms a space is a plus (WHATWG URL §5.2).
    private readonly string? _ofForm = secret.Contains(' ', StringComparison.Ordinal) ? secret.Replace(' ', '+') : null;

    private string[]? _base64;
    private string? _hex;

    /// <summary>Marks where the secret stands in a text, in whatever form.</summary>
    public void Mark(UnescapedText text, ref bool[]? hidden)
    {
        // Also broken by the lines of a log, or in other case.
        UnescapedText lines = text.WithoutLineBreaks();
        Mark(lines, secret, StringComparison.OrdinalIgnoreCase, null, ref hidden);
        if (_ofForm is not null)
        {
            Mark(lines, _ofForm, StringComparison.OrdinalIgnoreCase, null, ref hidden);
        }

        if (_escaped is not null)
        {
            Mark(text, _escaped, StringComparison.OrdinalIgnoreCase, null, ref hidden);
        }

        // Each form is longer than the secret, and in one piece but for the line breaks of MIME (RFC 2045 §6.8).
        if (!TextRun.IsIn<TextRun.Base64>(lines.Text, secret.Length))
        {
            return;
        }

        foreach (string form in _base64 ??= Base64())
        {
            Mark(lines, form, StringComparison.Ordinal, TextRun.Base64.Has, ref hidden);
        }

        Mark(lines, _hex ??= Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), StringComparison.OrdinalIgnoreCase, char.IsAsciiHexDigit, ref hidden);
    }

    // The whole run around it goes: its edges hold the rest of the secret.
    private static void Mark(UnescapedText text, string form, StringComparison comparison, Func<char, bool>? isOfRun, ref bool[]? hidden)
    {
        int position = 0;
        while (text.Text.IndexOf(form, position, comparison) is int start and >= 0)
        {
            int end = start + form.Length;
            while (isOfRun is not null && start > position && isOfRun(text.Text[start - 1]))
            {
                start--;
            }

            while (isOfRun is not null && end < text.Text.Length && isOfRun(text.Text[end]))
            {
                end++;
            }

            text.Hide(start, end, ref hidden);
            position = end;
        }
    }

    // Three bytes become four characters, so what a secret looks like depends on how many bytes stand before it.
    private string[] Base64()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(secret);
        List<string> forms = [];
        for (int before = 0; before < 3; before++)
        {
            byte[] shifted = new byte[before + bytes.Length];
            bytes.CopyTo(shifted, before);
            int start = before == 0 ? 0 : before + 1;
            string form = Convert.ToBase64String(shifted)[start..(shifted.Length / 3 * 4)];
            forms.Add(form);
            string urlSafe = form.Replace('+', '-').Replace('/', '_');
            if (urlSafe != form)
            {
                forms.Add(urlSafe);
            }
        }

        return [.. forms];
    }
}
