using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DatabricksApps.Gen.Tasks.Reading;
using Microsoft.Build.Framework;

namespace DatabricksApps.Gen.Tasks;

/// <summary>Finds the client of a document: the generator names it after the item, else the file, else the document's title.</summary>
internal static class DocumentClients
{
    private const string Client = "Client";

    public static IReadOnlyList<(ITaskItem Document, ClientUsage? Client)> Match(IReadOnlyList<ITaskItem> documents, IReadOnlyList<ClientUsage> clients)
    {
        Dictionary<ITaskItem, ClientUsage> found = new();
        List<ClientUsage> left = clients.ToList();
        foreach (Func<ITaskItem, string> name in new Func<ITaskItem, string>[] { NameOf, TitleOf })
        {
            foreach (ITaskItem document in documents.Where(document => !found.ContainsKey(document)))
            {
                string wanted = Plain(name(document));
                List<ClientUsage> alike = left.Where(client => Plain(WithoutClient(client.Name)) == wanted && IsIn(client, document)).ToList();
                if (wanted.Length > 0 && alike.Count == 1)
                {
                    found.Add(document, alike[0]);
                    left.Remove(alike[0]);
                }
            }
        }

        List<ITaskItem> open = documents.Where(document => !found.ContainsKey(document)).ToList();
        if (open.Count == 1 && left.Count == 1)
        {
            found.Add(open[0], left[0]);
        }

        return documents.Select(document => (document, found.TryGetValue(document, out ClientUsage? client) ? client : null)).ToList();
    }

    private static string NameOf(ITaskItem document)
    {
        string given = document.GetMetadata("ClientName");
        string file = Path.GetFileNameWithoutExtension(document.ItemSpec);
        string stem = Path.GetExtension(file).ToUpperInvariant() is ".OPENAPI" or ".GRADIO" ? Path.GetFileNameWithoutExtension(file) : file;
        return given.Length > 0 ? WithoutClient(given) : stem;
    }

    // As a last resort, and only to choose among clients that there are: the first title is that of the document.
    private static string TitleOf(ITaskItem document) =>
        Regex.Match(File.ReadAllText(document.GetMetadata("FullPath")), "\"?\\btitle\"?\\s*:\\s*[\"']?([^\"'\\r\\n]+)").Groups[1].Value;

    private static bool IsIn(ClientUsage client, ITaskItem document) =>
        document.GetMetadata("Namespace") is not { Length: > 0 } space || space == client.Namespace;

    private static string WithoutClient(string name) =>
        name.Length > Client.Length && name.EndsWith(Client, StringComparison.Ordinal) ? name.Substring(0, name.Length - Client.Length) : name;

    // What a name has whichever way it is spelled in C#.
    private static string Plain(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray());
}
