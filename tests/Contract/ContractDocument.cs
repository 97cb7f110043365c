using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Contract;

/// <summary>A document, read for what its client promises.</summary>
internal static class ContractDocument
{
    /// <summary>Gets the facts of a document; null: it has no client.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">The name that the client and its places are called after.</param>
    /// <param name="kept">The names that a lock keeps; null: none.</param>
    public static EquatableArray<Fact>? Facts(string path, string? name = null, KeptNames? kept = null) =>
        Client(path, name, kept) is { } client ? Surface.Of(client) : null;

    /// <summary>Gets the facts of a text, which has a client.</summary>
    public static EquatableArray<Fact> FactsOf(string text, string name) => Surface.Of(ClientReader.Read(
        name, text, _ => null, DocumentOptions.Default, KeptNames.None, new Findings(), CancellationToken.None).Client!);

    /// <summary>Gets the client of a document; null: it has none.</summary>
    public static ClientModel? Client(string path, string? name = null, KeptNames? kept = null)
    {
        Findings findings = new();
        ReadClient read = ClientReader.Read(
            name ?? Path.GetFileName(path), File.ReadAllText(path), _ => null, DocumentOptions.Default, kept ?? KeptNames.None, findings, CancellationToken.None);
        return read.Client;
    }
}
