using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>A text in any one place of a document, also where the document then makes no sense.</summary>
public sealed class HostilePlaceTests
{
    private const string Payload = "*/ \"\"\" \" \\\n } } class Evil { } #error /* {Evil} </summary>";

    private static readonly string s_documents = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots", "Documents");

    public static TheoryData<string> Documents => [.. Directory.GetFiles(s_documents).Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_text_in_one_string_never_becomes_C_sharp(string name) => AssertAll(name, ReplaceValue);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_text_in_one_key_never_becomes_C_sharp(string name) => AssertAll(name, ReplaceKey);

    private static void AssertAll(string name, Func<JsonNode, int, bool> replace)
    {
        string text = File.ReadAllText(Path.Combine(s_documents, name));
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true));
        int place = 0;
        for (JsonNode document = JsonNode.Parse(text)!; replace(document, place); document = JsonNode.Parse(text)!, place++)
        {
            GeneratedCode code = project.Generate([new Document(name, document.ToJsonString())], TestContext.Current.CancellationToken);

            Assert.True(code.Result.Exception is null, $"place {place}: {code.Result.Exception}");
            foreach (SyntaxTree tree in code.Trees)
            {
                Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
                Assert.DoesNotContain(
                    tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
                    token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "Evil");
            }
        }

        Assert.NotEqual(0, place);
    }

    private static bool ReplaceValue(JsonNode document, int place)
    {
        JsonNode? value = Nodes(document).Where(node => node is JsonValue && node.GetValueKind() == JsonValueKind.String).ElementAtOrDefault(place);
        value?.ReplaceWith(Payload);
        return value is not null;
    }

    private static bool ReplaceKey(JsonNode document, int place)
    {
        (JsonObject? owner, string? key) = Nodes(document).OfType<JsonObject>()
            .SelectMany(node => node.Select(member => (node, member.Key)))
            .ElementAtOrDefault(place);
        if (owner is null)
        {
            return false;
        }

        int index = owner.IndexOf(key!);
        JsonNode? value = owner[index]?.DeepClone();
        owner.RemoveAt(index);
        owner.Insert(index, Payload, value);
        return true;
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Nodes(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Nodes).Prepend(node),
        null => [],
        _ => [node],
    };
}
