using System.Collections.Generic;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>Collects what is found while a document is read and bound: each kind by its name.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _items = new();

    public IReadOnlyList<Finding> Items => _items;

    /// <summary>Adds what was found before.</summary>
    public void Add(Finding finding) => _items.Add(finding);

    /// <summary>Adds what a pass has found.</summary>
    public void Add(Findings findings) => _items.AddRange(findings._items);

    /// <summary>Tells that the metadata of the document's item is not valid.</summary>
    public void BadMetadata(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.BadMetadata, pointer, message));

    /// <summary>Tells that an operation has no method.</summary>
    public void OperationSkipped(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.OperationSkipped, pointer, message));

    /// <summary>Tells that a schema becomes <c>JsonElement</c>.</summary>
    public void Untyped(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.Untyped, pointer, message));

    /// <summary>Tells that a reference points at nothing.</summary>
    public void DanglingReference(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.DanglingReference, pointer, message));

    /// <summary>Tells that a parameter of a path is not declared.</summary>
    public void UndeclaredPathParameter(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.UndeclaredPathParameter, pointer, message));

    /// <summary>Tells that the document is not valid, and how it was read.</summary>
    public void Repaired(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.Repaired, pointer, message));

    /// <summary>Tells that a C# name was taken already.</summary>
    public void Renamed(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.Renamed, pointer, message));

    /// <summary>Tells that a default is left to the server.</summary>
    public void DefaultIgnored(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.DefaultIgnored, pointer, message));

    /// <summary>Tells that a part of the document has no effect on the client.</summary>
    public void Ignored(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.Ignored, pointer, message));

    /// <summary>Tells that a filter of the document's item matches nothing.</summary>
    public void FilterWithoutMatch(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.FilterWithoutMatch, pointer, message));

    /// <summary>Tells that a list may come in pages, of which the document leaves doubt.</summary>
    public void PagingUnclear(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.PagingUnclear, pointer, message));

    /// <summary>Tells that routes lie where no token is taken.</summary>
    public void OutsideApi(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.OutsideApi, pointer, message));

    /// <summary>Tells that the host of a server is ignored.</summary>
    public void ServerIgnored(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.ServerIgnored, pointer, message));

    /// <summary>Tells that the app asks for a header that the front door consumes.</summary>
    public void AuthorizationConsumed(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.AuthorizationConsumed, pointer, message));

    /// <summary>Tells that the document is the one of a Gradio app that types none of its calls.</summary>
    public void GradioOpenApi(string pointer, MessageText message) => Add(Finding.Of(DiagnosticDescriptors.GradioOpenApi, pointer, message));
}
