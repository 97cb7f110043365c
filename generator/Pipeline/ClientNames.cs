using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>The names that a document's client declares.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="ClientName">The client class.</param>
/// <param name="Namespace">The namespace of all its types.</param>
/// <param name="Types">Its other types.</param>
internal sealed record ClientNames(string Path, string ClientName, string Namespace, EquatableArray<string> Types)
{
    public static ClientNames Of(DocumentResult bound)
    {
        ClientModel client = bound.Client!;
        IEnumerable<string> types = client.Types.Select(type => type.Name)
            .Concat(client.Groups.Select(group => group.ClassName).Where(name => name != client.ClientName))
            .Concat(new[] { client.JsonName });
        return new ClientNames(bound.Path, client.ClientName, client.Namespace, types.ToEquatableArray());
    }

    /// <summary>Finds the documents whose client cannot stand beside that of another document.</summary>
    /// <returns>A diagnostic for each document that is left out.</returns>
    public static EquatableArray<DiagnosticInfo> FindSame(ImmutableArray<ClientNames> clients)
    {
        List<ClientNames> kept = new();
        List<DiagnosticInfo> leftOut = new();

        // Not the order of the items: that of a glob is the file system's.
        foreach (ClientNames client in clients.OrderBy(client => client.Path, StringComparer.Ordinal))
        {
            string? reason = kept.Select(client.FindClash).FirstOrDefault(clash => clash is not null);
            if (reason is null)
            {
                kept.Add(client);
            }
            else
            {
                leftOut.Add(DiagnosticPlacement.AtStart(
                    Finding.Of(DiagnosticDescriptors.SameClient, "", reason), client.Path));
            }
        }

        return leftOut.ToEquatableArray();
    }

    private string? FindClash(ClientNames other)
    {
        string file = MessageText.Spell($"{System.IO.Path.GetFileName(other.Path)}");

        // In any namespace, because the methods that register clients share one; and in any case, because file names do.
        if (string.Equals(ClientName, other.ClientName, StringComparison.OrdinalIgnoreCase))
        {
            return $"{file} gives the client {other.ClientName} too; give this document another ClientName";
        }

        string? type = Namespace == other.Namespace ? Types.Intersect(other.Types).FirstOrDefault() : null;
        return type is null
            ? null
            : $"{file} gives a type {type} in the namespace {Namespace} too; give this document another Namespace";
    }
}
