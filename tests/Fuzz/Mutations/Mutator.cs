using DatabricksApps.Fuzz.Documents;
using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Changes a tree in place, as chance wants it.</summary>
/// <param name="root">The tree, an object.</param>
/// <param name="chance">What decides.</param>
internal delegate void Mutation(Node root, Chance chance);

/// <summary>Changes trees by several mutations in a row.</summary>
internal sealed class Mutator
{
    private const int MostMutations = 12;

    private readonly (int Weight, Mutation Mutation)[] _mutations;
    private readonly int _total;

    private Mutator(params (int Weight, Mutation Mutation)[] mutations)
    {
        _mutations = mutations;
        _total = mutations.Sum(mutation => mutation.Weight);
    }

    /// <summary>Makes the mutator of OpenAPI documents.</summary>
    /// <param name="pool">The documents that parts are grafted from.</param>
    public static Mutator ForDocuments(DocumentPool pool) => new(
        (6, TreeMutations.Delete),
        (4, TreeMutations.Duplicate),
        (5, TreeMutations.Swap),
        (5, (root, chance) => TreeMutations.Graft(root, pool.PickDocument(chance), chance)),
        (4, TreeMutations.ChangeKind),
        (1, TreeMutations.Nest),
        (2, TreeMutations.Shuffle),
        (12, SchemaMutations.Wrap),
        (12, SchemaMutations.AddKeyword),
        (8, SchemaMutations.Redirect),
        (5, SchemaMutations.ReplaceByReference),
        (5, SchemaMutations.Extend),
        (4, SchemaMutations.Repeat),
        (2, SchemaMutations.Multiply),
        (8, TextMutations.RenameKey),
        (6, TextMutations.RenameComponent),
        (6, TextMutations.ReplaceText),
        (4, TextMutations.ReplaceNumber),
        (8, OutlineMutations.ChangeOperation),
        (5, OutlineMutations.ChangePath),
        (4, OutlineMutations.ChangeParameter),
        (4, OutlineMutations.ChangeBody),
        (2, OutlineMutations.ChangeVersion));

    /// <summary>Makes the mutator of trees that mean anything else: snapshots, answers.</summary>
    public static Mutator ForValues() => new(
        (6, TreeMutations.Delete),
        (4, TreeMutations.Duplicate),
        (4, TreeMutations.Swap),
        (6, TreeMutations.ChangeKind),
        (1, TreeMutations.Nest),
        (1, TreeMutations.Shuffle),
        (4, TextMutations.RenameKey),
        (6, TextMutations.ReplaceText),
        (4, TextMutations.ReplaceNumber));

    /// <summary>Changes a tree.</summary>
    public void Mutate(Node root, Chance chance)
    {
        for (int count = chance.Small(1, MostMutations); count > 0; count--)
        {
            int at = chance.Below(_total);
            int i = 0;
            while (at >= _mutations[i].Weight)
            {
                at -= _mutations[i++].Weight;
            }

            _mutations[i].Mutation(root, chance);
        }
    }
}
