using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DatabricksApps.Auth;

/// <summary>
/// Hashes what tells one identity from all others: each text with its length, so that none can pass for two, and unit by
/// unit, since an encoding makes all texts that are not valid the same. The hash shows no secret.
/// </summary>
internal static class IdentityHash
{
    /// <summary>Hashes texts; a missing one differs from an empty one.</summary>
    public static string Of(IEnumerable<string?> parts)
    {
        StringBuilder text = new();
        foreach (string? part in parts)
        {
            text.Append(part?.Length ?? -1).Append(':').Append(part);
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<char>(text.ToString())));
    }
}
