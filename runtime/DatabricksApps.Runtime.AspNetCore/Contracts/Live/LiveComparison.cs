using System.Text.Json;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Tells what of a document that an app serves is less than a program relies on.</summary>
internal static class LiveComparison
{
    /// <summary>Compares.</summary>
    /// <param name="contract">What the program relies on.</param>
    /// <param name="root">The document.</param>
    /// <returns>A sentence for each, as a build would say it; and how many parts of the document could not be judged.</returns>
    public static (IReadOnlyList<string> Weaker, int Untold) Of(UsedContract contract, JsonElement root)
    {
        LiveDocument document = new(root);
        SchemaViews views = new(document);
        FactIndex was = new(contract.Facts);
        FactSet facts = new(contract.Facts);
        LiveTypes types = new(was, views);
        LiveParts parts = new(contract, was, facts, types, views);
        LiveOperations operations = new(document, contract.BasePath, [.. contract.Facts.Where(fact => fact.Kind == FactKind.Operation).Select(fact => fact.Owner)]);
        LiveCalls calls = new(document, was, facts, types, parts, views);
        foreach (Fact operation in contract.Facts.Where(fact => fact.Kind == FactKind.Operation))
        {
            if (operations.Find(operation.Owner) is { } now)
            {
                calls.Compare(operation, now);
            }
            else
            {
                facts.RemoveAll(operation.Owner);
            }
        }

        parts.CompareTypes();
        EquatableArray<Fact> current = facts.Now;
        Effects effects = new(contract.Facts, current);
        IReadOnlyList<string> weaker = [.. Difference.Of(contract.Facts, current)
            .OrderByDescending(effects.Of)
            .Where(change => effects.Of(change) >= Effect.Wire)
            .Select(change => change.Text)];
        return (weaker, types.Untold);
    }
}
