using System.Text;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Tests.Contract;
using DatabricksApps.Instances;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Changes.Wire;

/// <summary>A program that was compiled with the client of the depot as it was, and runs on while the app changes.</summary>
internal static class OldProgram
{
    // Each call gives the JSON of its result, or the exception that came of it.
    private const string Code = """
        #pragma warning disable CS1591
        using System.Text.Json;
        using DatabricksApps;
        using MyApp.DepotApi;

        public static class Program
        {
            public static Func<Task<string>>[] CallsOf(HttpClient http)
            {
                DepotClient depot = new(http);
                return
                [
                    async () => JsonSerializer.Serialize(await depot.Items.ListItemsAsync("red", q: "bolt", limit: 100)),
                    async () => JsonSerializer.Serialize(await depot.Items.ListItemsAsync("red")),
                    async () => JsonSerializer.Serialize(await depot.Items.CreateItemAsync(new NewItem { Name = "a", Urgent = true })),
                    async () => JsonSerializer.Serialize(await depot.Items.CreateItemAsync(new NewItem { Name = "a" })),
                    async () => { await depot.Items.DeleteItemAsync(7); return ""; },

                    // At the edges of what was allowed.
                    async () => JsonSerializer.Serialize(await depot.Items.ListItemsAsync(new string('r', 1001), q: new string('b', 40), limit: -1001)),
                    async () => JsonSerializer.Serialize(await depot.Items.CreateItemAsync(new NewItem { Name = new string('n', 1001) })),
                    async () => { await depot.Items.DeleteItemAsync(-1001); return ""; },
                    async () => { await using AppFile file = await depot.ReadReportAsync(); return file.ContentType ?? ""; },
                ];
            }
        }
        """;

    private static readonly Lazy<LoadedCode> s_program = new(() =>
    {
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true));
        CSharpCompilation user = project.CreateCompilation().AddSyntaxTrees(project.Parse(SourceText.From(Code, Encoding.UTF8), "Program.cs"));
        return new LoadedCode(Project.Run(project.CreateDriver([new Document("depot.openapi.json", DepotDocument.Json)]), user));
    });

    /// <summary>Makes all calls, in each way that an app may answer them.</summary>
    /// <returns>What went wrong with each, from the app's refusal to a value that was lost; empty: nothing.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(StandIn app)
    {
        using HttpClient http = new(app, disposeHandler: false) { BaseAddress = new Uri("http://localhost") };
        Func<Task<string>>[] calls = (Func<Task<string>>[])s_program.Value.Assembly.GetType("Program")!.GetMethod("CallsOf")!.Invoke(null, [http])!;
        List<string> wrong = [];
        foreach (InstanceKind kind in new InstanceKind[] { new(), new(Variant: 1), new(Variant: 2), new(Variant: 3), new(HasOptional: false), new(HasNulls: true) })
        {
            app.Kind = kind;
            foreach ((Func<Task<string>> call, int number) in calls.Select((call, i) => (call, i)))
            {
                if (await JudgeAsync(app, call) is { } problem)
                {
                    wrong.Add($"call {number}, {kind}: {problem}");
                }
            }
        }

        return wrong;
    }

    // The one error that is declared, as its type carries it.
    public static async Task<string> ErrorAsync(StandIn app)
    {
        using HttpClient http = new(app, disposeHandler: false) { BaseAddress = new Uri("http://localhost") };
        app.Error = "409";
        try
        {
            await ((Func<Task<string>>[])s_program.Value.Assembly.GetType("Program")!.GetMethod("CallsOf")!.Invoke(null, [http])!)[2]();
            return "no error";
        }
        catch (AppException exception)
        {
            return exception.GetType().GetGenericArguments() is [var type] ? type.Name : $"{(int)(exception.StatusCode ?? 0)}";
        }
    }

    private static async Task<string?> JudgeAsync(StandIn app, Func<Task<string>> call)
    {
        try
        {
            string result = await call();
            return app.Lost is { } lost ? $"{lost} was lost"
                : app.Sent is { } sent && !JsonNode.DeepEquals(sent, JsonNode.Parse(result)) ? $"{sent.ToJsonString()} became {result}"
                : result is not "" and not "application/pdf" and not ['{' or '[', ..] ? $"a file of another kind: {result}"
                : null;
        }
        catch (AppException exception)
        {
            return exception.Message.Split('\n')[0];
        }
    }
}
