using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DatabricksApps.Gen.Tasks.Reading;
using Microsoft.Build.Framework;

namespace DatabricksApps.Gen.Tasks;

/// <summary>Writes what is used of a client: JSON, a line for each name, in the same order each time.</summary>
internal static class UsageFile
{
    public static string Write(ITaskItem document, IReadOnlyList<string> lines, ClientUsage client, AssemblyUsage usage)
    {
        StringBuilder text = new("{\n");
        NamesUsed names = client.Names;
        Property(text, "document", document.ItemSpec.Replace('\\', '/'));
        Property(text, "client", $"{client.Namespace}.{client.Name}");
        Property(text, "assembly", usage.AssemblyName);

        // Others see what is public, and nobody else runs an assembly without an entry point.
        text.Append("  \"open\": ").Append(client.IsPublic && !usage.IsProgram ? "true" : "false").Append(",\n");
        Property(text, "basePath", document.GetMetadata("BasePath").Trim());
        Property(text, "mediaTypes", document.GetMetadata("MediaTypes").Trim());
        Property(text, "paging", document.GetMetadata("Paging").Trim());
        List(text, "calls", Sorted(client.Calls), ",");
        List(text, "reads", Sorted(names.Reads), ",");
        List(text, "sets", Sorted(names.Sets), ",");
        List(text, "uses", Sorted(names.Uses), ",");
        List(text, "types", Sorted(names.Types), ",");
        List(text, "whole", Sorted(names.Whole), ",");
        List(text, "facts", UsedLines.Of(lines, client), "");
        return text.Append("}\n").ToString();
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => names.OrderBy(name => name, StringComparer.Ordinal).ToList();

    private static void Property(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("  \"").Append(name).Append("\": ");
            Quote(text, value);
            text.Append(",\n");
        }
    }

    private static void List(StringBuilder text, string name, IReadOnlyList<string> values, string end)
    {
        text.Append("  \"").Append(name).Append("\": [");
        for (int i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "\n    " : ",\n    ");
            Quote(text, values[i]);
        }

        text.Append(values.Count == 0 ? "]" : "\n  ]").Append(end).Append('\n');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c is '"' or '\\' ? text.Append('\\').Append(c)
                : char.IsControl(c) || char.IsSurrogate(c) ? text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture))
                : text.Append(c);
        }

        text.Append('"');
    }
}
