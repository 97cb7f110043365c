using System.Text;
using DatabricksApps.Tool.Fetching;

namespace DatabricksApps.Tool.Documents;

/// <summary>The file that a document is written to where the user names none: after the app, as the workspace knows it, else after its title.</summary>
internal static class DocumentName
{
    private const string AppsDomain = ".databricksapps.com";

    public static string Of(AppSource source, ApiDocument document)
    {
        // A mounted Gradio app is one of several.
        string name = (document.Kind == DocumentKind.Gradio ? Spell(source.Root[(source.Root.LastIndexOf('/') + 1)..]) : null)
            ?? source.App ?? NameIn(source.Address!) ?? Spell(document.Title) ?? "app";
        return name + (document.Kind == DocumentKind.Gradio ? ".gradio.json" : document.IsYaml ? ".openapi.yaml" : ".openapi.json");
    }

    // An app's host begins with its name and the number of its workspace.
    private static string? NameIn(Uri address)
    {
        string label = address.Host.Split('.')[0];
        int dash = label.LastIndexOf('-');
        return address.Host.EndsWith(AppsDomain, StringComparison.OrdinalIgnoreCase) && dash > 0 && label.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? label[..dash]
            : null;
    }

    private static string? Spell(string? title)
    {
        StringBuilder name = new();
        foreach (char character in (title ?? "").ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(character);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        string spelled = name.ToString().Trim('-');
        return spelled.Length == 0 ? null : spelled[..Math.Min(spelled.Length, 60)];
    }
}
