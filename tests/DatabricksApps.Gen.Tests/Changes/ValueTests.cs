using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Tests.Contract;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>Texts, enums and constants are judged by what is given, and by whether more or less is promised; errors and null by what the code asks.</summary>
public sealed class ValueTests
{
    private const string List = "/paths/~1api~1items/get";
    private const string Create = "/paths/~1api~1items/post";
    private const string Schemas = "/components/schemas";
    private const string Text = """{ "type": "string" }""";
    private const string Two = """{ "enum": ["x", "y"] }""";
    private const string Maybe = """{ "anyOf": [ { "type": "string" }, { "type": "null" } ] }""";
    private const string Error = """{ "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NameTaken" } } } }""";
    private const string Made = """ "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } } """;
    private const string Declared = $$"""{ {{Made}}, "409": {{Error}} }""";
    private const string Bare = $$"""{ {{Made}} }""";
    private const string NotThrown = "'…POST /api/items does not declare 409 any more. This call does not throw it any more";
    private const string MaybeNull = "'…note' of Item may be null now, was never null. Null is possible here";

    [Theory]
    // A text is given where an enum was asked for, and the other way round.
    [InlineData($"{List}/parameters/0/schema", Two, Text, """await depot.Items.ListItemsAsync("a", q: "x"); await depot.Items.ListItemsAsync("a", q: text);""")]
    [InlineData($"{List}/parameters/0/schema", Two, Text, """await depot.Items.ListItemsAsync("a", q: ListItemsQ.X);""", "DBXAPP0302 ListItemsQ", "CS1503", "DBXAPP0301 [ListItemsQ.X] '…q' of GET /api/items is string now, was ListItemsQ. Another type is asked for here")]
    [InlineData($"{List}/parameters/0/schema", Text, Two, """await depot.Items.ListItemsAsync("a", q: "y");""")]
    [InlineData($"{List}/parameters/0/schema", Text, Two, """await depot.Items.ListItemsAsync("a", q: "z");""", "DBXAPP0301 [\"z\"] '…q' of GET /api/items is ListItemsQ now, was string. The app refuses another value")]
    [InlineData($"{List}/parameters/0/schema", Text, Two, """await depot.Items.ListItemsAsync("a", q: text);""", "DBXAPP0304 [text] '…q' of GET /api/items is ListItemsQ now, was string. The app refuses another value")]
    [InlineData($"{Schemas}/NewItem/properties/name", Text, Two, """await depot.Items.CreateItemAsync(new NewItem { Name = "x" });""")]
    [InlineData($"{Schemas}/NewItem/properties/name", Text, Two, """await depot.Items.CreateItemAsync(new NewItem { Name = "z" });""", "DBXAPP0301 [\"z\"] '…name' of NewItem is NewItemName now, was string. The app refuses another value")]
    [InlineData($"{Schemas}/NewItem/properties/name", Two, Text, """await depot.Items.CreateItemAsync(new NewItem { Name = "x" });""")]
    [InlineData($"{Schemas}/NewItem/properties/name", """{ "$ref": "#/components/schemas/Color" }""", """{ "title": "Paint", "enum": ["red", "green"] }""", """NewItem made = new() { Name = "red" }, other = new() { Name = "green" };""")]
    [InlineData($"{Schemas}/NewItem/properties/name", """{ "$ref": "#/components/schemas/Color" }""", """{ "title": "Paint", "enum": ["red", "green"] }""", """NewItem made = new() { Name = item.Color };""", "CS0029", "DBXAPP0301 [item.Color] '…name' of NewItem is NewItemName now, was Color. Another type is asked for here")]
    // One value alone.
    [InlineData($"{List}/parameters/0/schema", """{ "enum": ["x"] }""", Two, """await depot.Items.ListItemsAsync("a", q: "x"); await depot.Items.ListItemsAsync("a", q: text);""")]
    [InlineData($"{Schemas}/Color", """{ "enum": ["red", "green"] }""", """{ "const": "red" }""", """var color = item.Color; Console.WriteLine(color);""", "DBXAPP0301 [Color] '…color' of Item is string now, was Color. Another type is read here")]
    [InlineData($"{Schemas}/Item/properties/id", """{ "type": "integer" }""", """{ "const": 1 }""", """Console.WriteLine(item.Id + 1);""")]
    [InlineData($"{Schemas}/Item/properties/id", """{ "type": "string" }""", """{ "const": "a" }""", """Console.WriteLine(item.Id.Length);""")]
    [InlineData($"{Schemas}/Item/properties/id", """{ "const": 1 }""", """{ "type": "integer" }""", """Console.WriteLine(item.Id + 1);""", "DBXAPP0301 [Id] '…id' of Item is any integer, was always 1. Other values are possible here")]
    [InlineData($"{Schemas}/Item/properties/id", """{ "const": "a" }""", Two, """Console.WriteLine(item.Id);""", "DBXAPP0301 [Id] '…id' of Item is ItemId now, was string. Another type is read here")]
    // What is left out.
    [InlineData($"{List}/parameters/0/schema", Text, """{ "type": "integer" }""", """await depot.Items.ListItemsAsync("a", q: null); await depot.Items.ListItemsAsync("a", null); await depot.Items.ListItemsAsync("a", q: default);""")]
    [InlineData($"{Schemas}/NewItem/properties/urgent", Maybe, Text, """await depot.Items.CreateItemAsync(new NewItem { Name = "a", Urgent = null });""", "DBXAPP0303 [null] '…urgent' of NewItem is never null now, could be null. Build and deploy this: what is deployed sends null")]
    [InlineData($"{Schemas}/NewItem", """{ "type": "object", "properties": { "name": { "type": "integer", "default": 1 } } }""", """{ "type": "object", "required": ["name"], "properties": { "name": { "type": "integer" } } }""", """NewItem made = new();""", "CS9035", "DBXAPP0301 [new] '…name' of NewItem became required, was optional. Set Name here")]
    [InlineData($"{Schemas}/NewItem/properties/urgent", """{ "type": "object", "default": { "a": 1, "b": [2.0] } }""", """{ "type": "object", "default": { "b": [2.0], "a": 1 } }""", """await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    [InlineData($"{Schemas}/NewItem/properties/urgent", """{ "type": "object", "default": { "a": 1 } }""", """{ "type": "object", "default": { "a": 2 } }""", """await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""", "DBXAPP0301 [NewItem] '…urgent' of NewItem left out means {\"a\":2} now, was {\"a\":1}. Set Urgent here if the old value is meant")]
    // Headers are texts.
    [InlineData("/paths/~1api~1report/get/responses/200/headers", """{ "X-Pages": { "schema": { "type": "integer" } } }""", """{ "X-Pages": { "schema": { "type": "integer", "format": "int64" } } }""", """await using var file = await depot.AnswerOfAsync(c => c.ReadReportAsync());""")]
    [InlineData("/paths/~1api~1report/get/responses/200/headers", """{ "X-Pages": { "schema": { "type": "string", "format": "email" } } }""", """{ "X-Pages": { "schema": { "type": "integer", "format": "int64" } } }""", """await using var file = await depot.AnswerOfAsync(c => c.ReadReportAsync());""", "DBXAPP0301 [ReadReportAsync] '…the header 'X-Pages' of the answer of GET /api/report is integer now, was string. See what is read of the answer here")]
    // An error that another answer covers, and one that is gone.
    [InlineData($"{Create}/responses", Declared, $$"""{ {{Made}}, "default": {{Error}} }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> e) when (e.StatusCode == System.Net.HttpStatusCode.Conflict) { }""")]
    [InlineData($"{Create}/responses", Declared, $$"""{ {{Made}}, "4XX": {{Error}} }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> e) when (e.StatusCode == System.Net.HttpStatusCode.Conflict) { }""")]
    [InlineData($"{Create}/responses", Declared, $$"""{ {{Made}}, "5XX": {{Error}} }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> e) when (e.StatusCode == System.Net.HttpStatusCode.Conflict) { }""", "DBXAPP0301 [AppException<NameTaken>] '…POST /api/items does not declare 409 any more. Another status carries it: see what the filter asks for here")]
    [InlineData($"{Create}/responses", Declared, Bare, """var r = await depot.ResultOfAsync(c => c.Items.CreateItemAsync(new NewItem { Name = "a" })); if (r.Failure is AppException<NameTaken> e) { }""", "DBXAPP0301 [AppException<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """var r = await depot.ResultOfAsync(c => c.Items.CreateItemAsync(new NewItem { Name = "a" })); Console.WriteLine(r.Match(_ => 1, e => e is AppException<NameTaken> ? 2 : 3));""", "DBXAPP0301 [AppException<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """if ((await depot.ResultOfAsync(c => c.Items.CreateItemAsync(new NewItem { Name = "a" }))).TryGetError<NameTaken>(out _)) { }""", "DBXAPP0301 [TryGetError<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """var r = await depot.ResultOfAsync(c => c.Items.CreateItemAsync(new NewItem { Name = "a" })); int n = r.Failure switch { AppException<NameTaken> => 1, _ => 2 };""", "DBXAPP0301 [AppException<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """if (await depot.ResultOfAsync(c => c.Items.CreateItemAsync(new NewItem { Name = "a" })) is { Failure: { } f } && f is AppException<NameTaken>) { }""", "DBXAPP0301 [AppException<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """await depot.Items.CreateItemAsync(new NewItem { Name = "a" }).ContinueWith(t => Console.WriteLine(t.Exception?.InnerException as AppException<NameTaken>));""", "DBXAPP0301 [AppException<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """var r = await depot.ResultOfAsync(async c => { await c.Items.DeleteItemAsync(1); return await c.Items.CreateItemAsync(new NewItem { Name = "a" }); }); if (r.Failure is AppException<NameTaken>) { }""", "DBXAPP0304 [AppException<NameTaken>] " + NotThrown)]
    [InlineData($"{Create}/responses", Declared, Bare, """var r = await depot.ResultOfAsync(c => c.Items.ListItemsAsync("a")); if (r.Failure is AppException<NameTaken>) { } await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    // Null, where the compiler does not follow it.
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """if (!string.IsNullOrWhiteSpace(item.Note)) Console.WriteLine(item.Note.Length);""")]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """bool isLong = item.Note != null && item.Note.Length > 3; int length = item.Note is null ? 0 : item.Note.Length;""")]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """if (item.Note == null || item.Note.Length == 0) return; Console.WriteLine(item.Note.Length);""")]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """ArgumentNullException.ThrowIfNull(item.Note); Console.WriteLine(item.Note.Length);""")]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """while (item.Note is not { Length: > 0 }) { await Task.Yield(); } Console.WriteLine(item.Note.Length);""")]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """if (item.Note == null) { Console.WriteLine(); } Console.WriteLine(item.Note.Length);""", "DBXAPP0301 [Note] " + MaybeNull)]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """if (item.Note != null || text.Length > 1) Console.WriteLine(item.Note.Length);""", "DBXAPP0301 [Note] " + MaybeNull)]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """if (item.Note == null) return; item = (await depot.Items.ListItemsAsync("a"))[0]; Console.WriteLine(item.Note.Length);""", "DBXAPP0301 [Note] " + MaybeNull)]
    [InlineData($"{Schemas}/Item", Note, NoNote, Oblivious + """if (text != null) Console.WriteLine(item.Note.Length);""", "DBXAPP0301 [Note] " + MaybeNull)]
    [InlineData($"{Schemas}/Item", Note, NoNote, """string shown = item switch { { Note: null } => "-", { Note: var note } => note };""")]
    public void It_is_told_by_what_code_does(string pointer, string before, string after, string statements, params string[] told)
    {
        string accepted = LockFile.Write(Caller.DocumentName, DepotDocument.Facts(DepotDocument.With(pointer, before)));
        string code = ChangedDepot.CodeOf(statements);
        Assert.DoesNotContain(Caller.Diagnose(Caller.Compile(DepotDocument.With(pointer, before), accepted, code)), one => one.Severity == DiagnosticSeverity.Error || one.Id.StartsWith("DBX", StringComparison.Ordinal));

        string[] seen = [.. Caller.Diagnose(Caller.Compile(ChangedDepot.Indented(DepotDocument.With(pointer, after)), accepted, code))
            .Where(one => one.Id is not ("CS8602" or "CS8618"))
            .Select(one => one.Id.StartsWith("CS", StringComparison.Ordinal) ? one.Id
                : one.Id == "DBXAPP0302" ? $"{one.Id} {one.Location.SourceTree!.GetText().ToString(one.Location.SourceSpan)}"
                : $"{one.Id} [{one.Location.SourceTree!.GetText().ToString(one.Location.SourceSpan)}] {System.Text.RegularExpressions.Regex.Replace(one.GetMessage(), "'?depot.openapi.json:[0-9]+: '?", "'…")}")];

        Assert.Equal(told.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private const string Oblivious = "\n#nullable disable\n";
    private const string Note = """{ "type": "object", "required": ["note", "color"], "properties": { "note": { "type": "string" }, "color": { "$ref": "#/components/schemas/Color" } } }""";
    private const string NoNote = """{ "type": "object", "required": ["note", "color"], "properties": { "note": { "anyOf": [ { "type": "string" }, { "type": "null" } ] }, "color": { "$ref": "#/components/schemas/Color" } } }""";
}
