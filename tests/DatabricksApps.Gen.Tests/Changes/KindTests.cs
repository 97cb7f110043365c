using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Tests.Contract;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>What is of the wire alone, of null, of constants and of order is told where it matters, and nowhere else.</summary>
public sealed class KindTests
{
    private const string List = "/paths/~1api~1items/get";
    private const string Create = "/paths/~1api~1items/post";
    private const string Schemas = "/components/schemas";

    [Theory]
    // What is left out by null or default is left out.
    [InlineData($"{List}/parameters/1/schema/default", """50""", """await depot.Items.ListItemsAsync("a", "b", null);""", """DBXAPP0301 [null] '…limit' of GET /api/items left out means 50 now, was 20. Give it here if the old value is meant""")]
    [InlineData($"{List}/parameters/1/schema/default", """50""", """await depot.Items.ListItemsAsync("a", limit: default);""", """DBXAPP0301 [limit: default] '…limit' of GET /api/items left out means 50 now, was 20. Give it here if the old value is meant""")]
    // Another name on the wire alone, and another place.
    [InlineData($"{List}/parameters/0/name", """ "Q" """, """await depot.Items.ListItemsAsync("a", q: "b");""", """DBXAPP0303 [q: "b"] '…q' of GET /api/items is 'Q' now. Build and deploy this: what is deployed sends the old name""")]
    [InlineData($"{List}/parameters/0/name", """ "text" """, """await depot.Items.ListItemsAsync("a", "b");""", """CS1503""", """DBXAPP0302 ["b"] '…q' of GET /api/items is 'text' now. Name the argument text""")]
    [InlineData($"{List}/parameters/0/name", """ "text" """, """await depot.Items.ListItemsAsync("a", q: "b");""", """CS1739""", """DBXAPP0302 [q:] '…q' of GET /api/items is 'text' now. Name the argument text""")]
    [InlineData($"{List}/parameters/2/name", """ "x-team" """, """await depot.Items.ListItemsAsync(xTeam: "a");""")]
    [InlineData($"{List}/parameters/0/in", """ "header" """, """await depot.Items.ListItemsAsync("a", q: "b");""", """DBXAPP0303 [ListItemsAsync] '…the header 'q' of GET /api/items goes as a header now, was in the query. Build and deploy this: what is deployed sends it as before""")]
    [InlineData($"{Schemas}/NameTaken", """{ "type": "object", "required": ["existingId"], "properties": { "existingId": { "type": "integer" } } }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> taken) { Console.WriteLine(taken.Error?.ExistingId); }""", """DBXAPP0303 [ExistingId] '…existing_id' of NameTaken is 'existingId' now. Build and deploy this: what is deployed reads the old name""")]
    [InlineData($"{Schemas}/Color/enum/0", """ "Red" """, """Color color = Color.Red;""", """DBXAPP0303 [Red] '…red' of Color is 'Red' now. Build and deploy this: what is deployed knows the old one""")]
    [InlineData($"{Schemas}/Color/enum/0", """ "Red" """, """Color color = "red";""", """DBXAPP0301 ["red"] '…red' of Color is 'Red' now. The app refuses this value""")]
    [InlineData($"{Schemas}/Color/enum/0", """ "Red" """, """int number = item.Color.Kind switch { Color.Known.Red => 1, _ => 2 };""", """DBXAPP0303 [item.Color.Kind] '…red' of Color is 'Red' now. Build and deploy this: what is deployed knows the old one""")]
    // Null left it out, and is refused now: also where C# refuses it itself.
    [InlineData($"{List}/parameters/0/required", "true", """await depot.Items.ListItemsAsync("a", maybe);""", "CS8604", """DBXAPP0301 [maybe] '…q' of GET /api/items became required, was optional. Null is refused here""")]
    [InlineData($"{Schemas}/Bolt/required", """["kind","size"]""", """Bolt made = new() { Size = null };""", """DBXAPP0301 [Size] '…size' of Bolt became required, was optional. Set Size here""", "CS0037")]
    [InlineData($"{Schemas}/Bolt/required", """["kind","size"]""", """Bolt made = new() { Size = 2 };""")]
    // What is only received is made in tests, where C# alone has a say.
    [InlineData($"{Schemas}/Item/required", """["id","color","note"]""", """Item made = new() { Id = 1, Color = Color.Red };""", "CS9035", """DBXAPP0301 [new] '…note' of Item became required, was optional. Set Note here""")]
    [InlineData($"{Schemas}/Item/required", """["id","color","note"]""", """Item made = new() { Id = 1, Color = Color.Red, Note = text };""")]
    [InlineData($"{Schemas}/Item/properties/id", """{ "type": "string" }""", """Item made = new() { Id = 1, Color = Color.Red };""", """DBXAPP0301 [Id] '…id' of Item is string now, was integer. Another type is asked for here""", "CS0029")]
    [InlineData($"{Schemas}/Item/properties/id", """{ "type": "number" }""", """Item made = new() { Id = 1, Color = Color.Red };""")]
    [InlineData($"{Schemas}/NameTaken", """{ "type": "object", "required": ["existing_id", "by"], "properties": { "existing_id": { "type": "integer" }, "by": { "type": "string" } } }""", """NameTaken made = new() { ExistingId = 1 };""", "CS9035", """DBXAPP0301 [new] '…by' of NameTaken is new. Set By here""")]
    [InlineData($"{Schemas}/NameTaken", """{ "type": "object", "required": ["existing_id"], "properties": { "existing_id": { "type": "integer" }, "by": { "type": "string" } } }""", """NameTaken made = new() { ExistingId = 1 };""")]
    // A body that is the one field of the body now.
    // More is taken.
    [InlineData($"{List}/parameters/1/schema", """{ "type": "number", "default": 20, "maximum": 100 }""", """await depot.Items.ListItemsAsync("a", limit: 5);""")]
    [InlineData($"{List}/parameters/1/schema", """{ "type": "string" }""", """await depot.Items.ListItemsAsync("a", limit: 5);""", """DBXAPP0301 [limit: 5] '…limit' of GET /api/items is string now, was integer. See what is given here""", """CS1503""")]
    // Something optional stands before the options.
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """await depot.Items.ListItemsAsync("a", "b", 3, null, CancellationToken.None);""", """CS1503""", """DBXAPP0301 [CancellationToken.None] '…page' of GET /api/items can be given now. It stands before the options here: name the arguments behind it""")]
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """await depot.Items.ListItemsAsync("a", "b", 3, new AppRequestOptions());""", """CS1503""", """DBXAPP0301 [new AppRequestOptions()] '…page' of GET /api/items can be given now. It stands before the options here: name the arguments behind it""")]
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """await depot.Items.ListItemsAsync("a", "b", 3, options: null);""")]
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """Func<string, string?, long?, AppRequestOptions?, CancellationToken, Task<IReadOnlyList<Item>>> list = depot.Items.ListItemsAsync;""", """CS0123""", """DBXAPP0301 [ListItemsAsync] '…page' of GET /api/items can be given now. It stands before the options here: name the arguments behind it""")]
    [InlineData("/paths/~1api~1items~1{item_id}/delete/requestBody", """{ "content": { "application/json": { "schema": { "type": "string" } } } }""", """await depot.Items.DeleteItemAsync(7, null, CancellationToken.None);""", """CS1503""", """DBXAPP0301 [CancellationToken.None] '…DELETE /api/items/{item_id} takes a body now. It stands before the options here: name the arguments behind it""")]
    // Null as C# sees it.
    [InlineData($"{Schemas}/Item/required", """["id","color","note"]""", """Console.WriteLine(item.Note ?? "none");""")]
    [InlineData($"{Schemas}/Item/properties/note", """{ "type": "string" }""", """Console.WriteLine(item.Note ?? "none");""")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """if (item is { Id: { } id }) Console.WriteLine(id);""")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """Item? some = item; Console.WriteLine(some?.Id ?? 0);""")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """Console.WriteLine(item.Id switch { > 3 => 1, _ => 2 });""", """DBXAPP0301 [Id] '…id' of Item became optional, was required. Null is possible here""")]
    [InlineData($"{Schemas}/NameTaken/required", """[]""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> taken) { long id = taken.Error?.ExistingId ?? 0; }""")]
    [InlineData($"{Schemas}/Bolt/required", """["kind","size"]""", """if (part.TryGetBolt(out Bolt? bolt) && bolt is { Size: null }) { }""", """DBXAPP0301 [Size] '…size' of Bolt became required, was optional. It is never null here""", """CS0037""")]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """if (await depot.Items.CreateItemAsync(new NewItem { Name = "a" }) is { } made) Console.WriteLine(made.Id);""")]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """Item? made = await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """Func<Task> create = () => depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    [InlineData("/paths/~1api~1items~1{item_id}/delete/responses", """{ "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } } }""", """await depot.Items.DeleteItemAsync(7); Task deleted = depot.Items.DeleteItemAsync(8);""")]
    // Constants and discriminators that are sent and read.
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """Part made = new Bolt { Size = 1 };""", """DBXAPP0303 [new Bolt { Size = 1 }] '…Bolt of Part is told by tag=screw now, was tag=bolt. Build and deploy this: what is deployed knows the old one""")]
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """if (part.TryGetBolt(out _)) { }""", """DBXAPP0303 [TryGetBolt] '…Bolt of Part is told by tag=screw now, was tag=bolt. Build and deploy this: what is deployed knows the old one""")]
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """if (part.Value is Bolt bolt) { }""", """DBXAPP0303 [Bolt bolt] '…Bolt of Part is told by tag=screw now, was tag=bolt. Build and deploy this: what is deployed knows the old one""")]
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """if (part.TryGetNut(out _)) { }""")]
    [InlineData($"{Schemas}/NewItem", """{ "type": "object", "required": ["name", "by"], "properties": { "name": { "type": "string", "minLength": 1 }, "urgent": { "type": "boolean", "default": false }, "by": { "const": "me" } } }""", """await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""", """DBXAPP0303 [NewItem] '…by' of NewItem is new, and always "me". Build and deploy this: what is deployed does not send it""")]
    // Values and cases that nothing takes, and that are gone.
    [InlineData($"{Schemas}/Color/enum/-", """ "black" """, """switch (item.Color.Kind) { case Color.Known.Red: break; case Color.Known.Green: break; case Color.Known.Blue: break; }""", """DBXAPP0301 [item.Color.Kind] '…black' is a value of Color now. Nothing here takes it""")]
    [InlineData($"{Schemas}/Color/enum/-", """ "black" """, """switch (item.Color.Kind) { case Color.Known.Red: break; }""", """DBXAPP0304 [item.Color.Kind] '…black' is a value of Color now. Here it goes where the rest goes""")]
    [InlineData($"{Schemas}/Part", """{ "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Item" } ] }""", """if (part.Value is Nut) { }""", """DBXAPP0301 [part.Value is Nut] '…Nut is no case of Part any more. It never comes here any more""")]
    [InlineData($"{Schemas}/Part", """{ "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Item" } ] }""", """Part made = new Nut();""", """DBXAPP0302 [new Nut()] 'Part.implicit operator Part(Nut)' is obsolete: '…Nut is no case of Part any more. The app does not have it any more'""")]
    [InlineData($"{Schemas}/Part/oneOf", """[ { "$ref": "#/components/schemas/Nut" }, { "$ref": "#/components/schemas/Bolt" } ]""", """Console.WriteLine(part.Match(a => a.Size ?? 0, b => 1, c => 2));""")]
    // An error that another status carries.
    [InlineData($"{Create}/responses", """{ "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } }, "422": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NameTaken" } } } } }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken>) { }""")]
    [InlineData($"{Create}/responses", """{ "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } }, "422": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NameTaken" } } } } }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> taken) when ((int?)taken.StatusCode == 409) { }""", """DBXAPP0301 [AppException<NameTaken>] '…POST /api/items does not declare 409 any more. Another status carries it: see what the filter asks for here""")]
    [InlineData($"{Create}/responses/409", null, """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); await depot.Items.DeleteItemAsync(7); } catch (AppException<NameTaken>) { }""", """DBXAPP0304 [AppException<NameTaken>] '…POST /api/items does not declare 409 any more. This call does not throw it any more""")]
    public void It_is_told_where_it_matters(string pointer, string? value, string statements, params string[] told)
    {
        string[] seen = ChangedDepot.Told(DepotDocument.With(pointer, value), statements);

        // The line of the document is a test of its own.
        Assert.Equal(told.Select(text => text.Trim()), seen.Select(text => System.Text.RegularExpressions.Regex.Replace(text, "'?depot.openapi.json:[0-9]+: '?", "'…")));
    }

    // A project may add methods of its own to a union.
    [Fact]
    public void A_method_of_the_projects_own_stops_nothing()
    {
        string after = DepotDocument.With("/components/schemas/Part/oneOf", """[ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Item" } ]""");
        string code = ChangedDepot.CodeOf("if (part.Value is Nut) { }") + " namespace MyApp.DepotApi { partial struct Part { public static int FromNut() => 1; } }";

        string[] told = [.. Caller.Diagnose(Caller.Compile(ChangedDepot.Indented(after), ChangedDepot.Lock, code)).Select(diagnostic => diagnostic.Id)];

        Assert.Contains("DBXAPP0301", told);
        Assert.DoesNotContain("AD0001", told);
    }
}
