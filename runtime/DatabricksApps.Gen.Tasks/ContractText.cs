using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DatabricksApps.Gen.Tasks.Reading;
using Microsoft.Build.Framework;

namespace DatabricksApps.Gen.Tasks;

/// <summary>
/// Writes what a program relies on of a document, for the program itself to compare with what the app serves: the lines of the lock
/// that it uses, each with how it does so, and of which document they are.
/// </summary>
internal static class ContractText
{
    public static string Write(ITaskItem document, IReadOnlyList<string> lines, ClientUsage client, AssemblyUsage usage)
    {
        // Whoever references a library may use all of its client.
        bool isOpen = client.IsPublic && !usage.IsProgram;
        StringBuilder text = new();
        text.Append("# What ").Append(usage.AssemblyName).Append(" relies on of what an app serves, for WithContract(). Written by the build.\n");
        Head(text, "client", $"{client.Namespace}.{client.Name}");
        Head(text, "document", document.ItemSpec.Replace('\\', '/'));
        using (FileStream file = File.OpenRead(document.GetMetadata("FullPath")))
        {
            Head(text, "sha256", DocumentHash.Of(file));
        }

        Head(text, "base", document.GetMetadata("BasePath").Trim());
        Head(text, "uses", isOpen ? "all" : "");
        text.Append('\n');
        foreach (string line in isOpen ? lines : Marked(UsedLines.Of(lines, client), client.Names))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void Head(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append('@').Append(name).Append(' ').Append(value).Append('\n');
        }
    }

    private static IEnumerable<string> Marked(IReadOnlyList<string> lines, NamesUsed names)
    {
        HashSet<string> whole = UsedLines.Held(lines, names.Whole);
        foreach (string line in lines)
        {
            LockLine read = new(line);
            string name = $"{read.Owner}.{read.Name}";
            bool isWhole = whole.Contains(read.Owner);
            yield return read.IsMember
                ? line + (isWhole || names.Reads.Contains(name) ? " read" : "") + (isWhole || names.Sets.Contains(name) ? " set" : "")
                : read.IsValue && (isWhole || names.Uses.Contains(name)) ? line + " named"
                : line;
        }
    }
}
