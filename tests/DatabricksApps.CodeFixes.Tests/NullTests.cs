namespace DatabricksApps.CodeFixes.Tests;

/// <summary>Where null is possible now, code goes on with the default.</summary>
public sealed class NullTests
{
    private const string Required = "\"required\": [\"id\", \"name\", \"quantity\", \"maker\", \"part\", \"tags\"] -> ";

    [Theory]
    [InlineData("var twice = item.{|DBXAPP0301:Quantity|} * 2;", "var twice = (item.Quantity ?? default) * 2;")]
    [InlineData("long twice = {|CS0266:item.{|DBXAPP0301:Quantity|}|};", "long twice = item.Quantity ?? default;")]
    [InlineData("Console.WriteLine($\"{item.{|DBXAPP0301:Quantity|}}\");", "Console.WriteLine($\"{item.Quantity ?? default}\");")]
    [InlineData("string text = item.{|DBXAPP0301:Quantity|}.ToString()!;", "string text = (item.Quantity ?? default).ToString()!;")]
    [InlineData(
        "Console.WriteLine(item.{|DBXAPP0301:Quantity|} + item.{|DBXAPP0301:Quantity|});",
        "Console.WriteLine((item.Quantity ?? default) + (item.Quantity ?? default));")]
    public Task A_number_that_is_not_there_is_its_default(string code, string mended) => FixTest.MendAsync(
        [Required + "\"required\": [\"id\", \"name\", \"maker\", \"part\", \"tags\"]"], code, mended, "Use default in place of null");

    [Fact]
    public Task A_text_that_is_not_there_is_empty() => FixTest.MendAsync(
        [Required + "\"required\": [\"id\", \"quantity\", \"maker\", \"part\", \"tags\"]"],
        "Console.WriteLine($\"{item.{|DBXAPP0301:Name|}}\"); int length = item.{|DBXAPP0301:Name|}.Length;",
        "Console.WriteLine($\"{item.Name ?? \"\"}\"); int length = (item.Name ?? \"\").Length;",
        "Use \"\" in place of null");

    [Fact]
    public Task A_list_that_is_not_there_has_nothing() => FixTest.MendAsync(
        [Required + "\"required\": [\"id\", \"name\", \"quantity\", \"maker\", \"part\"]"],
        "foreach (string tag in item.{|DBXAPP0301:Tags|}) { }",
        "foreach (string tag in item.Tags ?? []) { }",
        "Use [] in place of null");

    [Fact]
    public Task A_result_that_is_not_there_is_its_default() => FixTest.MendAsync(
        ["\"schema\": { \"type\": \"string\" } } } } } -> \"schema\": { \"type\": [\"string\", \"null\"] } } } } }"],
        "string name = await depot.Names.{|DBXAPP0301:ReadNameAsync|}().ConfigureAwait(false); int length = (await depot.Names.{|DBXAPP0301:ReadNameAsync|}()).Length;",
        "string name = await depot.Names.ReadNameAsync().ConfigureAwait(false) ?? \"\"; int length = (await depot.Names.ReadNameAsync() ?? \"\").Length;",
        "Use \"\" in place of null");

    // Its default is null again; and who asks for null already knows.
    [Fact]
    public Task A_model_and_a_value_that_is_asked_for_null_are_left() => FixTest.MendAsync(
        [Required + "\"required\": [\"id\", \"quantity\", \"part\", \"tags\"]"],
        "Console.WriteLine(item.{|DBXAPP0301:Maker|}); Console.WriteLine(item.Name ?? \"none\"); Console.WriteLine(item.Maker?.City); if (item.Name == null) { }",
        null);
}
