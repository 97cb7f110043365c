using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>Fetches the document of an item from where the item says that it comes from.</summary>
internal static class ItemFetch
{
    public static async Task<FoundDocument> RunAsync(
        ToolContext context, Output output, ProjectItem item, SignIn signIn, CancellationToken cancellationToken)
    {
        AppSource source = AppSource.OfItem(item.Url, item.App)!;
        DocumentKind? kind = (await DocumentFile.ReadAsync(item.FullPath, cancellationToken))?.Document?.Kind ?? DocumentFile.KindOf(item.FullPath);
        SignIn who = signIn.Scopes.Length > 0 ? signIn : signIn with { Scopes = item.Scopes };
        return await output.WhileAsync(
            $"Fetching {context.Show(item.FullPath)} from {source}", () => AppDocuments.FindAsync(source, who, kind, cancellationToken));
    }
}
