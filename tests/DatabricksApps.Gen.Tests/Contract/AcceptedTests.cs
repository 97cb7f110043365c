using DatabricksApps.Gen.Contract;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>What the build says of a document that has a lock, or should have one.</summary>
public sealed class AcceptedTests
{
    private static readonly string s_lock = LockFile.Write("depot.openapi.json", DepotDocument.Facts());

    [Fact]
    public void Nothing_is_said_of_what_was_accepted() => Assert.Empty(Told(DepotDocument.Json, s_lock));

    [Fact]
    public void Nothing_is_said_without_a_lock() => Assert.Empty(Told(DepotDocument.Json, null));

    [Fact]
    public void Changes_are_told_at_the_document_from_what_to_what() => Assert.Equal(
        "Info depot.openapi.json:1 DBXAPP0300: depot.openapi.json has 1 change since it was accepted: 'limit' of GET /api/items left out means 50 now, was 20. "
            + "Accept them, once your code is right: databricks-apps accept",
        Assert.Single(Told(DepotDocument.With("/paths/~1api~1items/get/parameters/1/schema/default", "50"), s_lock)));

    [Fact]
    public void Of_many_changes_the_first_are_told() => Assert.Matches(
        "^Info depot.openapi.json:1 DBXAPP0300: depot.openapi.json has [0-9]+ changes since it was accepted: .*; .*; .*; and [0-9]+ more. Accept them",
        Assert.Single(Told("""{"openapi":"3.1.0","info":{},"paths":{}}""", s_lock)));

    [Fact]
    public void A_project_may_ask_that_changes_are_accepted_before_it_builds() => Assert.StartsWith(
        "Error depot.openapi.json:1 DBXAPP0300: depot.openapi.json has 1 change since it was accepted: ",
        Assert.Single(Told(DepotDocument.With("/paths/~1api~1items/get/parameters/1/schema/default", "50"), s_lock, ("DatabricksAppsRequireAccepted", "true"))));

    [Fact]
    public void A_project_may_ask_that_a_document_was_accepted() => Assert.Equal(
        "Error depot.openapi.json:1 DBXAPP0300: depot.openapi.json was never accepted, and DatabricksAppsRequireAccepted asks for it: "
            + "run databricks-apps accept, and check in depot.openapi.lock",
        Assert.Single(Told(DepotDocument.Json, null, ("DatabricksAppsRequireAccepted", "true"))));

    [Fact]
    public void A_merge_conflict_is_told_at_its_lines_and_the_rest_is_read()
    {
        const string Fact = "\nGET /api/report ->";
        string conflict = s_lock.Replace(Fact, "\n<<<<<<< HEAD" + Fact, StringComparison.Ordinal) + "=======\n>>>>>>> other\n";

        IReadOnlyList<string> told = Told(DepotDocument.With("/paths/~1api~1items~1{item_id}/delete/operationId", "\"remove_item\""), conflict);

        string[] lines = conflict.Split('\n');
        Assert.Equal(
            new[] { "<<<<<<< HEAD", "=======", ">>>>>>> other" }.Select(marker => Array.IndexOf(lines, marker) + 1).Select(line =>
                $"Error depot.openapi.lock:{line} DBXAPP0305: The lock cannot be read here: "
                + $"the lock has a merge conflict: keep the lines of both sides, of a fact that both have one, and run databricks-apps accept (line {line})"),
            told);
    }

    [Fact]
    public void A_file_that_is_no_lock_is_told_by_its_first_lines() =>
        Assert.Equal(10, Told(DepotDocument.Json, string.Concat(Enumerable.Repeat("what is this\n", 1000))).Count);

    private static IReadOnlyList<string> Told(string json, string? accepted, params (string Name, string Value)[] properties)
    {
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true)) { Properties = properties };
        List<Document> documents = [new Document("depot.openapi.json", json)];
        if (accepted is not null)
        {
            documents.Add(new Document("depot.openapi.lock", accepted, isMarked: false));
        }

        GeneratedCode code = project.Generate(documents, TestContext.Current.CancellationToken);
        Assert.Null(code.Result.Exception);
        return
        [
            .. code.Diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("DBXAPP03", StringComparison.Ordinal))
                .Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Location.GetLineSpan().Path}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}: {diagnostic.GetMessage()}"),
        ];
    }
}
