using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Pipeline;
using DatabricksApps.Gen.Tests.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Incremental;

/// <summary>What an edit runs again, and which files it writes again.</summary>
public sealed class IncrementalTests
{
    // The latest C#, for which there is more to write.
    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.Latest);

    private readonly Document _document = new("shop.openapi.json", Shop().ToJsonString());
    private readonly GeneratedCode _before;

    public IncrementalTests() => _before = s_project.Generate([_document], TestContext.Current.CancellationToken);

    [Fact]
    public void Every_step_has_a_tracking_name_that_a_run_shows()
    {
        GeneratedCode code = s_project.Generate([Bounded(9), Lock("GET /api/gone", "GoneAsync")], TestContext.Current.CancellationToken);

        Assert.Equal(Steps.Names.Order(), code.Result.TrackedSteps.Keys.Intersect(Steps.Names).Order());
    }

    [Fact]
    public void Another_bound_writes_the_rules_and_the_documentation_that_tells_it()
    {
        Document document = Bounded(9);
        GeneratedCode before = s_project.Generate([document], TestContext.Current.CancellationToken);

        GeneratedCode after = Run(before.Driver.ReplaceAdditionalText(document, Bounded(8)));

        Assert.Equal(["ShopClient/ShopClient.First.g.cs", "ShopClient/ShopRequestRules.g.cs"], Steps.ChangedFiles(before.Result, after.Result).Order());
        Steps.AssertNothingRan(Run(after.Driver, "class Added { }").Result);
    }

    // Without the metadata a client is what it was before there were checks.
    [Fact]
    public void Checks_are_one_file_more_and_a_few_lines_in_the_methods()
    {
        GeneratedCode without = s_project.Generate([Bounded(9, checks: false)], TestContext.Current.CancellationToken);
        GeneratedCode with = s_project.Generate([Bounded(9)], TestContext.Current.CancellationToken);

        Assert.Equal(["ShopClient/ShopClient.First.g.cs", "ShopClient/ShopRequestRules.g.cs"], FilesThatDiffer(without, with));
        Assert.DoesNotContain("Check", TextOf(without, "ShopClient/ShopClient.First.g.cs"));
        Assert.Contains("request.Check<", TextOf(with, "ShopClient/ShopClient.First.g.cs"));
    }

    [Fact]
    public void An_edit_of_the_C_sharp_runs_nothing_while_changes_are_pending()
    {
        GeneratedCode pending = s_project.Generate([_document, Lock("GET /api/gone", "GoneAsync")], TestContext.Current.CancellationToken);

        GeneratedCode after = Run(pending.Driver, "class Added { }");

        Assert.Contains("GoneAsync", TextOf(after, "ShopClient/ShopClient.Changes.g.cs"));
        Steps.AssertNothingRan(after.Result);
    }

    [Fact]
    public void Accepting_takes_the_file_of_changes_away_and_writes_no_other()
    {
        Document pending = Lock("GET /api/gone", "GoneAsync");
        GeneratedCode before = s_project.Generate([_document, pending], TestContext.Current.CancellationToken);

        GeneratedCode after = Run(before.Driver.ReplaceAdditionalText(pending, new Document("shop.openapi.lock", LockOf(_document), isMarked: false)));

        Assert.Equal(["ShopClient/ShopClient.Changes.g.cs"], Steps.ChangedFiles(before.Result, after.Result));
        Assert.DoesNotContain(after.Result.GeneratedSources, source => source.HintName == "ShopClient/ShopClient.Changes.g.cs");
    }

    // What a client of the document promises, and one method more.
    private Document Lock(string call, string method) =>
        new("shop.openapi.lock", LockOf(_document) + $"{call}  {method}\n{call} ->  nothing\n", isMarked: false);

    private static string LockOf(Document document) =>
        LockFile.Write("shop.openapi.json", DepotDocument.Facts(document.GetText().ToString(), "shop.openapi.json"));

    [Fact]
    public void An_edit_of_the_C_sharp_runs_nothing()
    {
        GeneratedCode after = Run(_before.Driver, "class Added { }");

        Steps.AssertNothingRan(after.Result);
    }

    [Fact]
    public void An_additional_file_of_someone_else_runs_nothing()
    {
        Document other = new("notes.json", "{}", isMarked: false);

        GeneratedCode after = Run(_before.Driver.AddAdditionalTexts([other]));

        Steps.AssertNothingRan(after.Result);
    }

    [Fact]
    public void An_edit_of_white_space_writes_nothing()
    {
        string text = Shop().ToJsonString(new() { WriteIndented = true });

        GeneratedCode after = Run(Replace(text));

        Assert.Empty(Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Empty(Steps.Changed(after.Result, TrackingNames.Clients));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_schema_that_is_edited_writes_its_file(int index)
    {
        JsonObject document = Shop();
        Schemas(document)[$"Type{index}"]!["properties"]!["added"] = new JsonObject { ["type"] = "string" };

        GeneratedCode after = Run(Replace(document.ToJsonString()));

        AssertOnlyChange(after, "Added");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_schema_that_is_added_writes_its_file_and_the_list_of_types(int index)
    {
        JsonObject document = Shop();
        Schemas(document).Insert(index, "Another", Schema("more"));

        GeneratedCode after = Run(Replace(document.ToJsonString()));

        Assert.Equal(["ShopClient/Another.g.cs", "ShopClient/ShopJson.g.cs"], Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Contains("class Another", TextOf(after, "ShopClient/Another.g.cs"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_schema_that_is_removed_takes_its_file_with_it(int index)
    {
        JsonObject document = Shop();
        Schemas(document).Remove($"Type{index}");

        GeneratedCode after = Run(Replace(document.ToJsonString()));

        Assert.Equal(["ShopClient/ShopJson.g.cs", $"ShopClient/Type{index}.g.cs"], Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Contains($"class Type{index} ", TextOf(_before, $"ShopClient/Type{index}.g.cs"));
        Assert.DoesNotContain(after.Result.GeneratedSources, source => source.HintName == $"ShopClient/Type{index}.g.cs");
    }

    [Fact]
    public void A_union_that_is_edited_writes_its_file_and_the_resolver_of_a_type_that_is_new()
    {
        JsonObject document = Shop();
        Schemas(document)["Either"]!["oneOf"]!.AsArray().Add(new JsonObject { ["type"] = "boolean" });

        GeneratedCode after = Run(Replace(document.ToJsonString()));

        Assert.Equal(["ShopClient/Either.g.cs", "ShopClient/ShopJson.g.cs"], Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Contains("FromBoolean", TextOf(after, "ShopClient/Either.g.cs"));
        Assert.Contains("types.Add<bool, ", TextOf(after, "ShopClient/ShopJson.g.cs"));
    }

    [Fact]
    public void An_attribute_of_the_projects_own_takes_the_place_of_the_generated_one()
    {
        const string Attribute = "namespace System.Runtime.CompilerServices { internal sealed class UnionAttribute : Attribute { } }";

        GeneratedCode after = Run(_before.Driver, Attribute);

        Assert.Equal(["DatabricksApps.UnionAttribute.g.cs"], Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Empty(after.GetCompilerDiagnostics(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/a")]
    [InlineData("/api/b")]
    [InlineData("/api/c")]
    public void An_operation_that_is_edited_writes_its_file(string path)
    {
        JsonObject document = Shop();
        document["paths"]![path]!["get"]!["summary"] = "Edited text";

        GeneratedCode after = Run(Replace(document.ToJsonString()));

        AssertOnlyChange(after, "Edited text");
    }

    [Fact]
    public void A_document_that_is_edited_leaves_the_files_of_another()
    {
        Document other = new("other.openapi.json", Shop().ToJsonString());
        GeneratedCode before = s_project.Generate([_document, other], TestContext.Current.CancellationToken);
        JsonObject document = Shop();
        Schemas(document).Remove("Type2");

        GeneratedCode after = Run(before.Driver.ReplaceAdditionalText(_document, new Document(_document.Path, document.ToJsonString())));

        Assert.All(Steps.ChangedFiles(before.Result, after.Result), file => Assert.StartsWith("ShopClient/", file));
    }

    private void AssertOnlyChange(GeneratedCode after, string text)
    {
        string file = Assert.Single(Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Contains(text, TextOf(after, file));
    }

    private static IEnumerable<string> FilesThatDiffer(GeneratedCode left, GeneratedCode right)
    {
        Dictionary<string, string> texts = left.Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
        return right.Result.GeneratedSources.Where(file => texts.GetValueOrDefault(file.HintName) != file.SourceText.ToString()).Select(file => file.HintName).Order();
    }

    private static string TextOf(GeneratedCode code, string file) =>
        code.Result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    private GeneratorDriver Replace(string text) =>
        _before.Driver.ReplaceAdditionalText(_document, new Document(_document.Path, text));

    private static GeneratedCode Run(GeneratorDriver driver, params string[] sources) =>
        Project.Run(driver, s_project.CreateCompilation(sources), TestContext.Current.CancellationToken);

    private static JsonObject Schemas(JsonObject document) => document["components"]!["schemas"]!.AsObject();

    private static JsonObject Schema(string property) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [property] = new JsonObject { ["type"] = "integer" } },
    };

    // A parameter with a bound, and the metadata that asks for its check.
    private static Document Bounded(int maximum, bool checks = true)
    {
        JsonObject shop = Shop();
        shop["paths"]!["/api/a"]!["get"]!["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = "limit",
            ["in"] = "query",
            ["schema"] = new JsonObject { ["type"] = "integer", ["maximum"] = maximum },
        });
        return new Document("shop.openapi.json", shop.ToJsonString(), metadata: [("CheckRequests", checks ? "true" : "")]);
    }

    private static JsonObject Shop()
    {
        JsonObject schemas = [];
        for (int i = 0; i < 7; i++)
        {
            schemas.Add($"Type{i}", Schema($"value{i}"));
        }

        schemas.Add("Either", new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "integer" }) });
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Shop", ["version"] = "1" },
            ["paths"] = new JsonObject
            {
                ["/api/a"] = Operation("read_a", "first"),
                ["/api/b"] = Operation("read_b", "second"),
                ["/api/c"] = Operation("read_c", null),
            },
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    private static JsonObject Operation(string id, string? tag)
    {
        JsonObject operation = new()
        {
            ["operationId"] = id,
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "Done" } },
        };
        if (tag is not null)
        {
            operation["tags"] = new JsonArray(tag);
        }

        return new JsonObject { ["get"] = operation };
    }
}
