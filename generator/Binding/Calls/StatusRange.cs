using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Reads the keys of <c>responses</c>.</summary>
internal static class StatusRange
{
    /// <summary>Gets the status codes of <c>200</c> or <c>4XX</c>; null for <c>default</c> and anything else.</summary>
    public static (int First, int Last)? Of(string statusCode)
    {
        if (int.TryParse(statusCode, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= 100 and <= 599)
        {
            return (code, code);
        }

        return statusCode.Length == 3 && statusCode[0] is >= '1' and <= '5' && statusCode.Substring(1).ToUpperInvariant() == "XX"
            ? ((statusCode[0] - '0') * 100, ((statusCode[0] - '0') * 100) + 99)
            : null;
    }

    /// <summary>Gets what is left of a range without some codes in it.</summary>
    public static IEnumerable<(int First, int Last)> Without((int First, int Last) range, IEnumerable<int> codes)
    {
        int first = range.First;
        foreach (int code in codes.Where(code => code >= range.First && code <= range.Last).OrderBy(code => code))
        {
            if (code > first)
            {
                yield return (first, code - 1);
            }

            first = code + 1;
        }

        if (first <= range.Last)
        {
            yield return (first, range.Last);
        }
    }
}
