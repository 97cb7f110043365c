using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>No text of a document becomes C#.</summary>
public sealed class HostileTextTests
{
    private static readonly string s_documents = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots", "Documents");

    private static readonly string[] s_payloads =
    [
        "*/ } } public class Evil { } /*",
        "\"\"\" + Evil + \"\"\"",
        "\"; Evil(); //",
        "\\\"; Evil(); //",
        "{Evil}{{Evil}}",
        "\n#error Evil\n",
        "\r\nclass Evil { }\r\n",
        "\u2028class Evil { }",
        "\u2029class Evil { }",
        "\u0085class Evil { }",
        "\vclass Evil { }\f",
        "</summary></remarks><evil a=\"b\">&evil; ]]> <![CDATA[",
        "@Evil",
        "\0Evil",
        "\u202EEvil\u200B\uFEFF",
        "\uD83D\uDE00Evil\uFFFF",
        "'\\u0022\\x22 Evil \\",
        "%s%0AEvil~1~0#?&",
    ];

    public static MatrixTheoryData<string, string> Cases =>
        new(Directory.GetFiles(s_documents).Select(file => Path.GetFileName(file)).Order(), s_payloads);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_in_every_string_changes_names_and_literals_alone(string name, string payload)
    {
        JsonNode document = JsonNode.Parse(File.ReadAllText(Path.Combine(s_documents, name)))!;

        GeneratedCode hostile = Generation.RunAndCompile(new Document(name, new HostileDocument(payload).Spoil(document)));
        GeneratedCode benign = Generation.Run(new Document(name, new HostileDocument("Good").Spoil(document)));

        Assert.Equal(KindsOf(benign), KindsOf(hostile));
        Assert.True(Count(hostile, "Evil") <= Count(benign, "Good"), "Only names that the benign text gives too.");
    }

    // A name that is one word gives that word, whatever stood around it.
    private static int Count(GeneratedCode code, string name) =>
        Tokens(code).Count(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    /// <summary>Counts the kinds of declarations: a text that became C# would show in them.</summary>
    /// <remarks>Which files they stand in depends on the names, so the resolver's parts, one a file, are left out.</remarks>
    private static IEnumerable<string> KindsOf(GeneratedCode code) => code.Trees
        .SelectMany(tree => tree.GetRoot().DescendantNodes())
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is not BaseNamespaceDeclarationSyntax && !member.AncestorsAndSelf().OfType<ClassDeclarationSyntax>().Any(IsPart))
        .GroupBy(member => member.Kind())
        .Select(group => $"{group.Count()} {group.Key}")
        .Order();

    private static bool IsPart(ClassDeclarationSyntax type) => type.Identifier.ValueText.EndsWith("Json", StringComparison.Ordinal);

    private static IEnumerable<SyntaxToken> Tokens(GeneratedCode code) =>
        code.Trees.SelectMany(tree => tree.GetRoot().DescendantTokens());
}
