using System;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Input;

/// <summary>The locks of a project's documents.</summary>
internal sealed record ProjectLocks(EquatableArray<ProjectLock> All);

/// <summary>What was accepted of a document: the file beside it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Path">Its path, with slashes.</param>
internal sealed record ProjectLock(AdditionalText Source, string Path)
{
    public const string Extension = ".lock";

    public static bool IsPossible(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public static ProjectLock From(AdditionalText file) => new(file, FilePaths.Normalize(file.Path));

    /// <summary>Gets the path of the lock of a document: <c>inventory.openapi.lock</c> of <c>inventory.openapi.json</c>.</summary>
    public static string PathOf(string document)
    {
        int dot = document.LastIndexOf('.');
        int folder = document.LastIndexOfAny(new[] { '/', '\\' });
        return (dot > folder ? document.Substring(0, dot) : document) + Extension;
    }
}
