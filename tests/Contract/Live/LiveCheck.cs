using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.AspNetCore.Contracts;
using DatabricksApps.AspNetCore.Contracts.Live;
using DatabricksApps.Contract.Mutations;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Contract.Live;

/// <summary>
/// Changes a document in one way, and looks whether a running program that uses all of it says what the build would say, or nothing:
/// it reads the document without the generator.
/// </summary>
internal sealed class LiveCheck
{
    private readonly MutationCheck _document;
    private readonly UsedContract _contract;

    private LiveCheck(MutationCheck document)
    {
        _document = document;
        _contract = ContractOf(document.Facts);
    }

    /// <summary>Reads a document; null: it has no client, or is none of OpenAPI 3.</summary>
    public static LiveCheck? Of(string name, string text) => MutationCheck.Of(name, text) is { } document ? new LiveCheck(document) : null;

    /// <summary>Gets what a program relies on that uses all of a client.</summary>
    public static UsedContract ContractOf(EquatableArray<Fact> facts) => UsedContract.Parse("@uses all\n" + LockFile.Write("depot.openapi.json", facts));

    /// <summary>Gets what is told of a document that is served.</summary>
    public IReadOnlyList<string> Told(string json, out int untold)
    {
        using JsonDocument served = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        (IReadOnlyList<string> told, untold) = LiveComparison.Of(_contract, served.RootElement);
        return told;
    }

    /// <summary>Gets how many facts there are.</summary>
    public int Count => _contract.Facts.Count;

    /// <summary>Changes the document, and compares.</summary>
    /// <param name="mutation">What is changed.</param>
    /// <param name="turn">Which of the places of the document is taken.</param>
    /// <param name="why">What is told wrongly.</param>
    public LiveOutcome Run(Mutation mutation, int turn, out string why)
    {
        why = "";
        if (_document.Change(mutation, turn) is not (var changed, var made) || _document.FactsOf(changed) is not { } now)
        {
            return LiveOutcome.None;
        }

        Effects effects = new(_document.Facts, now);
        IReadOnlyList<Change> changes = Difference.Of(_document.Facts, now);
        IReadOnlyList<string> told = Told(changed.ToJsonString(), out _);
        string[] wrong = [.. told.Where(text => !changes.Any(change => Says(change, text) || Says(change, WithNames(text, changes))))];
        if (wrong.Length > 0)
        {
            why = $"told: {string.Join("; ", wrong.Take(3))} - the build says: {string.Join("; ", changes.Take(4).Select(change => change.Text))}";
            return LiveOutcome.Wrong;
        }

        bool isExpected = changes.Any(change => change.Key == made.Key && effects.Of(change) >= Effect.Wire);
        return told.Count > 0 ? LiveOutcome.Told : isExpected ? LiveOutcome.Missed : LiveOutcome.Silent;
    }

    // A program has the names of types that it was built with.
    private static string WithNames(string text, IReadOnlyList<Change> changes) => changes
        .Where(change => change is { Kind: "name.changed", Before.Kind: FactKind.Type })
        .Aggregate(text, (told, change) => told.Replace($" of {change.Before!.Owner} ", $" of {change.After!.Owner} ", StringComparison.Ordinal));

    // Where a route went a program does not know that has it alone, nor always what has another name now; and of another type it
    // says what of the former one is not in it.
    private static bool Says(Change change, string text) =>
        change.Text == text
        || (change.Kind == "operation.moved" && text == $"{change.Before!.Owner} is gone")
        || (change.Kind.EndsWith(".renamed", StringComparison.Ordinal) && text.StartsWith($"{change.Before!.Subject} is gone", StringComparison.Ordinal))
        || (change.Kind.EndsWith(".type", StringComparison.Ordinal) && text.Contains($" of {change.Before!.Type!.Trim('?', '[', ']', '{', '}')} ", StringComparison.Ordinal));
}
