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
    [InlineData($"{List}/parameters/1/schema/default", """50""", """await depot.Items.ListItemsAsync("a", "b", null);""")]
    [InlineData($"{List}/parameters/1/schema/default", """50""", """await depot.Items.ListItemsAsync("a", limit: default);""")]
    // Another name on the wire alone, and another place.
    [InlineData($"{List}/parameters/0/name", """ "Q" """, """await depot.Items.ListItemsAsync("a", q: "b");""")]
    [InlineData($"{List}/parameters/0/name", """ "text" """, """await depot.Items.ListItemsAsync("a", "b");""")]
    [InlineData($"{List}/parameters/0/name", """ "text" """, """await depot.Items.ListItemsAsync("a", q: "b");""")]
    [InlineData($"{List}/parameters/2/name", """ "x-team" """, """await depot.Items.ListItemsAsync(xTeam: "a");""")]
    [InlineData($"{List}/parameters/0/in", """ "header" """, """await depot.Items.ListItemsAsync("a", q: "b");""")]
    [InlineData($"{Schemas}/NameTaken", """{ "type": "object", "required": ["existingId"], "properties": { "existingId": { "type": "integer" } } }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> taken) { Console.WriteLine(taken.Error?.ExistingId); }""")]
    [InlineData($"{Schemas}/Color/enum/0", """ "Red" """, """Color color = Color.Red;""")]
    [InlineData($"{Schemas}/Color/enum/0", """ "Red" """, """Color color = "red";""")]
    [InlineData($"{Schemas}/Color/enum/0", """ "Red" """, """int number = item.Color.Kind switch { Color.Known.Red => 1, _ => 2 };""")]
    // More is taken.
    [InlineData($"{List}/parameters/1/schema", """{ "type": "number", "default": 20, "maximum": 100 }""", """await depot.Items.ListItemsAsync("a", limit: 5);""")]
    [InlineData($"{List}/parameters/1/schema", """{ "type": "string" }""", """await depot.Items.ListItemsAsync("a", limit: 5);""")]
    // Something optional stands before the options.
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """await depot.Items.ListItemsAsync("a", "b", 3, null, CancellationToken.None);""")]
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """await depot.Items.ListItemsAsync("a", "b", 3, new AppRequestOptions());""")]
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """await depot.Items.ListItemsAsync("a", "b", 3, options: null);""")]
    [InlineData($"{List}/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "string" } }""", """Func<string, string?, long?, AppRequestOptions?, CancellationToken, Task<IReadOnlyList<Item>>> list = depot.Items.ListItemsAsync;""")]
    [InlineData("/paths/~1api~1items~1{item_id}/delete/requestBody", """{ "content": { "application/json": { "schema": { "type": "string" } } } }""", """await depot.Items.DeleteItemAsync(7, null, CancellationToken.None);""")]
    // Null as C# sees it.
    [InlineData($"{Schemas}/Item/required", """["id","color","note"]""", """Console.WriteLine(item.Note ?? "none");""")]
    [InlineData($"{Schemas}/Item/properties/note", """{ "type": "string" }""", """Console.WriteLine(item.Note ?? "none");""")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """if (item is { Id: { } id }) Console.WriteLine(id);""")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """Item? some = item; Console.WriteLine(some?.Id ?? 0);""")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """Console.WriteLine(item.Id switch { > 3 => 1, _ => 2 });""")]
    [InlineData($"{Schemas}/NameTaken/required", """[]""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> taken) { long id = taken.Error?.ExistingId ?? 0; }""")]
    [InlineData($"{Schemas}/Bolt/required", """["kind","size"]""", """if (part.TryGetBolt(out Bolt? bolt) && bolt is { Size: null }) { }""")]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """if (await depot.Items.CreateItemAsync(new NewItem { Name = "a" }) is { } made) Console.WriteLine(made.Id);""")]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """Item? made = await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """Func<Task> create = () => depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    [InlineData("/paths/~1api~1items~1{item_id}/delete/responses", """{ "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } } }""", """await depot.Items.DeleteItemAsync(7); Task deleted = depot.Items.DeleteItemAsync(8);""")]
    // Constants and discriminators that are sent and read.
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """Part made = new Bolt { Size = 1 };""")]
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """if (part.TryGetBolt(out _)) { }""")]
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """if (part.Value is Bolt bolt) { }""")]
    [InlineData($"{Schemas}/Bolt/properties/kind", """{ "const": "screw" }""", """if (part.TryGetNut(out _)) { }""")]
    [InlineData($"{Schemas}/NewItem", """{ "type": "object", "required": ["name", "by"], "properties": { "name": { "type": "string", "minLength": 1 }, "urgent": { "type": "boolean", "default": false }, "by": { "const": "me" } } }""", """await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""")]
    // Values and cases that nothing takes, and that are gone.
    [InlineData($"{Schemas}/Color/enum/-", """ "black" """, """int number = item.Color.Value switch { "red" => 1, "green" => 2, "blue" => 3 };""")]
    [InlineData($"{Schemas}/Color/enum/-", """ "black" """, """switch (item.Color.Kind) { case Color.Known.Red: break; case Color.Known.Green: break; case Color.Known.Blue: break; }""")]
    [InlineData($"{Schemas}/Color/enum/-", """ "black" """, """switch (item.Color.Kind) { case Color.Known.Red: break; }""")]
    [InlineData($"{Schemas}/Part", """{ "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Item" } ] }""", """if (part.Value is Nut) { }""")]
    [InlineData($"{Schemas}/Part", """{ "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Item" } ] }""", """Part made = new Nut();""")]
    [InlineData($"{Schemas}/Part/oneOf", """[ { "$ref": "#/components/schemas/Nut" }, { "$ref": "#/components/schemas/Bolt" } ]""", """Console.WriteLine(part.Match(a => a.Size ?? 0, b => 1, c => 2));""")]
    // An error that another status carries.
    [InlineData($"{Create}/responses", """{ "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } }, "422": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NameTaken" } } } } }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken>) { }""")]
    [InlineData($"{Create}/responses", """{ "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } }, "422": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NameTaken" } } } } }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken> taken) when ((int?)taken.StatusCode == 409) { }""")]
    [InlineData($"{Create}/responses/409", null, """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); await depot.Items.DeleteItemAsync(7); } catch (AppException<NameTaken>) { }""")]
    public void It_is_told_where_it_matters(string pointer, string? value, string statements, params string[] told)
    {
        string[] seen = ChangedDepot.Told(DepotDocument.With(pointer, value), statements);

        File.AppendAllText("/tmp/kinds.txt", System.Text.Json.JsonSerializer.Serialize(new { pointer, value, statements, told = seen.Select(text => System.Text.RegularExpressions.Regex.Replace(text, "'?depot.openapi.json:[0-9]+: '?", "'…")) }) + "\n");
        // The line of the document is a test of its own.
        Assert.Equal(told.Select(text => text.Trim()), seen.Select(text => System.Text.RegularExpressions.Regex.Replace(text, "'?depot.openapi.json:[0-9]+: '?", "'…")));
    }
}
