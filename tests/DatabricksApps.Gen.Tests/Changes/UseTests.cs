using DatabricksApps.Gen.Tests.Contract;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>Each kind of change is told at the uses that it matters to, and at no others.</summary>
public sealed class UseTests
{
    private const string List = "/paths/~1api~1items/get";
    private const string Create = "/paths/~1api~1items/post";
    private const string Schemas = "/components/schemas";
    private const string TwoOfPart = "part.TryGetBolt(out _)";

    [Theory]
    // Left out, or given.
    [InlineData($"{List}/parameters/1/schema/default", "50", """await depot.Items.ListItemsAsync("a");""", "DBXAPP0301 [ListItemsAsync] '…limit' of GET /api/items left out means 50 now, was 20. Give it here if the old value is meant")]
    [InlineData($"{List}/parameters/1/schema/default", "50", """await depot.Items.ListItemsAsync("a", limit: 20);""", null)]
    [InlineData($"{List}/parameters/1/schema/default", "50", """await depot.Items.ListItemsAsync("a", "b", 20);""", null)]
    // Of another type.
    [InlineData($"{List}/parameters/0/schema", """{ "type": "integer" }""", """await depot.Items.ListItemsAsync("a");""", null)]
    [InlineData($"{List}/parameters/0/schema", """{ "enum": ["x", "y"] }""", """await depot.Items.ListItemsAsync("a", q: "z");""", "DBXAPP0301 [\"z\"] '…q' of GET /api/items is ListItemsQ now, was string. The app refuses another value")]
    // Bounds, of constants and of what is known at run time alone.
    [InlineData($"{List}/parameters/1/schema/maximum", "10", """await depot.Items.ListItemsAsync("a", limit: 50);""", "DBXAPP0301 [50] '…limit' of GET /api/items has maximum 10 now, was 100. The app refuses this value")]
    [InlineData($"{List}/parameters/1/schema/maximum", "10", """await depot.Items.ListItemsAsync("a", limit: 5);""", null)]
    [InlineData($"{List}/parameters/0/schema/maxLength", "3", """await depot.Items.ListItemsAsync("a", q: text);""", "DBXAPP0304 [text] '…q' of GET /api/items has maxLength 3 now, was 40. The app refuses this value")]
    [InlineData($"{List}/parameters/0/schema/pattern", "\"^[a-z]+$\"", """await depot.Items.ListItemsAsync("a", q: "B2");""", "DBXAPP0301 [\"B2\"] '…q' of GET /api/items has pattern ^[a-z]+$ now, had none. The app refuses this value")]
    [InlineData($"{List}/parameters/0/schema/pattern", "\"^[a-z]+$\"", """await depot.Items.ListItemsAsync("a", q: "b");""", null)]
    [InlineData($"{Schemas}/NewItem/properties/name/minLength", "3", """await depot.Items.CreateItemAsync(new NewItem { Name = "ab" });""", "DBXAPP0301 [\"ab\"] '…name' of NewItem has minLength 3 now, was 1. The app refuses this value")]
    // Demanded anew.
    [InlineData($"{List}/parameters/0/required", "true", """await depot.Items.ListItemsAsync("a");""", "CS7036|DBXAPP0301 [ListItemsAsync] '…q' of GET /api/items became required, was optional. Give it here")]
    [InlineData($"{Schemas}/NewItem/required/-", "\"urgent\"", """await depot.Items.CreateItemAsync(new NewItem { Name = "ab" });""", "CS9035|DBXAPP0301 [NewItem] '…urgent' of NewItem became required, was optional. Set Urgent here")]
    [InlineData($"{Schemas}/NewItem/required/-", "\"urgent\"", """await depot.Items.CreateItemAsync(new NewItem { Name = "ab", Urgent = true });""", null)]
    [InlineData($"{Schemas}/NewItem/required/-", "\"urgent\"", """NewItem made = new() { Name = "ab" };""", "CS9035|DBXAPP0301 [new] '…urgent' of NewItem became required, was optional. Set Urgent here")]
    // The default of a member that is left out; a copy has what its original had.
    [InlineData($"{Schemas}/NewItem/properties/urgent/default", "true", """NewItem made = new() { Name = "ab" };""", "DBXAPP0301 [new] '…urgent' of NewItem left out means true now, was false. Set Urgent here if the old value is meant")]
    [InlineData($"{Schemas}/NewItem/properties/urgent/default", "true", """NewItem made = new() { Name = "ab", Urgent = false }; NewItem copy = new(made) { Name = "c" };""", null)]
    // Read, and not read.
    [InlineData($"{Schemas}/Item/required", """["color"]""", """var twice = item.Id * 2;""", "DBXAPP0301 [Id] '…id' of Item became optional, was required. Null is possible here")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """if (item is { Id: > 3 }) { }""", "DBXAPP0301 [Id] '…id' of Item became optional, was required. Null is possible here")]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """Console.WriteLine(nameof(item.Id));""", null)]
    [InlineData($"{Schemas}/Item/required", """["color"]""", """Item other = new() { Id = 1, Color = Color.Red };""", null)]
    [InlineData($"{Schemas}/Item/properties/id", """{ "type": "string" }""", """Console.WriteLine(item.Id + 1);""", "DBXAPP0301 [Id] '…id' of Item is string now, was integer. Another type is read here")]
    [InlineData($"{Schemas}/Bolt/required", """["kind","size"]""", """if (part.TryGetBolt(out Bolt? bolt)) Console.WriteLine(bolt.Size ?? 1);""", "CS0019|DBXAPP0301 [Size] '…size' of Bolt became required, was optional. It is never null here")]
    [InlineData($"{Schemas}/Bolt/required", """["kind","size"]""", """if (part.TryGetBolt(out Bolt? bolt)) Console.WriteLine(bolt.Size);""", null)]
    // A result that is looked at, and one that is not.
    [InlineData($"{List}/responses/200/content/application~1json/schema", """{ "$ref": "#/components/schemas/Item" }""", """var all = await depot.Items.ListItemsAsync("a").ConfigureAwait(false);""", "DBXAPP0301 [ListItemsAsync] '…GET /api/items gives Item now, was Item[]. The result is another one here")]
    [InlineData($"{List}/responses/200/content/application~1json/schema", """{ "$ref": "#/components/schemas/Item" }""", """await depot.Items.ListItemsAsync("a").ConfigureAwait(false); _ = await depot.Items.ListItemsAsync("a");""", null)]
    [InlineData("/paths/~1api~1report/get/responses/204", """{ "description": "none" }""", """AppFile file = await depot.ReadReportAsync();""", null)]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """Console.WriteLine((await depot.Items.CreateItemAsync(new NewItem { Name = "a" }))?.Id);""", null)]
    [InlineData($"{Create}/responses/204", """{ "description": "none" }""", """var made = await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""", "DBXAPP0301 [CreateItemAsync] '…POST /api/items may answer nothing now: null is possible here")]
    // What is gone.
    [InlineData("/paths/~1api~1items~1{item_id}", null, """Func<Task> delete = () => depot.Items.DeleteItemAsync(7);""", "DBXAPP0302 [depot.Items.DeleteItemAsync(7)] 'ItemsOperations.DeleteItemAsync(long, AppRequestOptions?, CancellationToken)' is obsolete: '…DELETE /api/items/{item_id} is gone. The app does not have it any more'")]
    [InlineData("/paths/~1api~1report", null, """AppFile file = await depot.ReadReportAsync();""", "DBXAPP0302 [depot.ReadReportAsync()] 'DepotClient.ReadReportAsync(AppRequestOptions?, CancellationToken)' is obsolete: '…GET /api/report is gone. The app does not have it any more'")]
    [InlineData($"{List}/parameters/0", null, """await depot.Items.ListItemsAsync("a", q: "b");""", "CS1739|DBXAPP0302 [q:] '…q' of GET /api/items is gone: the app ignores it, or refuses the call. Take the argument away")]
    [InlineData($"{List}/parameters/0", null, """await depot.Items.ListItemsAsync("a", "b");""", "CS1503|DBXAPP0302 [\"b\"] '…q' of GET /api/items is gone: the app ignores it, or refuses the call. Take the argument away")]
    [InlineData($"{List}/parameters/0", null, """await depot.Items.ListItemsAsync("a", limit: 3);""", null)]
    [InlineData($"{Schemas}/Color/enum/2", null, """Color color = Color.Blue;""", "DBXAPP0302 [Color.Blue] 'Color.Blue' is obsolete: '…blue' is no value of Color any more. The app does not have it any more'")]
    [InlineData($"{Schemas}/Color/enum/2", null, """bool isBlue = item.Color.Kind == Color.Known.Blue;""", "CS0117|DBXAPP0302 [Blue] '…blue' is no value of Color any more. The app does not have it any more")]
    [InlineData($"{Schemas}/Color/enum/2", null, """Color color = "blue"; color = new Color("blue"); color = "red";""", "DBXAPP0301 [\"blue\"] '…blue' is no value of Color any more. The app refuses this value|DBXAPP0301 [\"blue\"] '…blue' is no value of Color any more. The app refuses this value")]
    [InlineData($"{Schemas}/Item/properties/note", null, """string? note = item.Note;""", "DBXAPP0302 [item.Note] 'Item.Note' is obsolete: '…note' of Item is gone, was string?, optional. The app does not have it any more'")]
    [InlineData($"{Schemas}/Item/properties/note", null, """if (item is { Note: "x" }) { }""", "DBXAPP0302 [Note] 'Item.Note' is obsolete: '…note' of Item is gone, was string?, optional. The app does not have it any more'")]
    // Errors.
    [InlineData($"{Create}/responses/409/content/application~1json/schema", """{ "$ref": "#/components/schemas/Bolt" }""", """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException<NameTaken>) { }""", "DBXAPP0301 [AppException<NameTaken>] '…409 of POST /api/items carries Bolt now, was NameTaken. This call does not throw it any more")]
    [InlineData($"{Create}/responses/409", null, """try { await depot.Items.CreateItemAsync(new NewItem { Name = "a" }); } catch (AppException e) when (e is AppException<NameTaken>) { }""", "DBXAPP0301 [AppException<NameTaken>] '…POST /api/items does not declare 409 any more. This call does not throw it any more")]
    [InlineData($"{Create}/responses/409/content/application~1json/schema", """{ "$ref": "#/components/schemas/Bolt" }""", """try { await depot.Items.ListItemsAsync("a"); } catch (AppException<NameTaken>) { }""", null)]
    // The wire alone, and what a call needs.
    [InlineData("/paths/~1api~1report/get/security", """[ { "app": ["read", "write"] } ]""", """AppFile file = await depot.ReadReportAsync();""", "DBXAPP0301 [ReadReportAsync] '…GET /api/report needs the scope write now. Without it the app refuses this call")]
    // Values and cases that are new.
    [InlineData($"{Schemas}/Color/enum/-", "\"black\"", """int number = item.Color.Kind switch { Color.Known.Red => 1, _ => 2 };""", "DBXAPP0304 [_ => 2] '…black' is a value of Color now. Here it goes where the rest goes")]
    [InlineData($"{Schemas}/Color/enum/-", "\"black\"", """switch (item.Color.Value) { case "red": break; default: break; }""", "DBXAPP0304 [default:] '…black' is a value of Color now. Here it goes where the rest goes")]
    [InlineData($"{Schemas}/Color/enum/-", "\"black\"", """bool isRed = item.Color == Color.Red;""", null)]
    public void A_change_is_told_where_code_uses_it(string pointer, string? value, string statements, string? told)
    {
        string[] expected = told?.Split('|') ?? [];

        string[] seen = ChangedDepot.Told(DepotDocument.With(pointer, value), statements);

        // The line of the document is a test of its own.
        Assert.Equal(expected, seen.Select(text => System.Text.RegularExpressions.Regex.Replace(text, "'?depot.openapi.json:[0-9]+: '?", "'…")));
    }

    [Fact]
    public void A_case_that_is_new_is_told_where_all_others_are_tried()
    {
        string after = WithScrew();

        Assert.Equal(
            ["DBXAPP0301 [TryGetBolt] depot.openapi.json:252: Screw is a case of Part now. Nothing here takes it"],
            ChangedDepot.Told(after, "if (part.TryGetBolt(out Bolt? bolt)) { } else if (part.TryGetNut(out _)) { }"));
        Assert.Equal(
            ["DBXAPP0304 [TryGetBolt] depot.openapi.json:252: Screw is a case of Part now. Here it goes where the rest goes"],
            ChangedDepot.Told(after, "if (part.TryGetBolt(out Bolt? bolt)) { } else if (part.TryGetNut(out _)) { } else { }"));
        Assert.Empty(ChangedDepot.Told(after, $"if ({TwoOfPart}) {{ }}"));

        // Of another type, and an extension of the project's own.
        Assert.Equal(
            ["DBXAPP0301 [TryGetBolt] depot.openapi.json:252: Screw is a case of Part now. Nothing here takes it"],
            ChangedDepot.Told(after, "if (new Dictionary<int, int>().TryGetValue(1, out int one)) { } else { } if (part.TryGetBolt(out Bolt? bolt)) { } else if (part.TryGetNut(out _)) { }"));
        Assert.Empty(ChangedDepot.TellOf(after, ChangedDepot.CodeOf("part.TryGetAnything();") + " static class Own { public static bool TryGetAnything(this Part part) => false; }", ChangedDepot.Lock));
        Assert.Equal(
            ["CS7036", "DBXAPP0301 [Match] depot.openapi.json:252: Screw is a case of Part now. Nothing here takes it"],
            ChangedDepot.Told(after, "int number = part.Match(onBolt: _ => 1, onNut: _ => 2, onUnknown: _ => 3);"));
    }

    [Fact]
    public void A_route_that_moved_is_told_once_at_each_call()
    {
        string moved = DepotDocument.Json.Replace("\"/api/items/{item_id}\"", "\"/api/v2/items/{item_id}\"", StringComparison.Ordinal);

        Assert.Equal(
            ["DBXAPP0303 [DeleteItemAsync] depot.openapi.json:97: DELETE /api/items/{item_id} is DELETE /api/v2/items/{item_id} now. Build and deploy this: what is deployed calls the old address"],
            ChangedDepot.Told(moved, "await depot.Items.DeleteItemAsync(7);"));
    }

    [Fact]
    public void A_pragma_and_a_method_group_change_nothing_of_what_is_gone()
    {
        string[] told = ChangedDepot.Told(
            DepotDocument.With("/paths/~1api~1items~1{item_id}", null),
            """
            #pragma warning disable DBXAPP0302
            Func<long, AppRequestOptions?, CancellationToken, Task> delete = depot.Items.DeleteItemAsync;
            """);

        Assert.StartsWith("DBXAPP0302 [depot.Items.DeleteItemAsync] ", Assert.Single(told), StringComparison.Ordinal);
    }

    private static string WithScrew()
    {
        const string Nut = "\"Nut\": {";
        return DepotDocument.Json
            .Replace(Nut, "\"Screw\": { \"type\": \"object\", \"required\": [\"kind\"], \"properties\": { \"kind\": { \"const\": \"screw\" } } }, " + Nut, StringComparison.Ordinal)
            .Replace("{ \"$ref\": \"#/components/schemas/Nut\" }", "{ \"$ref\": \"#/components/schemas/Nut\" }, { \"$ref\": \"#/components/schemas/Screw\" }", StringComparison.Ordinal);
    }
}
