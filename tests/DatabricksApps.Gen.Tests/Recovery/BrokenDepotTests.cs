using System.Text.Json.Nodes;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Recovery;
using DatabricksApps.Gen.Tests.Changes;
using DatabricksApps.Gen.Tests.Contract;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Recovery;

/// <summary>A document that is being edited: what can still be read stays, and code that uses the rest is told why it is missing.</summary>
public sealed class BrokenDepotTests
{
    private const string UseList = """var all = await depot.Items.ListItemsAsync("a", limit: 3);""";
    private const string UseDelete = """await depot.Items.DeleteItemAsync(7);""";
    private const string UseNote = """string? note = item.Note;""";
    private const string UseColor = """bool isRed = item.Color == Color.Red;""";

    private static string Indented { get; } = ChangedDepot.Indented(DepotDocument.Json).Replace("\r\n", "\n");

    /// <summary>Each break: what is replaced in the document, by what, and a statement that it does not touch.</summary>
    public static TheoryData<string, string, string> Breaks => new()
    {
        { "\"operationId\": \"delete_item\",", "\"operationId\": \"delete_item\"\",", UseList },
        { "\"operationId\": \"delete_item\",", "\"operationId\": \"delete_item\"\n\"tags\": [],", UseList },
        { "\"operationId\": \"delete_item\",", "\"opera\n\"operationId\": \"delete_item\",", UseDelete },
        { "\"operationId\": \"delete_item\",", "\"summary\": \n\"operationId\": \"delete_item\",", UseDelete },
        { "\"operationId\": \"delete_item\",", "\"operationId\": \"delete_item\",,", UseDelete },
        { "\"operationId\": \"delete_item\",", "operationId\": \"delete_item\",", UseDelete },
        { "\"operationId\": \"delete_item\",", "<<<<<<< HEAD\n\"operationId\": \"delete_item\",\n=======\n\"operationId\": \"remove_item\",\n>>>>>>> other", UseDelete },
        { "      },\n      \"NewItem\": {", "      \n      \"NewItem\": {", UseColor },
        { "      },\n      \"NewItem\": {", "      }\n},\n      \"NewItem\": {", UseColor },
        { "          \"note\": {", "          \"note\n", UseColor },
        { "\"/api/items/{item_id}\": {", "\"/api/items/{item_id}: {", UseList },
        { "\"/api/items/{item_id}\": {", "\"/api/items/{item_id}\": {\n  \"parameters\": [\n", UseList },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void What_a_break_does_not_touch_is_as_it_was(string text, string broken, string statement) =>
        Assert.Empty(Told(Broken(text, broken), statement));

    [Theory]
    [InlineData("\"operationId\": \"delete_item\",", "\"operationId\": \"delete_item\"\",", UseNote + UseColor + UseDelete, null)]
    [InlineData("          \"note\": {", "          \"note { no\n", UseNote, "DBXAPP0002 [item.Note] 'Item.Note' is obsolete: 'depot.openapi.json cannot be read at line …. In what can be read, 'note' of Item is gone, was string?, optional'")]
    [InlineData("\"/api/items/{item_id}\": {", "/api/items/{item_id} { \"x\" ", UseDelete, "DBXAPP0002 [depot.Items.DeleteItemAsync(7)] 'ItemsOperations.DeleteItemAsync(long, AppRequestOptions?, CancellationToken)' is obsolete: 'depot.openapi.json cannot be read at line …. In what can be read, DELETE /api/items/{item_id} is gone'")]
    public void What_is_missing_says_why_at_the_line_that_uses_it(string text, string broken, string statements, string? told) =>
        Assert.Equal(told is null ? [] : [told], Told(Broken(text, broken), statements));

    [Theory]
    [InlineData("", "DBXAPP0003", "depot.openapi.json is no OpenAPI document: the file is empty. In what can be read, ")]
    [InlineData("<html>", "DBXAPP0003", "depot.openapi.json is no OpenAPI document: it is HTML or XML, perhaps the sign-in page that was answered in the document's place. In what can be read, ")]
    [InlineData("{", "DBXAPP0002", "depot.openapi.json cannot be read at line …. In what can be read, ")]
    public void Of_a_file_that_says_nothing_the_lock_knows_all_names(string document, string id, string why)
    {
        string[] told = Told(document, UseList + UseDelete + UseNote + UseColor);

        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.StartsWith(id + " [", line));
        Assert.All(told, line => Assert.Contains(why, line));
    }

    [Theory]
    [InlineData("", "DBXAPP0003")]
    [InlineData("{ \"openapi\": \"3.1.0\", \"paths\": { \"/api/a\": ", "DBXAPP0002")]
    public void Without_a_lock_the_client_itself_says_it(string document, string id)
    {
        Compilation compiled = Caller.Compile(document, null, "class Use { DepotClient depot = null!; void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => Microsoft.Extensions.DependencyInjection.DepotClientServiceCollectionExtensions.AddDepotClient(services); }");

        string[] told = [.. Caller.Diagnose(compiled).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree?.FilePath}")];

        Assert.Equal([$"{id} use.cs", $"{id} use.cs"], told);
    }

    [Fact]
    public void What_says_something_else_beside_a_break_is_not_told_until_it_can_be_read()
    {
        const string UseDefault = """var all = await depot.Items.ListItemsAsync("a");""";
        string changed = Indented.Replace("\"default\": 20", "\"default\": 50");

        Assert.StartsWith("DBXAPP0301 ", Assert.Single(Told(changed, UseDefault)));
        Assert.Empty(Told(changed.Replace("\"operationId\": \"delete_item\",", "\"operationId\": \"delete_item\",,"), UseDefault));
    }

    [Theory]
    // An object keeps its name, an enum and a union what they are: what is typed by them compiles.
    [InlineData("Item", "foreach (Item one in await depot.Items.ListItemsAsync(\"a\")) { }", 0)]
    [InlineData("Item", UseNote, 1)]
    [InlineData("Color", UseColor, 0)]
    [InlineData("Part", "if (item.Part is { } one && one.TryGetBolt(out Bolt? bolt)) Console.WriteLine(bolt.Size);", 0)]
    [InlineData("Bolt", "if (part.TryGetBolt(out Bolt? bolt)) Console.WriteLine(bolt.Size);", 1)]
    public void A_schema_that_cannot_be_read_keeps_its_type(string name, string statements, int told)
    {
        string[] seen = Told(Broken($"      \"{name}\": {{", $"      \"{name}\": !! {{"), statements);

        Assert.Equal(told, seen.Length);
        Assert.All(seen, line => Assert.StartsWith("DBXAPP0002 [", line));
    }

    [Fact]
    public void An_enum_of_numbers_and_texts_is_read_from_the_lock()
    {
        JsonObject root = new() { ["a"] = new JsonObject { ["$ref"] = "#/components/schemas/Size" } };
        EquatableArray<Fact> accepted = LockReader.Read("""
            Size                        Size enum:any received at=/components/schemas/Size
            Size = 1                    _1
            Size = "auto"               Auto
            Size = au"to                Wrong
            """, (_, _) => { });

        MissingComponents.Add(root, accepted);

        Assert.Equal("""[1,"auto"]""", root["components"]!["schemas"]!["Size"]!["enum"]!.ToJsonString());
    }

    private static string Broken(string text, string broken)
    {
        Assert.Contains(text, Indented);
        return Indented.Replace(text, broken);
    }

    private static string[] Told(string document, string statements) =>
    [
        .. Caller.Diagnose(Caller.Compile(document, ChangedDepot.Lock, ChangedDepot.CodeOf(statements)))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id} [{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}] {diagnostic.GetMessage()}")
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "at line .*?\\. In what", "at line …. In what")),
    ];
}
