using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>What all binders of one document share.</summary>
internal sealed class BindingContext
{
    public BindingContext(
        ApiDocument document, string documentPath, DocumentOptions options, Findings findings, CancellationToken cancellationToken)
    {
        Document = document;
        DocumentName = Path.GetFileName(documentPath.Replace('\\', '/'));
        Options = options;
        Findings = findings;
        CancellationToken = cancellationToken;
        Shared = new SharedTypes(this);
        Budget = new OutputBudget(document.Length);
    }

    public ApiDocument Document { get; }

    /// <summary>Gets the document's file name.</summary>
    public string DocumentName { get; }

    public DocumentOptions Options { get; }

    public Findings Findings { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Gets whether a file can stand inside JSON, as Gradio apps have it.</summary>
    public bool HasFilesInJson { get; init; }

    /// <summary>Gets the names of the namespace's types.</summary>
    public NameScope TypeNames { get; } = new(ReservedNames.Types);

    /// <summary>Gets the types bound so far, by name.</summary>
    public Dictionary<string, TypeModel> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the inline types that stand for more than one place.</summary>
    public SharedTypes Shared { get; }

    /// <summary>Gets how much C# there may be.</summary>
    public OutputBudget Budget { get; }

    public void Add(TypeModel type)
    {
        Types.Add(type.Name, type);
        Budget.Spend(OutputCosts.Of(type));
    }

    /// <summary>Finds a type that is bound already.</summary>
    public T? Find<T>(string? name)
        where T : TypeModel => name is not null && Types.TryGetValue(name, out TypeModel? type) ? type as T : null;

    /// <summary>Spells a place of the document (or of another file, which its pointer names) as the XML documentation names it.</summary>
    public string Source(string pointer) =>
        pointer.Length == 0 || pointer[0] == '/' ? DocumentName + "#" + pointer : pointer;
}
