using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Pipeline;

/// <summary>Where unions are unions of C# 15, and where the attribute that says so comes from.</summary>
public sealed class UnionLanguageTests
{
    private const string Attribute = "DatabricksApps.UnionAttribute.g.cs";

    private const string Polyfill = "namespace System.Runtime.CompilerServices {\n/// <summary>A union.</summary>\n{0} sealed class UnionAttribute : Attribute { } }";

    private const string Describe = """
        namespace MyApp.ShopApi;

        internal static class Uses
        {
            public static string Of(Either value) => value switch { string text => text, long number => "number", System.Text.Json.JsonElement json => "json" };
        }
        """;

    // What every project with a nullable union says, and what the compiler of C# 15 refuses of a union in an older C#.
    private const string Null = """
        namespace MyApp.ShopApi;

        internal static class Uses
        {
            public static bool IsNull(Either? value) => value is null;

            public static string Of(Either? value) => value switch { null => "null", Either either => either.ToString() };

            public static Either Make(string text) => text is { Length: > 3 } ? text : new Either(4);
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp15)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void A_switch_over_all_cases_is_complete(LanguageVersion language) => AssertCompiles(Generate(language, Describe));

    [Theory]
    [InlineData("string text => text, ", "string")]
    [InlineData("long number => \"number\", ", "long")]
    [InlineData(", System.Text.Json.JsonElement json => \"json\"", "System.Text.Json.JsonElement")]
    public void A_missing_case_is_told(string arm, string type)
    {
        Diagnostic diagnostic = Assert.Single(
            Generate(LanguageVersion.CSharp15, Describe.Replace(arm, "", StringComparison.Ordinal)).GetCompilerDiagnostics(TestContext.Current.CancellationToken));

        Assert.Equal("CS8509", diagnostic.Id);
        Assert.Contains($"the pattern '{type}' is not covered", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void In_an_older_CSharp_a_union_is_a_type_like_any_other(LanguageVersion language)
    {
        GeneratedCode code = Generate(language, Null);

        AssertCompiles(code);
        Assert.DoesNotContain(HintNames(code), name => name.Contains("Union", StringComparison.Ordinal));
    }

    [Fact]
    public void All_else_is_the_same_in_every_CSharp()
    {
        Dictionary<string, string> old = Texts(Generate(LanguageVersion.CSharp12));
        Dictionary<string, string> latest = Texts(Generate(LanguageVersion.CSharp15));

        Assert.Equal([Attribute, "ShopClient/ShopJson.Unions.g.cs"], latest.Keys.Except(old.Keys).Order(StringComparer.Ordinal));
        Assert.All(old, file => Assert.Equal(file.Value, latest[file.Key]));
    }

    [Fact]
    public void Documents_without_unions_need_no_attribute()
    {
        GeneratedCode code = new Project(Generator(), LanguageVersion.CSharp15).Generate(
            [new Document("shop.openapi.json", """{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{}}""")], TestContext.Current.CancellationToken);

        Assert.DoesNotContain(HintNames(code), name => name.Contains("Union", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_documents_have_one_attribute()
    {
        GeneratedCode code = Project.Run(
            Latest.CreateDriver([Shop("shop"), Shop("other")]), Latest.CreateCompilation(Describe), TestContext.Current.CancellationToken);

        AssertCompiles(code);
        Assert.Equal(
            [Attribute, "OtherClient/OtherJson.Unions.g.cs", "ShopClient/ShopJson.Unions.g.cs"],
            HintNames(code).Where(name => name.Contains("Union", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public void An_attribute_of_the_project_is_taken(string accessibility)
    {
        GeneratedCode code = Generate(LanguageVersion.CSharp15, Describe, Polyfill.Replace("{0}", accessibility, StringComparison.Ordinal));

        AssertCompiles(code);
        Assert.DoesNotContain(Attribute, HintNames(code));
    }

    [Theory]
    [InlineData(1, "public", false, false)] // as in .NET 11
    [InlineData(1, "internal", false, true)]
    [InlineData(1, "internal", true, false)]
    [InlineData(2, "internal", true, true)]
    [InlineData(2, "public", false, true)]
    public void An_attribute_of_a_reference_is_taken_if_it_is_the_only_one_in_reach(int count, string accessibility, bool isFriend, bool hasOwn)
    {
        string source = (isFriend ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"MyApp\")]\n" : "")
            + Polyfill.Replace("{0}", accessibility, StringComparison.Ordinal);
        IEnumerable<MetadataReference> references = Enumerable.Range(1, count)
            .Select(number => Image(Latest.CreateCompilation(source).WithAssemblyName("Polyfill" + number)));

        GeneratedCode code = Project.Run(
            Latest.CreateDriver([Shop("shop")]), Latest.CreateCompilation(Describe).AddReferences(references), TestContext.Current.CancellationToken);

        AssertCompiles(code);
        Assert.Equal(hasOwn, HintNames(code).Contains(Attribute));
    }

    // Both generate: what the library lends the project is the attribute too.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_library_and_its_user_both_have_unions(bool isFriend)
    {
        string friend = isFriend ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"MyApp\")]" : "";
        GeneratedCode library = Project.Run(
            Latest.CreateDriver([Shop("shop")]), Latest.CreateCompilation(friend).WithAssemblyName("Library"), TestContext.Current.CancellationToken);

        // The library's unions are switched over, and so are the project's own.
        GeneratedCode code = Project.Run(
            Latest.CreateDriver([Shop("other")]),
            Latest.CreateCompilation(Describe, Describe.Replace("ShopApi", "OtherApi", StringComparison.Ordinal)).AddReferences(Image(library.Compilation)),
            TestContext.Current.CancellationToken);

        AssertCompiles(library);
        AssertCompiles(code);
        Assert.Equal(!isFriend, HintNames(code).Contains(Attribute));
    }

    [Fact]
    public void The_projects_own_attribute_counts_before_that_of_a_friend()
    {
        string polyfill = Polyfill.Replace("{0}", "internal", StringComparison.Ordinal);
        MetadataReference friend = Image(Latest
            .CreateCompilation("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"MyApp\")]\n" + polyfill)
            .WithAssemblyName("Polyfill"));

        GeneratedCode code = Project.Run(
            Latest.CreateDriver([Shop("shop")]), Latest.CreateCompilation(Describe, polyfill).AddReferences(friend), TestContext.Current.CancellationToken);

        AssertCompiles(code);
        Assert.DoesNotContain(Attribute, HintNames(code));
    }

    private static Project Latest { get; } = new(Generator(), LanguageVersion.CSharp15);

    private static DatabricksAppGenerator Generator() => new(rethrowsBugs: true);

    private static GeneratedCode Generate(LanguageVersion language, params string[] sources)
    {
        Project project = new(Generator(), language);
        return Project.Run(project.CreateDriver([Shop("shop")]), project.CreateCompilation(sources), TestContext.Current.CancellationToken);
    }

    private static Document Shop(string name) => new(name + ".openapi.json", """
        {"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{},
         "components":{"schemas":{"Either":{"oneOf":[{"type":"string"},{"type":"integer"}]},"Value":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}}}
        """);

    private static MetadataReference Image(CSharpCompilation compilation)
    {
        using MemoryStream stream = new();
        Assert.Empty(compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static void AssertCompiles(GeneratedCode code) =>
        Assert.Empty(code.GetCompilerDiagnostics(TestContext.Current.CancellationToken).Select(diagnostic => diagnostic.ToString()));

    private static IEnumerable<string> HintNames(GeneratedCode code) => code.Result.GeneratedSources.Select(source => source.HintName);

    private static Dictionary<string, string> Texts(GeneratedCode code) =>
        code.Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
}
