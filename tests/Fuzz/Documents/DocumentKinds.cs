using System.Text;
using DatabricksApps.Fuzz.Mutations;
using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Documents;

/// <summary>The kinds of cases whose input is a document for the generator.</summary>
internal static class DocumentKinds
{
    public const string Group = "documents";
    public const string Trees = "trees";
    public const string Bytes = "bytes";
    public const string Shapes = "shapes";
    public const string Gradio = "gradio";

    // A few documents stay whole, if they are not large.
    private const int WholeUpTo = 2_000;
    private const int WholePercent = 3;

    /// <summary>Lists the kinds that the documents at hand allow.</summary>
    public static IEnumerable<CaseKind> All(DocumentPool pool)
    {
        Mutator documents = Mutator.ForDocuments(pool);
        Mutator values = Mutator.ForValues();
        if (pool.HasDocuments)
        {
            yield return new CaseKind(Trees, Group, 40, 1, chance => Encode(Mutated(documents, SliceOf(pool, chance), chance), chance));
            yield return new CaseKind(Bytes, Group, 10, 8, chance =>
            {
                (string name, byte[] bytes) = Encode(SliceOf(pool, chance), chance);
                return (name, ByteMutations.Mutate(bytes, Encode(SliceOf(pool, chance), chance).Bytes, chance));
            });
            yield return new CaseKind(Shapes, Group, 20, 2, chance =>
                Encode(Mutated(chance.Is(30) ? documents : null, ShapeBuilder.Build(chance), chance), chance));
        }

        if (pool.HasSnapshots)
        {
            yield return new CaseKind(Gradio, Group, 5, 2, chance =>
                ("fuzz.gradio.json", Utf8(JsonText.Write(Mutated(values, Snapshot(pool, chance), chance)))));
        }
    }

    private static Node Mutated(Mutator? mutator, Node document, Chance chance)
    {
        mutator?.Mutate(document, chance);
        return document;
    }

    private static Node SliceOf(DocumentPool pool, Chance chance)
    {
        Node document = pool.PickDocument(chance);
        return chance.Is(WholePercent) && document.Places().Count < WholeUpTo ? document.Clone() : Slice.Of(document, chance);
    }

    // Each endpoint is a method: a few of them show what all would.
    private static Node Snapshot(DocumentPool pool, Chance chance)
    {
        Node snapshot = pool.PickSnapshot(chance).Clone();
        List<Child> endpoints = (snapshot["info"] ?? snapshot)["named_endpoints"]?.Children ?? [];
        for (int count = chance.Between(1, 6); endpoints.Count > count;)
        {
            endpoints.RemoveAt(chance.Below(endpoints.Count));
        }

        return snapshot;
    }

    private static (string Name, byte[] Bytes) Encode(Node document, Chance chance)
    {
        if (chance.Is(25))
        {
            return (chance.Is(80) ? "fuzz.openapi.yaml" : "fuzz.openapi.json", Utf8(YamlText.Write(document, chance)));
        }

        byte[] bytes = Utf8(JsonText.Write(document, isIndented: chance.Is(50), isAscii: chance.Is(20)));
        return (chance.Is(90) ? "fuzz.openapi.json" : "fuzz.openapi.yml", bytes);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
