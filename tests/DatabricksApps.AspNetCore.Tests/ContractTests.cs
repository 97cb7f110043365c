using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>Whether an app still promises what a program uses, asked of the document that it serves.</summary>
public sealed class ContractTests
{
    [Fact]
    public async Task The_document_that_the_program_was_built_from_is_healthy_however_it_is_indented()
    {
        await using DocumentApp app = await DocumentApp.StartAsync(JsonSerializer.Serialize(JsonDocument.Parse(ContractProgram.Document)));
        await using ContractProgram program = await ContractProgram.StartAsync(app);

        HealthReportEntry entry = await program.CheckAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HealthStatus.Healthy, "The app serves the document that this program was built from."), (entry.Status, entry.Description));
        Assert.Equal(["asked", "contract", "document"], entry.Data.Keys.Order());
        Assert.Equal(("same", "/api/openapi.json"), (entry.Data["contract"], entry.Data["document"]));
        Assert.Equal(["apps"], entry.Tags);
    }

    [Theory]
    [InlineData("\"/api/items\"", "\"/api/things\"", "GET /api/items is gone; POST /api/items is gone")]
    [InlineData("\"name\": \"limit\"", "\"name\": \"count\"", "'limit' of GET /api/items is 'count' now")]
    [InlineData("{ \"name\": \"limit\", \"in\": \"query\", \"schema\": { \"type\": \"integer\", \"default\": 20 } }", "", "'limit' of GET /api/items is gone: the app ignores it, or refuses the call")]
    [InlineData("\"default\": 20 } }", "\"default\": 20 } }, { \"name\": \"org\", \"in\": \"query\", \"required\": true, \"schema\": { \"type\": \"string\" } }", "'org' of GET /api/items must be given now")]
    [InlineData("\"schema\": { \"type\": \"integer\", \"default\": 20 }", "\"required\": true, \"schema\": { \"type\": \"integer\" }", "'limit' of GET /api/items became required, was optional")]
    [InlineData("\"default\": 20", "\"default\": 50", "'limit' of GET /api/items left out means 50 now, was 20")]
    [InlineData("\"type\": \"integer\", \"default\": 20", "\"type\": \"boolean\", \"default\": true", "'limit' of GET /api/items left out means true now, was 20; 'limit' of GET /api/items is boolean now, was integer")]
    [InlineData("\"required\": [\"id\", \"quantity\"]", "\"required\": [\"id\"]", "'quantity' of Item became optional, was required")]
    [InlineData("\"quantity\": { \"type\": \"integer\" }", "\"quantity\": { \"anyOf\": [ { \"type\": \"integer\" }, { \"type\": \"null\" } ] }", "'quantity' of Item may be null now, was never null")]
    [InlineData("\"quantity\": { \"type\": \"integer\" }", "\"quantity\": { \"type\": \"string\" }", "'quantity' of Item is string now, was integer")]
    [InlineData("\"id\": { \"type\": \"integer\" }", "\"id\": { \"type\": \"string\" }", "'id' of Item is string now, was integer")]
    [InlineData("\"note\": { \"type\": \"string\" }, ", "", "'note' of Item is gone, was string, optional")]
    [InlineData("\"required\": [\"name\"]", "\"required\": [\"name\", \"color\"]", "'color' of NewItem became required, was optional")]
    [InlineData("[\"red\", ", "[", "'red' is no value of Color any more")]
    [InlineData("{ \"type\": \"array\", \"items\": { \"$ref\": \"#/components/schemas/Item\" } }", "{ \"$ref\": \"#/components/schemas/Item\" }", "GET /api/items gives Item now, was Item[]")]
    [InlineData("{ \"type\": \"array\", \"items\": { \"$ref\": \"#/components/schemas/Item\" } }", "{}", "GET /api/items gives any now, was Item[]")]
    public async Task What_the_program_uses_and_is_less_degrades_with_the_sentence_of_the_build(string was, string now, string description)
    {
        HealthReportEntry entry = await CheckAsync(ContractProgram.Document.Replace(was, now, StringComparison.Ordinal));

        Assert.Equal(description.Split("; ").Order(), entry.Description!.Split("; ").Order());
        Assert.Equal((HealthStatus.Degraded, (object)"weaker"), (entry.Status, entry.Data["contract"]));
        Assert.Equal(description.Split("; ").Order(), Assert.IsType<string[]>(entry.Data["differences"]).Order());
    }

    [Fact]
    public async Task A_document_that_echoes_the_token_shows_it_to_nobody()
    {
        HealthReportEntry entry = await CheckAsync(ContractProgram.Document.Replace("\"required\": [\"name\"]", $"\"required\": [\"name\", \"Bearer {ContractProgram.Token}\"]", StringComparison.Ordinal)
            .Replace("\"name\": { \"type\": \"string\"", $"\"Bearer {ContractProgram.Token}\": {{ \"type\": \"string\" }}, \"name\": {{ \"type\": \"string\"", StringComparison.Ordinal));

        Assert.Equal("'Bearer ***' of NewItem must be given now", entry.Description);
        Assert.Equal(["'Bearer ***' of NewItem must be given now"], Assert.IsType<string[]>(entry.Data["differences"]));
    }

    [Theory]
    [InlineData("\"/api/other\"", "\"/api/another\"")]
    [InlineData(", \"extra\": { \"type\": \"string\" }", "")]
    [InlineData("\"enum\": [\"red\", \"green\", \"blue\"]", "\"enum\": [\"red\", \"green\", \"black\"]")]
    [InlineData("\"required\": [\"id\", \"quantity\"]", "\"required\": [\"id\", \"quantity\", \"note\"]")]
    [InlineData("\"required\": [\"name\"]", "\"required\": []")]
    [InlineData("\"note\": { \"type\": \"string\" }", "\"note\": { \"type\": \"string\", \"maxLength\": 3 }")]
    [InlineData("\"quantity\": { \"type\": \"integer\" }", "\"quantity\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/Count\" } ] }, \"Count\": { \"type\": \"integer\" }")]
    [InlineData("\"Item\": {", "\"Item\": { \"description\": \"New.\",")]
    public async Task What_it_does_not_use_or_is_no_less_is_healthy(string was, string now)
    {
        HealthReportEntry entry = await CheckAsync(ContractProgram.Document.Replace(was, now, StringComparison.Ordinal));

        Assert.Equal(
            (HealthStatus.Healthy, "The app's document has changed, and nothing of it that this program uses has become less."),
            (entry.Status, entry.Description));
        Assert.Equal("changed", entry.Data["contract"]);
    }

    [Fact]
    public async Task What_cannot_be_judged_is_counted_and_not_told()
    {
        HealthReportEntry entry = await CheckAsync(ContractProgram.Document.Replace(
            "\"quantity\": { \"type\": \"integer\" }", "\"quantity\": { \"$ref\": \"other.json#/Count\" }", StringComparison.Ordinal));

        Assert.Equal((HealthStatus.Healthy, (object)"changed", (object)1), (entry.Status, entry.Data["contract"], entry.Data["notCompared"]));
    }

    [Theory]
    [InlineData("<html>login</html>", "what the app serves at /api/openapi.json is no JSON")]
    [InlineData("{}", "what the app serves at /api/openapi.json is no document of OpenAPI 3")]
    [InlineData("[", "what the app serves at /api/openapi.json is no JSON")]
    public async Task What_is_no_document_is_unknown_and_healthy(string served, string reason)
    {
        HealthReportEntry entry = await CheckAsync(served);

        Assert.Equal((HealthStatus.Healthy, (object)"unknown", (object)reason), (entry.Status, entry.Data["contract"], entry.Data["reason"]));
        Assert.Equal("Whether the app's document has changed is unknown: " + reason, entry.Description);
    }

    [Fact]
    public async Task A_document_that_lies_too_deep_is_unknown() =>
        Assert.Equal("unknown", (await CheckAsync(new string('[', 300) + new string(']', 300))).Data["contract"]);

    [Fact]
    public async Task Where_the_document_is_not_served_is_unknown_and_both_places_of_FastAPI_are_asked()
    {
        await using DocumentApp app = await DocumentApp.StartAsync("");
        app.Path = "/nowhere";
        await using ContractProgram program = await ContractProgram.StartAsync(app);

        HealthReportEntry entry = await program.CheckAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HealthStatus.Healthy, (object)"unknown"), (entry.Status, entry.Data["contract"]));
        Assert.StartsWith("GET /openapi.json: the app answered 404 (Not Found)", (string)entry.Data["reason"], StringComparison.Ordinal);
        Assert.Equal(["/api/openapi.json 404", "/openapi.json 404"], app.Asked);
    }

    [Fact]
    public async Task A_path_of_the_users_is_asked_alone()
    {
        await using DocumentApp app = await DocumentApp.StartAsync(ContractProgram.Document);
        app.Path = "/api/v2/openapi.json";
        await using ContractProgram program = await ContractProgram.StartAsync(app, path: "/api/v2/openapi.json");

        Assert.Equal("same", (await program.CheckAsync(TestContext.Current.CancellationToken)).Data["contract"]);
        Assert.Equal(["/api/v2/openapi.json 200"], app.Asked);
    }

    [Fact]
    public async Task Without_a_file_of_the_build_nothing_is_asked_and_the_reason_says_what_to_do()
    {
        await using DocumentApp app = await DocumentApp.StartAsync(ContractProgram.Document);
        await using ContractProgram program = await ContractProgram.StartAsync(app, hasFile: false);

        HealthReportEntry entry = await program.CheckAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HealthStatus.Healthy, (object)"unknown"), (entry.Status, entry.Data["contract"]));
        Assert.Contains("cannot be read", (string)entry.Data["reason"], StringComparison.Ordinal);
        Assert.Empty(app.Asked);
    }

    [Fact]
    public async Task The_app_is_asked_at_the_start_and_then_once_an_hour_and_sends_nothing_that_is_known()
    {
        await using DocumentApp app = await DocumentApp.StartAsync(ContractProgram.Document);
        app.ETag = "\"1\"";
        await using ContractProgram program = await ContractProgram.StartAsync(app);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        List<object> seen = [];

        for (int i = 0; i < 4; i++)
        {
            seen.Add((await program.CheckAsync(cancellationToken)).Data["contract"]);
            program.Time.Advance(TimeSpan.FromMinutes(29));
        }

        app.ETag = "\"2\"";
        app.Document = ContractProgram.Document.Replace("[\"id\", \"quantity\"]", "[\"id\"]", StringComparison.Ordinal);
        seen.Add((await program.CheckAsync(cancellationToken)).Data["contract"]);
        program.Time.Advance(TimeSpan.FromMinutes(61));
        seen.Add((await program.CheckAsync(cancellationToken)).Data["contract"]);
        program.Time.Advance(TimeSpan.FromMinutes(61));
        seen.Add((await program.CheckAsync(cancellationToken)).Data["contract"]);

        Assert.Equal(["same", "same", "same", "same", "same", "weaker", "weaker"], seen);
        Assert.Equal(["/api/openapi.json 200", "/api/openapi.json 304", "/api/openapi.json 200", "/api/openapi.json 304"], app.Asked);
    }

    [Fact]
    public async Task An_app_that_is_not_reached_is_asked_again_in_a_minute_and_what_was_found_stays()
    {
        await using DocumentApp app = await DocumentApp.StartAsync(ContractProgram.Document.Replace("[\"id\", \"quantity\"]", "[\"id\"]", StringComparison.Ordinal));
        app.Status = 503;
        await using ContractProgram program = await ContractProgram.StartAsync(app);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        HealthReportEntry first = await program.CheckAsync(cancellationToken);
        app.Status = null;
        program.Time.Advance(TimeSpan.FromSeconds(61));
        HealthReportEntry second = await program.CheckAsync(cancellationToken);
        app.Status = 403;
        program.Time.Advance(TimeSpan.FromMinutes(61));
        HealthReportEntry third = await program.CheckAsync(cancellationToken);

        Assert.Equal((HealthStatus.Healthy, (object)"unknown"), (first.Status, first.Data["contract"]));
        Assert.Equal((HealthStatus.Degraded, (object)"weaker"), (second.Status, second.Data["contract"]));
        Assert.False(second.Data.ContainsKey("reason"));
        Assert.Equal((HealthStatus.Degraded, (object)"weaker"), (third.Status, third.Data["contract"]));
        Assert.StartsWith("GET /api/openapi.json: the app answered 403 (Forbidden)", (string)third.Data["reason"], StringComparison.Ordinal);
        Assert.All([first, second, third], entry => Assert.DoesNotContain(
            ContractProgram.Token, entry.Description + JsonSerializer.Serialize(entry.Data) + entry.Exception, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_that_is_ended_leaves_what_is_known()
    {
        await using DocumentApp app = await DocumentApp.StartAsync(ContractProgram.Document);
        await using ContractProgram program = await ContractProgram.StartAsync(app);
        await program.CheckAsync(TestContext.Current.CancellationToken);
        program.Time.Advance(TimeSpan.FromHours(2));
        using CancellationTokenSource ended = new();
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => program.CheckAsync(ended.Token));
        Assert.Equal("same", (await program.CheckAsync(TestContext.Current.CancellationToken)).Data["contract"]);
    }

    private static async Task<HealthReportEntry> CheckAsync(string document)
    {
        await using DocumentApp app = await DocumentApp.StartAsync(document);
        await using ContractProgram program = await ContractProgram.StartAsync(app);
        return await program.CheckAsync(TestContext.Current.CancellationToken);
    }
}
