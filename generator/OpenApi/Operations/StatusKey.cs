using System;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>The keys of <c>responses</c>: a status code, a range such as <c>4XX</c>, <c>default</c> (OpenAPI, "Responses Object").</summary>
internal static class StatusKey
{
    /// <summary>Reads a key as it was likely meant: <c>20x</c> is a range, <c>200 OK</c> a code; null if it is neither.</summary>
    public static string? Read(string key)
    {
        string trimmed = key.Trim();
        if (string.Equals(trimmed, "default", StringComparison.OrdinalIgnoreCase))
        {
            return "default";
        }

        bool isCode = trimmed.Length >= 3 && trimmed[0] is >= '1' and <= '5' && IsPlace(trimmed[1]) && IsPlace(trimmed[2])
            && (trimmed.Length == 3 || !char.IsLetterOrDigit(trimmed[3]));
        if (!isCode)
        {
            return null;
        }

        return char.IsDigit(trimmed[1]) && char.IsDigit(trimmed[2]) ? trimmed.Substring(0, 3) : trimmed[0] + "XX";
    }

    /// <summary>Tells whether two keys are one but for upper and lower case, which nobody needs to be told of.</summary>
    public static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlace(char c) => c is (>= '0' and <= '9') or 'x' or 'X';
}
