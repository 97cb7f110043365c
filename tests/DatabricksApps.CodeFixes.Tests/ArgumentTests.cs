namespace DatabricksApps.CodeFixes.Tests;

/// <summary>Arguments reach the parameters that they were given to.</summary>
public sealed class ArgumentTests
{
    private const string Q = "{ \"name\": \"q\", \"in\": \"query\", \"schema\": { \"type\": \"string\" } },";

    [Fact]
    public Task A_name_that_changed_is_written_anew() => FixTest.MendAsync(
        ["\"name\": \"q\" -> \"name\": \"text\""],
        "await depot.Items.ListItemsAsync({|DBXAPP0302:{|CS1739:q|}:|} \"bolt\", limit: 5);",
        "await depot.Items.ListItemsAsync(text: \"bolt\", limit: 5);",
        "Use text");

    [Fact]
    public Task An_argument_whose_parameter_stands_elsewhere_is_named() => FixTest.MendAsync(
        ["\"name\": \"q\" -> \"name\": \"text\""],
        "await depot.Items.ListItemsAsync({|DBXAPP0302:\"bolt\"|});",
        "await depot.Items.ListItemsAsync(text: \"bolt\");",
        "Name the arguments");

    [Theory]
    [InlineData("{|DBXAPP0302:{|CS1739:q|}:|} \"bolt\", limit: 5", "limit: 5")]
    [InlineData("limit: 5, {|DBXAPP0302:{|CS1739:q|}:|} \"bolt\"", "limit: 5")]
    [InlineData("{|DBXAPP0302:\"bolt\"|}", "")]
    [InlineData("{|DBXAPP0302:\"bolt\"|}, {|CS1503:\"age\"|}", "sort: \"age\"")]
    [InlineData("{|DBXAPP0302:null|}, null, {|CS1503:5|}, null, {|CS1503:new AppRequestOptions()|}", "sort: null, limit: 5, color: null, options: new AppRequestOptions()")]
    public Task An_argument_whose_parameter_is_gone_goes(string arguments, string mended) => FixTest.MendAsync(
        [$"{Q} -> "],
        $"await depot.Items.ListItemsAsync({arguments});",
        $"await depot.Items.ListItemsAsync({mended});",
        "Take the argument away");

    // Nothing that is given is dropped where something else has to be given in its place.
    [Fact]
    public Task An_argument_stays_where_another_is_asked_for() => FixTest.MendAsync(
        [$"{Q} -> {{ \"name\": \"owners\", \"in\": \"query\", \"required\": true, \"schema\": {{ \"type\": \"array\", \"items\": {{ \"type\": \"integer\" }} }} }},"],
        "await depot.Items.{|DBXAPP0301:ListItemsAsync|}({|DBXAPP0302:{|CS1739:q|}:|} \"bolt\");",
        null);

    // The compiler then asks for the new one.
    [Fact]
    public Task What_a_new_parameter_would_take_is_named() => FixTest.MendAsync(
        [$"{Q} -> {{ \"name\": \"owner\", \"in\": \"query\", \"required\": true, \"schema\": {{ \"type\": \"string\" }} }}, {Q}"],
        "await depot.Items.{|DBXAPP0301:ListItemsAsync|}(\"bolt\");",
        "await depot.Items.{|CS7036:{|DBXAPP0301:ListItemsAsync|}|}(q: \"bolt\");",
        "Name the arguments");

    [Theory]
    [InlineData("\"default\": 20 -> \"default\": 50", "\"bolt\"", "\"bolt\", limit: 20", "Give the old value, limit: 20")]
    [InlineData("\"default\": 20 -> \"default\": 50", "", "limit: 20", "Give the old value, limit: 20")]
    [InlineData("\"default\": \"age\" -> \"default\": \"name\"", "\"bolt\"", "\"bolt\", sort: \"age\"", "Give the old value, sort: \"age\"")]
    [InlineData("\"default\": \"red\" -> \"default\": \"green\"", "limit: 3", "limit: 3, color: \"red\"", "Give the old value, color: \"red\"")]
    public Task What_is_left_out_is_given_the_default_that_it_had(string edit, string arguments, string mended, string title) => FixTest.MendAsync(
        [edit],
        $"await depot.Items.{{|DBXAPP0301:ListItemsAsync|}}({arguments});",
        $"await depot.Items.ListItemsAsync({mended});",
        title);

    [Fact]
    public Task What_had_no_default_is_left() => FixTest.MendAsync(
        ["\"name\": \"q\", \"in\": \"query\", \"schema\": { -> \"name\": \"q\", \"in\": \"query\", \"schema\": { \"default\": \"x\","],
        "await depot.Items.{|DBXAPP0301:ListItemsAsync|}();",
        null);

    [Theory]
    [InlineData("{|DBXAPP0301:NewItem|} { Name = \"a\" }", "NewItem { Name = \"a\", Urgent = false }")]
    [InlineData("{|DBXAPP0301:NewItem|} { Name = \"a\", }", "NewItem { Name = \"a\", Urgent = false, }")]
    [InlineData("{|DBXAPP0301:NewItem|}\n{\n    Name = \"a\"\n}", "NewItem\n{\n    Name = \"a\",\n    Urgent = false\n}")]
    public Task A_member_that_is_left_out_is_set_to_the_default_that_it_had(string made, string mended) => FixTest.MendAsync(
        ["\"default\": false -> \"default\": true"],
        $"await depot.Items.CreateItemAsync(new {made});",
        $"await depot.Items.CreateItemAsync(new {mended});",
        "Set the old value, Urgent = false");
}
