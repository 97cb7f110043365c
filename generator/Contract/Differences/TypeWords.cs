using System.Collections.Generic;
using System.Text;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Replaces names of types in the word for a type, such as <c>{Item[]}?</c>.</summary>
internal static class TypeWords
{
    public static string Replace(string word, Dictionary<string, string> names)
    {
        StringBuilder replaced = new(word.Length);
        int start = 0;
        for (int i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && (char.IsLetterOrDigit(word[i]) || word[i] == '_'))
            {
                continue;
            }

            string part = word.Substring(start, i - start);
            replaced.Append(names.TryGetValue(part, out string? name) ? name : part);
            if (i < word.Length)
            {
                replaced.Append(word[i]);
            }

            start = i + 1;
        }

        return replaced.ToString();
    }
}
