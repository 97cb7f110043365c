using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;

namespace DatabricksApps.Readers;

/// <summary>Reads a document with the generator's reader.</summary>
internal static class OwnReader
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadException">The generator does not take it for a document.</exception>
    public static IReadOnlySet<Fact> Read(string path, string text)
    {
        Findings findings = new();
        ReadResult result = DocumentReader.Read(path, text, _ => null, findings, CancellationToken.None);
        if (result.Document is not { } document)
        {
            throw new UnreadException(string.Join("; ", findings.Items.Select(finding => $"{finding.Id}: {finding.Message}")));
        }

        DocumentFacts facts = new();
        AddAll(facts, "", document.Operations);
        AddAll(facts, "webhook ", document.Webhooks);
        return facts.Items;
    }

    private static void AddAll(DocumentFacts facts, string owner, IEnumerable<ApiOperation> operations)
    {
        foreach (ApiOperation operation in operations)
        {
            Add(facts, owner, operation);
        }
    }

    private static void Add(DocumentFacts facts, string owner, ApiOperation operation)
    {
        string name = facts.AddOperation(owner, operation.Method, operation.Path, operation.OperationId);
        foreach (ApiParameter parameter in operation.Parameters)
        {
            facts.AddParameter(
                name, parameter.In, parameter.Name, parameter.IsRequired, parameter.Style, parameter.Explode, parameter.ContentType);
        }

        if (operation.RequestBody is { } body)
        {
            facts.AddBody(name, body.IsRequired, Names(body.Content));
        }

        foreach (ApiResponse response in operation.Responses)
        {
            facts.AddResponse(name, response.StatusCode, Names(response.Content));
        }

        AddAll(facts, name + " callback ", operation.Callbacks);
    }

    private static IEnumerable<string> Names(IEnumerable<ApiMediaType> content) => content.Select(mediaType => mediaType.Name);
}
