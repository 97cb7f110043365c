using System.IO;
using System.Threading;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;

namespace DatabricksApps.Gen.Binding.Context;

/// <summary>What all passes over one document share.</summary>
internal sealed class BindingContext
{
    public BindingContext(
        long length, string documentPath, DocumentOptions options, KeptNames kept, Findings findings, CancellationToken cancellationToken)
    {
        DocumentName = Path.GetFileName(documentPath.Replace('\\', '/'));
        Options = options;
        Kept = kept;
        Findings = findings;
        CancellationToken = cancellationToken;
        TypeBudget = new OutputBudget(length);
        OperationBudget = new OutputBudget(length);
    }

    /// <summary>Gets the document's file name.</summary>
    public string DocumentName { get; }

    public DocumentOptions Options { get; }

    /// <summary>Gets the names that a lock keeps.</summary>
    public KeptNames Kept { get; }

    /// <summary>Gets what the user should know.</summary>
    public Findings Findings { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Gets how much C# the types may become.</summary>
    public OutputBudget TypeBudget { get; }

    /// <summary>Gets how much C# the operations may become.</summary>
    public OutputBudget OperationBudget { get; }

    /// <summary>Spells a place of the document (or of another file, which its pointer names) as the XML documentation names it.</summary>
    public string Source(string pointer) =>
        pointer.Length == 0 || pointer[0] == '/' ? DocumentName + "#" + pointer : pointer;
}
