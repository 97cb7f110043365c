using DatabricksApps.Contract.Mutations;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;
using DatabricksApps.Gen.Tests.Contract;
using DatabricksApps.Instances;

namespace DatabricksApps.Gen.Tests.Changes.Wire;

/// <summary>
/// What is judged to break nothing goes on working, and what is judged to break fails: a program that was compiled with the client
/// of the document as it was, against an app of the document as it is.
/// </summary>
public sealed class TruthTests
{
    private const string Meaning = "another meaning, which no app refuses";
    private const string Names = "names of C# alone: nothing of it is on the wire";
    private const string Less = "what never comes any more is missed by nobody on the wire";

    private const string NeverNull = "what is always there is refused by C# alone, where it is asked for null";
    private const string LeftOut = "what may be left out reads as left out";

    // What is judged to break, and does not on the wire.
    private static readonly Dictionary<string, string> s_silent = new(StringComparer.Ordinal)
    {
        ["function renamed"] = Names,
        ["operation retagged"] = Names,
        ["parameter default"] = Meaning,
        ["property's default"] = Meaning,
        ["error removed"] = Less,
        ["error retyped"] = "looked at by a test of its own",
        ["enum value removed"] = Less,
        ["union case removed"] = Less,
        ["property required"] = NeverNull,
        ["property not nullable"] = NeverNull,
        ["property removed"] = LeftOut,
        ["property renamed"] = LeftOut,
    };

    private static readonly MutationCheck s_depot = MutationCheck.Of("depot.openapi.json", DepotDocument.Json)!;

    public static TheoryData<string> Mutations => [.. MutationCheck.Mutations.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_verdict_is_what_happens(string name)
    {
        Mutation mutation = MutationCheck.Mutations.Single(one => one.Name == name);
        for (int turn = 0; turn < 3; turn++)
        {
            if (s_depot.Change(mutation, turn) is not { } made)
            {
                return;
            }

            string changed = made.Changed.ToJsonString();
            Effect verdict = VerdictOf(changed);
            IReadOnlyList<string> wrong = await OldProgram.RunAsync(AppOf(changed));

            bool isRight = verdict <= Effect.Note ? wrong.Count == 0 : wrong.Count > 0 || s_silent.ContainsKey(name);
            Assert.True(isRight, $"judged {verdict}, turn {turn}, {wrong.Count} went wrong: {string.Join("; ", wrong.Take(3))}");
        }
    }

    [Fact]
    public async Task Nothing_goes_wrong_before_the_app_changes() => Assert.Empty(await OldProgram.RunAsync(AppOf(DepotDocument.Json)));

    [Fact]
    public async Task An_error_that_carries_something_else_is_not_seen_as_what_it_was()
    {
        string changed = DepotDocument.With("/paths/~1api~1items/post/responses/409/content/application~1json/schema", """{"$ref":"#/components/schemas/Bolt"}""");

        Assert.Equal("NameTaken", await OldProgram.ErrorAsync(AppOf(DepotDocument.Json)));
        Assert.Equal(Effect.Meaning, VerdictOf(changed));
        Assert.NotEqual("NameTaken", await OldProgram.ErrorAsync(AppOf(changed)));
    }

    private static StandIn AppOf(string json) => new(RawDocument.Read("depot.openapi.json", json)!, granted: ["read"]);

    private static Effect VerdictOf(string changed)
    {
        EquatableArray<Fact> before = DepotDocument.Facts();
        EquatableArray<Fact> after = Surface.Of(BoundDocument.Of(changed, path: "depot.openapi.json", kept: KeptNames.Of(before)).Client);
        Effects effects = new(before, after);
        return Difference.Of(before, after).Select(effects.Of).DefaultIfEmpty(Effect.None).Max();
    }
}
