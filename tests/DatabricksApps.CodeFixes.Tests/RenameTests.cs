namespace DatabricksApps.CodeFixes.Tests;

/// <summary>What is gone is called by what has its place.</summary>
public sealed class RenameTests
{
    private static readonly string[] s_amount = ["\"quantity\" -> \"amount\""];

    [Theory]
    [InlineData("long twice = {|DBXAPP0302:item.Quantity|} * 2;", "long twice = item.Amount * 2;")]
    [InlineData("long? twice = item?{|DBXAPP0302:.Quantity|} * 2;", "long? twice = item?.Amount * 2;")]
    [InlineData("if (item is { {|DBXAPP0302:Quantity|}: 3 }) { }", "if (item is { Amount: 3 }) { }")]
    [InlineData("Console.WriteLine(nameof({|DBXAPP0302:Item.Quantity|}));", "Console.WriteLine(nameof(Item.Amount));")]
    [InlineData(
        "Func<Item, long> one = each => {|DBXAPP0302:each.Quantity|}; Console.WriteLine({|DBXAPP0302:item.Quantity|});",
        "Func<Item, long> one = each => each.Amount; Console.WriteLine(item.Amount);")]
    public Task A_property_has_the_name_that_it_has_now(string code, string mended) => FixTest.MendAsync(s_amount, code, mended, "Use Amount");

    [Fact]
    public Task A_property_that_nothing_has_the_place_of_is_left() => FixTest.MendAsync(
        ["\"quantity\" -> \"parts\"", "\"parts\": { \"type\": \"integer\" } -> \"parts\": { \"type\": \"string\" }"],
        "Console.WriteLine({|DBXAPP0302:item.Quantity|});",
        null);

    [Fact]
    public Task A_type_has_the_name_that_it_has_now() => FixTest.MendAsync(
        ["Maker -> Producer"],
        "{|DBXAPP0302:Maker|} maker = new {|DBXAPP0302:Maker|} { City = \"Ulm\" }; List<{|DBXAPP0302:{|DBXAPP0302:Maker|}?|}> all = [maker];",
        "Producer maker = new Producer { City = \"Ulm\" }; List<Producer?> all = [maker];",
        "Use Producer");

    // The compiler asks for the type first.
    [Fact]
    public Task A_case_and_its_type_have_the_names_that_they_have_now() => FixTest.MendAsync(
        ["Nut -> Screw"],
        rounds: 2,
        "if (item.Part.TryGetNut(out {|CS1503:{|DBXAPP0302:{|DBXAPP0302:Nut|}?|} nut|})) Console.WriteLine(nut);",
        "if (item.Part.TryGetScrew(out Screw? nut)) Console.WriteLine(nut);",
        "Use Screw", "Use TryGetScrew");

    [Fact]
    public Task A_method_of_another_group_is_called_there() => FixTest.MendAsync(
        ["\"read_item\", \"tags\": [\"items\"] -> \"read_item\", \"tags\": [\"stock\"]", "/api/items/{item_id} -> /api/v2/items/{item_id}"],
        "Item one = await {|DBXAPP0302:depot.Items.ReadItemAsync(7)|}; Func<long, AppRequestOptions?, System.Threading.CancellationToken, Task<Item>> read = {|DBXAPP0302:depot.Items.ReadItemAsync|};",
        "Item one = await depot.Stock.{|DBXAPP0303:ReadItemAsync|}(7); Func<long, AppRequestOptions?, System.Threading.CancellationToken, Task<Item>> read = {|DBXAPP0303:depot.Stock.ReadItemAsync|};",
        "Use Stock.ReadItemAsync");

    [Fact]
    public Task A_method_without_a_group_is_called_on_the_client() => FixTest.MendAsync(
        ["\"read_item\", \"tags\": [\"items\"], -> \"read_item\",", "/api/items/{item_id} -> /api/v2/items/{item_id}"],
        "Item one = await {|DBXAPP0302:depot.Items.ReadItemAsync(7)|};",
        "Item one = await depot.{|DBXAPP0303:ReadItemAsync|}(7);",
        "Use ReadItemAsync");

    [Fact]
    public Task The_last_method_of_a_group_takes_it_along() => FixTest.MendAsync(
        ["[\"names\"] -> [\"titles\"]", "/api/name -> /api/v2/name"],
        "string name = await {|DBXAPP0302:{|DBXAPP0302:depot.Names|}.ReadNameAsync()|};",
        "string name = await depot.Titles.{|DBXAPP0303:ReadNameAsync|}();",
        "Use Titles.ReadNameAsync");

    // Nobody knows here of which client the variable is.
    [Fact]
    public Task A_group_in_a_variable_is_left() => FixTest.MendAsync(
        ["\"read_item\", \"tags\": [\"items\"] -> \"read_item\", \"tags\": [\"stock\"]", "/api/items/{item_id} -> /api/v2/items/{item_id}"],
        "var items = depot.Items; Item one = await {|DBXAPP0302:items.ReadItemAsync(7)|};",
        null);
}
