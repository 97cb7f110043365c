using System;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Gen.Input;

/// <summary>Reads the metadata of an item back from what the targets made of it for the compiler.</summary>
/// <remarks>Metadata that is not valid gives a finding and counts as not given.</remarks>
internal sealed class DocumentOptionsReader
{
    private readonly AnalyzerConfigOptions _metadata;
    private readonly AnalyzerConfigOptions _project;
    private readonly Findings _findings;

    public DocumentOptionsReader(AnalyzerConfigOptions metadata, AnalyzerConfigOptions project, Findings findings)
    {
        _metadata = metadata;
        _project = project;
        _findings = findings;
    }

    public DocumentOptions Read() => new(
        ClientName: ReadIdentifier("ClientName"),
        Namespace: ReadNamespace(),
        RootNamespace: ReadRootNamespace(),
        IsPublic: ReadIsPublic(),
        IncludeOperations: ReadList("IncludeOperations"),
        IncludeTags: ReadList("IncludeTags"),
        IncludePaths: ReadList("IncludePaths"),
        ExcludePaths: ReadList("ExcludePaths"),
        BasePath: ReadBasePath(),
        MediaTypes: ReadList("MediaTypes"),
        Scopes: ReadList("Scopes"))
    {
        Paging = ReadList("Paging"),
        CheckRequests = ReadFlag("CheckRequests"),
    };

    private string? ReadIdentifier(string name)
    {
        string? value = ReadText(name);
        return value is null || SyntaxFacts.IsValidIdentifier(value)
            ? value
            : Reject(name, value, "is not a C# identifier");
    }

    private string? ReadNamespace()
    {
        string? value = ReadText("Namespace");
        return value is null || value.Split('.').All(SyntaxFacts.IsValidIdentifier)
            ? value
            : Reject("Namespace", value, "is not a C# namespace");
    }

    private bool ReadIsPublic()
    {
        string? value = ReadText("Accessibility");
        bool isInternal = string.Equals(value, "internal", StringComparison.OrdinalIgnoreCase);
        if (value is not null && !isInternal && !string.Equals(value, "public", StringComparison.OrdinalIgnoreCase))
        {
            Reject("Accessibility", value, "is neither public nor internal");
        }

        return !isInternal;
    }

    private bool ReadFlag(string name)
    {
        string? value = ReadText(name);
        bool isTrue = string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
        if (value is not null && !isTrue && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase))
        {
            Reject(name, value, "is neither true nor false");
        }

        return isTrue;
    }

    // What cannot stand before every route would become a part of each: a URL whose host is none, a query without an end.
    private string? ReadBasePath()
    {
        string? value = ReadText("BasePath");
        if (value is null)
        {
            return null;
        }

        int firstSegment = value.IndexOf('/');
        bool isUrl = value.StartsWith("//", StringComparison.Ordinal)
            || value.IndexOf(':') is >= 0 and int colon && (firstSegment < 0 || colon < firstSegment);
        string? reason = isUrl ? "is a URL, where a path is asked for: the options of the client say where the app is"
            : value.IndexOf('?') >= 0 || value.IndexOf('#') >= 0 ? "has a query or a fragment, which cannot stand before a path"
            : value.IndexOf('\\') >= 0 ? "has a backslash, where a path of the app has slashes"
            : null;
        return reason is null ? value : Reject("BasePath", value, reason);
    }

    /// <summary>Reads the project's root namespace, which need not be a namespace: it is often the file name of the project.</summary>
    private string? ReadRootNamespace() =>
        _project.TryGetValue("build_property.RootNamespace", out string? value) && value.Trim().Length > 0
            ? string.Join(".", value.Trim().Split('.').Where(part => part.Length > 0).Select(ToIdentifier))
            : null;

    private static string ToIdentifier(string part)
    {
        string replaced = new(part.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_').ToArray());
        return SyntaxFacts.IsIdentifierStartCharacter(replaced[0]) ? replaced : "_" + replaced;
    }

    private EquatableArray<string> ReadList(string name) =>
        (ReadEscaped(name) ?? "")
            .Split('|')
            .Select(item => Unescape(item).Trim())
            .Where(item => item.Length > 0)
            .ToEquatableArray();

    private string? ReadText(string name)
    {
        // A value that is not a list may have a ';' of its own, which the targets cannot know.
        string value = Unescape((ReadEscaped(name) ?? "").Replace('|', ';')).Trim();
        return value.Length > 0 ? value : null;
    }

    private string? ReadEscaped(string name)
    {
        if (!_metadata.TryGetValue("build_metadata.AdditionalFiles.DatabricksApp" + name, out string? value))
        {
            return null;
        }

        // MSBuild leaves the expression as it is if the value has the expression's own quote.
        return value.StartsWith("$([System.String]::Copy(", StringComparison.Ordinal)
            ? Reject(name, "`", "cannot be part of it")
            : value;
    }

    private static string Unescape(string value) =>
        value.Replace("{hash}", "#").Replace("{bar}", "|").Replace("{open}", "{");

    private string? Reject(string name, string value, string reason)
    {
        _findings.BadMetadata("", $"{name} '{value}' {reason}");
        return null;
    }
}
