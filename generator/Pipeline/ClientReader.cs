using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Binding.Gradio;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Documents;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>A client, and where its document says what.</summary>
/// <param name="Client">The client; null: the document has none (a finding says why).</param>
/// <param name="Positions">Where each JSON pointer stands in the text.</param>
/// <param name="Files">The other files that were read, by what stands before <c>#</c> in pointers.</param>
internal sealed record ReadClient(ClientModel? Client, IPositions Positions, IReadOnlyDictionary<string, ReferencedFile> Files);

/// <summary>Reads a document and binds its client, for the compiler and for the tool.</summary>
internal static class ClientReader
{
    /// <param name="path">The document's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="open">Gives the text of another file; null: there is none.</param>
    /// <param name="options">The metadata of its item.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="findings">Takes what the user should know.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ReadClient Read(
        string path,
        string text,
        Func<string, string?> open,
        DocumentOptions options,
        KeptNames kept,
        Findings findings,
        CancellationToken cancellationToken)
    {
        if (GradioReader.TryRead(path, text, findings, cancellationToken) is { } gradio)
        {
            return new ReadClient(
                GradioBinder.Bind(gradio.Document, path, options, kept, findings, cancellationToken),
                gradio.Positions,
                ImmutableDictionary<string, ReferencedFile>.Empty);
        }

        ReadResult read = DocumentReader.Read(path, text, open, findings, cancellationToken);
        if (read.Document is not null)
        {
            GradioOpenApi.Report(read.Document, findings);
        }

        return new ReadClient(
            read.Document is null ? null : ClientBinder.Bind(read.Document, path, options, kept, findings, cancellationToken),
            read.Positions,
            read.Files);
    }
}
