using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>Makes text of another program fit for a message: one line, bounded, without secrets.</summary>
internal static class SingleLine
{
    public static string Of(string text, int longest, IEnumerable<string> secrets)
    {
        // Secrets first: a cut in the middle of one would leave a part that is not recognised.
        foreach (string secret in secrets)
        {
            text = Redaction.Hide(text, secret);
        }

        text = Redaction.Hide(text, null);
        string line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        line = string.Create(line.Length, line, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
            }
        });
        return line.Length > longest ? line[..longest] + "…" : line;
    }
}
