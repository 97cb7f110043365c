using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DatabricksApps.Gen.Tasks;

/// <summary>
/// Tells whether two documents are the same, by a hash of their bytes without the blanks between values: an app serves a document
/// in one line, which stands in a project with a line for each value.
/// </summary>
internal static class DocumentHash
{
    private const int Size = 16 * 1024;

    /// <summary>Gets the hash of a document.</summary>
    public static string Of(Stream document)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] read = new byte[Size], kept = new byte[Size];
        bool isText = false, isEscaped = false;
        int count;
        while ((count = document.Read(read, 0, read.Length)) > 0)
        {
            int length = 0;
            for (int i = 0; i < count; i++)
            {
                byte one = read[i];
                if (isText || !IsBlank(one))
                {
                    kept[length++] = one;
                }

                isText ^= one == '"' && !isEscaped;
                isEscaped = isText && one == '\\' && !isEscaped;
            }

            hash.AppendData(kept, 0, length);
        }

        StringBuilder text = new();
        foreach (byte one in hash.GetHashAndReset())
        {
            text.Append(one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    // With the mark that some editors begin a file with.
    private static bool IsBlank(byte one) => one is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF;
}
