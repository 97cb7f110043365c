using System.Text;
using System.Xml;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Projects;

/// <summary>What the project now says of a document.</summary>
/// <param name="Item">The item; null: nothing had to be changed.</param>
/// <param name="Hint">What the project lacks; null: nothing.</param>
/// <param name="Document">The document as MSBuild sees it; null: not yet, because the project is not restored.</param>
internal sealed record ItemChange(string? Item, Failure? Hint, ProjectItem? Document);

/// <summary>Lets a project say where a document comes from, and looks whether MSBuild understands it so.</summary>
internal static class ItemSource
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] s_globbed = [".openapi.json", ".openapi.yaml", ".openapi.yml", ".gradio.json"];

    /// <summary>Sets it.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="document">The document's full path.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="cancellationToken">Cancels it, and leaves the project as it was.</param>
    /// <exception cref="ToolException">The project cannot be changed so; it is as it was.</exception>
    public static async Task<ItemChange> SetAsync(string project, string document, AppSource source, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(project)!;
        string identity = Path.GetRelativePath(folder, document).Replace('\\', '/');
        string app = source.App ?? "";
        ProjectItems items = await MsBuild.ReadAsync(project, cancellationToken);
        Failure? hint = Hint(project, items);
        if (items.Find(document) is { } present && present.Url == source.Url && present.App == app)
        {
            return new ItemChange(null, hint, present);
        }

        // A project that is not restored does not know the glob yet.
        bool isKnown = items.Find(document) is not null
            || (!items.HasGenerator && !identity.StartsWith("..", StringComparison.Ordinal) && s_globbed.Any(end => identity.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
        byte[] before = await File.ReadAllBytesAsync(project, cancellationToken);
        string byHand = $"add it yourself, within an ItemGroup of the project: {ProjectEdit.Item(identity, isKnown, source.Url, app)}";
        bool hasMark = before.AsSpan().StartsWith("\uFEFF"u8);
        (string Text, string Item) edited;
        try
        {
            edited = ProjectEdit.Set(s_strict.GetString(before, hasMark ? 3 : 0, before.Length - (hasMark ? 3 : 0)), IsDocument, identity, isKnown, source.Url, app);
        }
        catch (Exception exception) when (exception is XmlException or FormatException or DecoderFallbackException)
        {
            throw new ToolException($"{Path.GetFileName(project)} cannot be changed: {exception.Message}", null, byHand);
        }

        byte[] bytes = Encoding.UTF8.GetBytes((hasMark ? "\uFEFF" : "") + edited.Text);
        await AtomicFile.WriteAsync(project, bytes, cancellationToken);
        ProjectItem? now;
        try
        {
            now = (await MsBuild.ReadAsync(project, cancellationToken)).Find(document);

            // An Update of what only the package will bring cannot be seen before that is restored.
            bool isSeen = now is not null ? now.Url == source.Url && now.App == app : isKnown && !items.HasGenerator;
            if (!isSeen)
            {
                throw new ToolException(
                    $"{Path.GetFileName(project)} is left as it was: MSBuild does not see the source of {identity} that was written there",
                    "a later line of the project, a condition or an imported file says something else.",
                    byHand);
            }
        }
        catch
        {
            await AtomicFile.WriteAsync(project, before, CancellationToken.None);
            throw;
        }

        return new ItemChange(edited.Item, hint, now);

        bool IsDocument(string path)
        {
            try
            {
                return string.Equals(Path.GetFullPath(path.Replace('\\', '/'), folder), document, PathRules.Comparison);
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    private static Failure? Hint(string project, ProjectItems items) =>
        items.HasGenerator ? null
        : items.References ? new Failure($"{Path.GetFileName(project)} is not restored", null, "dotnet build restores it and generates the client.")
        : new Failure($"{Path.GetFileName(project)} does not reference DatabricksApps.Gen, which generates the client", null, "dotnet add package DatabricksApps.Gen");
}
