using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _name;
    private readonly JsonObject _root;
    private readonly ClientModel _client;
    private readonly EquatableArray<Fact> _facts;
    private readonly KeptNames _kept;
    private readonly IReadOnlyList<string> _references;

    private MutationCheck(string name, JsonObject root, ClientModel client)
    {
        _name = name;
        _root = root;
        _client = client;
        _facts = Surface.Of(client);
        _references = [.. Regex.Matches(root.ToJsonString(s_plain), "\"#(/paths/[^\"]*)\"").Select(match => Uri.UnescapeDataString(match.Groups[1].Value)).Distinct()];
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

    /// <summary>Gets what the document promises.</summary>
    public EquatableArray<Fact> Facts => _facts;

    /// <summary>Gets what was accepted of the document as it was.</summary>
    public string Lock => LockFile.Write(_name, _facts);

    /// <summary>Gets what a changed document promises; null: it has no client.</summary>
    public EquatableArray<Fact>? FactsOf(JsonObject changed) => Client(_name, changed.ToJsonString(), _kept) is { } client ? Surface.Of(client) : null;

    /// <summary>Changes the document; null: it has no place for it.</summary>
    /// <param name="mutation">What is changed.</param>
    /// <param name="turn">Which of the places of the document is taken.</param>
    public (JsonObject Changed, Made Made)? Change(Mutation mutation, int turn)
    {
        JsonObject changed = (JsonObject)_root.DeepClone();
        return mutation.Apply(new Site(changed, _facts, _client) { References = _references }, turn) is { } made ? (changed, made) : null;
    }

    /// <summary>Changes the document, and compares.</summary>
    /// <param name="mutation">What is changed.</param>
    /// <param name="turn">Which of the places of the document is taken.</param>
    /// <param name="why">What is wrong.</param>
    public Outcome Run(Mutation mutation, int turn, out string why)
    {
        why = "";
        if (Change(mutation, turn) is not (var changed, var made))
        {
            return Outcome.None;
        }

        if (Client(_name, changed.ToJsonString(), mutation.IsOfNames ? KeptNames.None : _kept) is not { } client)
        {
            why = "no client any more";
            return Outcome.Wrong;
        }

        EquatableArray<Fact> facts = Surface.Of(client);
        IReadOnlyList<Change> changes = Difference.Of(_facts, facts);
        Change[] found = [.. changes.Where(change => change.Kind == mutation.Kind && change.Key == made.Key)];
        Change[] others = [.. changes.Except(found)];
        bool isRight = mutation.Kind is null ? changes.Count == 0 : found.Length == 1 && others.All(other => IsSame(other, found[0]) || IsOfWay(other, facts) || IsOfName(other) || made.Follow.Contains(other.Kind));
        why = isRight ? "" : $"expected {mutation.Kind ?? "nothing"} at {made.Key}, seen {changes.Count}: "
            + string.Join("; ", found.Concat(others).Take(4).Select(change => $"{change.Kind} at {change.Key}: {change.Text}"));
        return !isRight ? Outcome.Wrong : others.Length == 0 ? Outcome.Alone : Outcome.Followed;
    }

    // A schema that another includes, or that is another type in a request.
    private static bool IsSame(Change other, Change found) =>
        other.Kind.Replace(".required", "", StringComparison.Ordinal) == found.Kind.Replace(".required", "", StringComparison.Ordinal)
        && (other.After ?? other.Before)!.Part == (found.After ?? found.Before)!.Part;

    // A type that no call sends any more needs no model of requests, and what holds it has the other one.
    private bool IsOfWay(Change other, EquatableArray<Fact> facts)
    {
        string owner = (other.After ?? other.Before)!.Owner;
        bool isMoved = other.Kind.StartsWith("property.", StringComparison.Ordinal)
            && (WayOf(_facts, owner) != WayOf(facts, owner) || (other.Kind == "property.type" && WayOf(facts, other.Before!.Type!.Trim('?', '[', ']', '{', '}')) == ""));
        bool isOtherModel = other.Kind is "body.type" or "field.type" or "parameter.type" && WayOf(facts, other.Before!.Type!.Trim('?', '[', ']', '{', '}')) == "";
        return isMoved || isOtherModel || (other.Kind == "type.added" && owner.EndsWith("Input", StringComparison.Ordinal));
    }

    private static string WayOf(EquatableArray<Fact> facts, string owner) =>
        facts.FirstOrDefault(fact => fact.Kind == FactKind.Type && fact.Owner == owner) is { } type ? $"{type.Has(TypeDirections.Sent)} {type.Has(TypeDirections.Received)}" : "";

    // A type of several places is named after the first that is left.
    private static bool IsOfName(Change other) => other is { Kind: "name.changed", After.Kind: FactKind.Type };

    private static ClientModel? Client(string name, string text, KeptNames kept) =>
        ClientReader.Read(name, text, _ => null, DocumentOptions.Default, kept, new Findings(), CancellationToken.None).Client;
}
