using System.Text;

namespace DatabricksApps.Errors;

/// <summary>
/// Hides a secret that a server echoes in another form than it was sent: escaped as in addresses, JSON or HTML, also
/// twice, in base64 or in hexadecimal digits.
/// </summary>
internal static class EncodedSecret
{
    // An error's text in a gateway's JSON in a log's JSON: more is no accident.
    private const int MostLevels = 4;

    /// <summary>Hides the forms of a secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">The secret, which is long enough not to be found by chance.</param>
    /// <param name="mask">What stands in its place.</param>
    public static string Hide(string text, string secret, string mask)
    {
        if (!MayHold(text, secret))
        {
            return text;
        }

        bool[]? hidden = null;
        SecretForms forms = new(secret);
        UnescapedText level = new(text);
        for (int i = 0; i < MostLevels; i++)
        {
            forms.Mark(level, ref hidden);
            if (level.Next() is not { } next)
            {
                break;
            }

            level = next;
        }

        return hidden is null ? text : Masked(text, hidden, mask);
    }

    /// <summary>
    /// Tells whether a form of a secret may be in a text, for less than it takes to look: without escapes, line breaks and a
    /// run as long as the secret none is.
    /// </summary>
    public static bool MayHold(ReadOnlySpan<char> text, string secret) =>
        text.Length >= secret.Length
        && (text.IndexOfAny('%', '\\', '&') >= 0
            || text.IndexOfAny('\r', '\n') >= 0
            || TextRun.IsIn<TextRun.Token>(text, secret.Length)
            || !TextRun.IsIn<TextRun.Token>(secret, secret.Length));

    private static string Masked(string text, bool[] hidden, string mask)
    {
        StringBuilder masked = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
            {
                masked.Append(text[i]);
            }
            else if (i == 0 || !hidden[i - 1])
            {
                masked.Append(mask);
            }
        }

        return masked.ToString();
    }
}
