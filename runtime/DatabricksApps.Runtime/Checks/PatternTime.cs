using System.Diagnostics;
using System.Text.RegularExpressions;
using DatabricksApps.Generated;

namespace DatabricksApps.Checks;

/// <summary>Tries patterns for as long as a request has for all of them: a document is not the user's own code, and a pattern may take for ever.</summary>
internal sealed class PatternTime
{
    private TimeSpan _left = JsonRulePattern.Limit;

    /// <summary>Tells whether a text breaks a pattern for certain; what is not decided in time is left to the app.</summary>
    public bool IsRefused(JsonRulePattern pattern, string text)
    {
        if (_left <= TimeSpan.Zero)
        {
            return false;
        }

        long start = Stopwatch.GetTimestamp();
        try
        {
            return pattern.Refuses(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        finally
        {
            _left -= Stopwatch.GetElapsedTime(start);
        }
    }
}
