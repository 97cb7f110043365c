// Runs cases that were taken from the tests of the Go and Python SDKs against the runtime's own credential code, with real
// processes for the CLIs and a real HTTP server for the workspace.
using DatabricksApps.AuthConformance;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/AuthConformance -- CASES.json");
    return 2;
}

IReadOnlyList<Case> cases = Case.ReadAll(args[0]);
Choices choices = Choices.Read(Path.Combine(AppContext.BaseDirectory, "choices.json"));
await using StubServer server = await StubServer.StartAsync();
using HttpClient client = server.CreateClient();
CaseRunner runner = new(server, client);

int passed = 0;
int refused = 0;
List<string> silent = [];
foreach (Case item in cases)
{
    Choice? choice = choices.For(item);
    Expectation expected = choice?.Expectation(item) ?? item.Expected;
    Outcome actual = await runner.RunAsync(item);
    if (item.IsDisputed && choice is null)
    {
        silent.Add(item.Id);
    }

    IReadOnlyList<string> differences = expected.DifferencesTo(actual);
    if (differences.Count == 0)
    {
        passed++;
        refused += actual.IsRefusedByApps ? 1 : 0;
    }
    else
    {
        Console.WriteLine($"FAILED {item.Id}{(choice is null ? "" : $" ({choice.Topic})")}\n   {string.Join("\n   ", differences)}");
    }
}

int disputed = cases.Count(item => item.IsDisputed);
int asPython = cases.Count(item => choices.For(item)?.Take == "python");
int stricter = cases.Count(item => choices.For(item)?.Take == "runtime");
Console.WriteLine($"{refused} cases end in a method that apps refuse, which the runtime then passes over");
Console.WriteLine($"{disputed} cases in which Go and Python differ; choices.json follows Python in {asPython}, is stricter than both in {stricter}, and follows Go in the others");
if (silent.Count > 0)
{
    Console.WriteLine($"Go was followed without an entry of choices.json in: {string.Join(", ", silent)}");
}

Console.WriteLine($"{passed} passed, {cases.Count - passed} failed");
return passed == cases.Count ? 0 : 1;
