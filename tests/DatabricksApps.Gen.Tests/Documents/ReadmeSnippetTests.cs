using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>The C# of the README compiles as it stands there, without a warning, in a method that has what it speaks of.</summary>
public sealed partial class ReadmeSnippetTests
{
    private const string Jobs =
        """
        {"openapi":"3.1.0","info":{"title":"Jobs","version":"1"},"paths":{
          "/api/jobs":{"post":{"operationId":"start_job","tags":["jobs"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewJob"}}}},
            "responses":{"202":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Job"}}}}}}},
          "/api/jobs/{id}":{"get":{"operationId":"read_job","tags":["jobs"],"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
            "responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Job"}}}}}}}},
         "components":{"schemas":{
          "NewJob":{"type":"object","properties":{"name":{"type":"string"}}},
          "JobStatus":{"type":"string","enum":["queued","succeeded","failed"]},
          "Job":{"type":"object","required":["id","status"],"properties":{"id":{"type":"string"},"status":{"$ref":"#/components/schemas/JobStatus"}}}}}}
        """;

    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.CSharp14);

    private static readonly Dictionary<string, Document> s_documents = new()
    {
        ["Inventory"] = new("inventory.openapi.json", File.ReadAllText(Repository.PathOf("samples/InventoryApp/inventory.openapi.json"))),
        ["Demo"] = new("demo.gradio.json", File.ReadAllText(Repository.PathOf("samples/GradioQuickstart/demo.gradio.json"))),
        ["Jobs"] = new("jobs.openapi.json", Jobs),
    };

    // How a snippet begins, its document, and what it has.
    private static readonly (string Start, string Document, string Parameters)[] s_snippets =
    [
        ("using DatabricksApps;", "Inventory", "string clientId, string clientSecret"),
        ("await foreach (Item item in inventory", "Inventory", "InventoryClient inventory"),
        ("Job started =", "Jobs", "JobsClient client, NewJob request"),
        ("AppRequestOptions asUser", "Inventory", "InventoryClient inventory, Tokens tokens, string user"),
        ("AppResult<Item> result", "Inventory", "InventoryClient inventory"),
        ("await using AppAnswer answer", "Inventory", "InventoryClient inventory"),
        ("string? greeting", "Demo", "DemoClient demo"),
        ("try", "Inventory", "InventoryClient inventory, NewItem newItem"),
        ("options.TypeInfoResolverChain", "Inventory", "System.Text.Json.JsonSerializerOptions options"),
    ];

    public static TheoryData<string> Starts => [.. s_snippets.Select(snippet => snippet.Start)];

    [Theory]
    [MemberData(nameof(Starts))]
    public void It_compiles(string start)
    {
        (_, string document, string parameters) = s_snippets.Single(snippet => snippet.Start == start);
        string snippet = Assert.Single(Snippets(), text => text.StartsWith(start, StringComparison.Ordinal));
        string[] usings = [.. snippet.Split('\n').Where(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('='))];
        string source = $$"""
            {{string.Join('\n', usings)}}
            using DatabricksApps;
            using MyApp.{{document}}Api;

            namespace MyApp;

            internal sealed class Tokens
            {
                public ValueTask<string> GetAsync(string user, CancellationToken cancellationToken) => new(user);
            }

            internal static class Program
            {
                public static async Task RunAsync({{parameters}})
                {
                    await Task.Yield();
                    {{string.Join('\n', snippet.Split('\n').Where(line => !usings.Contains(line)))}}
                }
            }
            """;

        GeneratedCode code = Project.Run(
            s_project.CreateDriver([s_documents[document]]), s_project.CreateCompilation(source), TestContext.Current.CancellationToken);

        // What a whole program would use twice, a snippet says for its reader.
        Assert.Empty(code.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS0105")
            .Select(diagnostic => diagnostic.ToString()));
    }

    // Those of programs of ASP.NET Core and of MSAL stand in the tests of these packages, those of a changed app and of unions in theirs.
    [Fact]
    public void Every_other_one_is_known()
    {
        string[] elsewhere = ["foreach (Item item in await depot", "string payment =", "builder.Services.", "IConfidentialClientApplication"];

        Assert.DoesNotContain(Snippets(), text => !s_snippets.Any(known => text.StartsWith(known.Start, StringComparison.Ordinal)) && !elsewhere.Any(text.StartsWith));
    }

    private static IEnumerable<string> Snippets() => Fence().Matches(File.ReadAllText(Repository.PathOf("README.md"))).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
