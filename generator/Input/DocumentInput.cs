using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Input;

/// <summary>A document that the user gave.</summary>
/// <param name="Source">The file. The compiler makes a new one when, and only when, its text may have changed.</param>
/// <param name="Options">The metadata of its item.</param>
/// <param name="Findings">What is wrong with the metadata.</param>
internal sealed record DocumentInput(AdditionalText Source, DocumentOptions Options, EquatableArray<Finding> Findings)
{
    /// <summary>Gets the other files that it may refer to, directly or through one of them.</summary>
    public EquatableArray<ProjectFile> Others { get; init; }

    /// <summary>Gets what was accepted of it; null: nothing.</summary>
    public ProjectLock? Lock { get; init; }

    /// <summary>Gets whether each of its changes has to be accepted before the project builds.</summary>
    public bool MustBeAccepted { get; init; }

    /// <summary>Gets whether another file names this one, which then need be no whole document.</summary>
    public bool IsReferredTo { get; init; }

    /// <summary>The metadata that the targets put on documents, so that other additional files are left alone.</summary>
    private const string Marker = "build_metadata.AdditionalFiles.DatabricksAppDocument";

    private const string RequireAccepted = "build_property.DatabricksAppsRequireAccepted";

    public string Path => Source.Path;

    /// <summary>Reads the text; null if the file cannot be read.</summary>
    public SourceText? ReadText(CancellationToken cancellationToken) => Source.GetText(cancellationToken);

    /// <summary>Makes an input of an additional file; null if the file is no document of ours.</summary>
    public static DocumentInput? From(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        if (!metadata.TryGetValue(Marker, out string? marker) || marker != "true")
        {
            return null;
        }

        Findings findings = new();
        DocumentOptions read = new DocumentOptionsReader(metadata, options.GlobalOptions, findings).Read();
        return new DocumentInput(file, read, findings.Items.ToEquatableArray())
        {
            MustBeAccepted = options.GlobalOptions.TryGetValue(RequireAccepted, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>Adds what the project's other files mean for this one.</summary>
    /// <param name="files">The files of the project that can be referred to.</param>
    /// <param name="locks">The locks of the project's documents.</param>
    public DocumentInput With(ProjectFiles files, ProjectLocks locks)
    {
        string path = FilePaths.Normalize(Path);
        string lockPath = ProjectLock.PathOf(path);
        return this with
        {
            Lock = locks.All.FirstOrDefault(one => one.Path == lockPath),
            Others = FindOthers(path, files.All).ToEquatableArray(),
            IsReferredTo = files.All.Any(file => file.Path != path && file.Named.Contains(path)),
        };
    }

    private static IEnumerable<ProjectFile> FindOthers(string path, EquatableArray<ProjectFile> files)
    {
        ProjectFile? document = files.FirstOrDefault(file => file.Path == path);
        if (document is null || document.Named.IsEmpty)
        {
            return Enumerable.Empty<ProjectFile>();
        }

        HashSet<string> found = new(StringComparer.Ordinal) { path };
        Queue<ProjectFile> open = new();
        open.Enqueue(document);
        while (open.Count > 0)
        {
            ProjectFile current = open.Dequeue();
            foreach (ProjectFile file in files.Where(file => current.Named.Contains(file.Path) && found.Add(file.Path)))
            {
                open.Enqueue(file);
            }
        }

        return files.Where(file => file.Path != path && found.Contains(file.Path));
    }
}
