using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes a document in one way, and looks whether that is what the difference says.</summary>
internal sealed class MutationCheck
{
    private readonly string _name;
    private readonly JsonObject _root;
    private readonly ClientModel _client;
    private readonly EquatableArray<Fact> _facts;
    private readonly KeptNames _kept;

    private MutationCheck(string name, JsonObject root, ClientModel client)
    {
        _name = name;
        _root = root;
        _client = client;
        _facts = Surface.Of(client);
        _kept = KeptNames.Of(LockReader.Read(LockFile.Write(name, _facts), (_, _) => { }));
    }

    public static IReadOnlyList<Mutation> Mutations { get; } =
        [.. OperationMutations.All, .. ParameterMutations.All, .. MemberMutations.All, .. ChoiceMutations.All, .. AnswerMutations.All, .. EqualMutations.All];

    /// <summary>Reads a document; null: it has no client, or is none of OpenAPI.</summary>
    public static MutationCheck? Of(string name, string text)
    {
        JsonNode? root = DocumentText.Parse(name, text, "", new Findings(), CancellationToken.None).Root;
        return root is JsonObject members && members.ContainsKey("paths") && Client(name, text, KeptNames.None) is { } client ? new MutationCheck(name, members, client) : null;
    }

    /// <summary>Changes the document, and compares.</summary>
    /// <param name="mutation">What is changed.</param>
    /// <param name="turn">Which of the places of the document is taken.</param>
    /// <param name="why">What is wrong.</param>
    public Outcome Run(Mutation mutation, int turn, out string why)
    {
        why = "";
        JsonObject changed = (JsonObject)_root.DeepClone();
        if (mutation.Apply(new Site(changed, _facts, _client), turn) is not { } made)
        {
            return Outcome.None;
        }

        if (Client(_name, changed.ToJsonString(), mutation.IsOfNames ? KeptNames.None : _kept) is not { } client)
        {
            why = "no client any more";
            return Outcome.Wrong;
        }

        IReadOnlyList<Change> changes = Difference.Of(_facts, Surface.Of(client));
        Change[] found = [.. changes.Where(change => change.Kind == mutation.Kind && change.Key == made.Key)];
        Change[] others = [.. changes.Except(found)];
        bool isRight = mutation.Kind is null ? changes.Count == 0 : found.Length == 1 && others.All(other => IsSame(other, found[0]) || made.Follow.Contains(other.Kind));
        why = isRight ? "" : $"expected {mutation.Kind ?? "nothing"} at {made.Key}, seen {changes.Count}: "
            + string.Join("; ", found.Concat(others).Take(4).Select(change => $"{change.Kind} at {change.Key}: {change.Text}"));
        return !isRight ? Outcome.Wrong : others.Length == 0 ? Outcome.Alone : Outcome.Followed;
    }

    // A schema that another includes, or that is another type in a request.
    private static bool IsSame(Change other, Change found) =>
        other.Kind.Replace(".required", "", StringComparison.Ordinal) == found.Kind.Replace(".required", "", StringComparison.Ordinal)
        && (other.After ?? other.Before)!.Part == (found.After ?? found.Before)!.Part;

    private static ClientModel? Client(string name, string text, KeptNames kept) =>
        ClientReader.Read(name, text, _ => null, DocumentOptions.Default, kept, new Findings(), CancellationToken.None).Client;
}
