using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Instances;

/// <summary>Makes texts that match a regular expression: as JavaScript writes them, without what only looks around.</summary>
public static class PatternText
{
    private const int Attempts = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes a text.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="seed">Which text; the same seed gives the same.</param>
    /// <param name="least">The shortest length.</param>
    /// <param name="most">The longest length.</param>
    /// <returns>The text; null if none was found.</returns>
    public static string? Generate(string pattern, int seed, int least = 0, int most = int.MaxValue)
    {
        try
        {
            Action<StringBuilder, Random> writer = new PatternParser(pattern).Parse();
            Regex regex = new(pattern, RegexOptions.None, s_patience);
            for (int attempt = 0; attempt < Attempts; attempt++)
            {
                StringBuilder text = new();
                writer(text, new Random((seed * Attempts) + attempt));
                if (text.Length >= least && text.Length <= most && regex.IsMatch(text.ToString()))
                {
                    return text.ToString();
                }
            }
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException or FormatException)
        {
            // No expression that .NET knows.
        }

        return null;
    }
}
