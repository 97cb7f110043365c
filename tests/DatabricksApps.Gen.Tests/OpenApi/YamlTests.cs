using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class YamlTests
{
    [Fact]
    public void A_YAML_document_reads_with_integer_codes_as_keys()
    {
        Reading reading = Read("""
            openapi: 3.0
            info:
              title: "Ä: b"
              version: 1.10
            paths:
              /items:
                get:
                  responses:
                    200:
                      description: >
                        one
                        two
                    default: {description: rest}
            """);

        Assert.Equal(("Ä: b", "1.10"), (reading.Document.Title, reading.Document.Version));
        Assert.Equal(
            [("200", "one two\n"), ("default", "rest")],
            reading.Operation.Responses.Select(response => (response.StatusCode, response.Description!)));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-12", "-12")]
    [InlineData("1.50", "1.50")]
    [InlineData("1e3", "1e3")]
    [InlineData("92233720368547758079", "92233720368547758079")]
    [InlineData("007", "\"007\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("2020-01-02", "\"2020-01-02\"")]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("'1'", "\"1\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("!!str 1", "\"1\"")]
    public void A_scalar_has_the_value_of_YAMLs_core_schema(string scalar, string json)
    {
        Reading reading = Read($"openapi: 3.1.0\ncomponents:\n  schemas:\n    S:\n      default: {scalar}\n");

        Assert.Equal(json, reading["S"].Default!.Json);
    }

    [Fact]
    public void A_scalar_longer_than_a_YAML_key_may_be_is_read()
    {
        string description = string.Join(' ', Enumerable.Repeat("word", 2_000));

        Assert.Equal(description, Read($"openapi: 3.1.0\ninfo:\n  description: {description}\n").Document.Description);
        Assert.Equal(description, Read($"openapi: 3.1.0\ninfo:\n  description: \"{description}\"\n").Document.Description);
    }

    [Fact]
    public void Anchors_and_merge_keys_are_resolved()
    {
        Reading reading = Read("""
            openapi: 3.1.0
            x-base: &base
              type: string
              format: uuid
              title: Base
            components:
              schemas:
                A: *base
                B:
                  <<: *base
                  title: Own
            """);

        Assert.Equal(("uuid", "Base"), (reading["A"].Format, reading["A"].Title));
        Assert.Equal(("uuid", "Own"), (reading["B"].Format, reading["B"].Title));
        Assert.Equal("/components/schemas/A", reading["A"].Pointer);
    }

    [Fact]
    public void Duplicate_keys_are_found()
    {
        Reading reading = Read("openapi: 3.1.0\ninfo:\n  title: a\n  title: b\n");

        Assert.Equal("b", reading.Document.Title);
        Assert.Equal(
            new Finding("DBXAPP0105", "/info/title", "the key 'title' stands twice in one object; the last one counts"),
            Assert.Single(reading.Findings));
    }

    // Aliases of lists of aliases grow tenfold with each line: five lines are over a million, and enough to see the end.
    [Fact]
    public void Aliases_of_aliases_end_beyond_the_limits()
    {
        string text = "openapi: 3.1.0\nx0: &x0 [1,1,1,1,1,1,1,1,1,1]\n";
        for (int i = 1; i < 6; i++)
        {
            string previous = $"*x{i - 1}";
            text += $"x{i}: &x{i} [{string.Join(',', Enumerable.Repeat(previous, 10))}]\n";
        }

        Assert.Equal(
            new Finding("DBXAPP0004", "", "its aliases stand for more than 1 million values"),
            Assert.Single(Read(text).Findings));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_million_values_of_aliases_are_read_and_one_more_is_too_many(int more, bool isTooLarge)
    {
        string thousand = $"[{string.Join(',', Enumerable.Repeat("1", 999))}]";
        string text = $"openapi: 3.1.0\nx: &x {thousand}\ny: &y 1\nz: [{string.Join(',', Enumerable.Repeat("*x", 1000))}]\nw: [{string.Join(',', Enumerable.Repeat("*y", more))}]\n";

        Assert.Equal(isTooLarge ? ["DBXAPP0004"] : [], Read(text).Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Aliases_that_nest_without_bound_end_beyond_the_limits()
    {
        string text = "openapi: 3.1.0\nx0: &x0 [1]\n";
        for (int i = 1; i < 300; i++)
        {
            text += $"x{i}: &x{i} [*x{i - 1}]\n";
        }

        Assert.Equal(
            new Finding("DBXAPP0004", "", "it nests objects and arrays deeper than 256 levels"),
            Assert.Single(Read(text).Findings));
    }

    [Fact]
    public void An_alias_inside_its_own_anchor_ends_beyond_the_limits()
    {
        Reading reading = Read("openapi: 3.1.0\nx: &x\n  y: *x\n");

        Assert.Equal(
            new Finding("DBXAPP0004", "", "an alias stands inside its own anchor, which never ends"),
            Assert.Single(reading.Findings));
        Assert.Equal((26, 0), reading.Find(""));
    }

    [Fact]
    public void Deep_nesting_ends_beyond_the_limits()
    {
        string flow = "openapi: 3.1.0\nx: " + new string('[', 10_000) + new string(']', 10_000);
        string block = "openapi: 3.1.0\nx:\n" + string.Concat(Enumerable.Range(1, 300).Select(i => new string(' ', i) + "a:\n"));

        Assert.Equal("DBXAPP0004", Assert.Single(Read(flow).Findings).Id);
        Assert.Equal("DBXAPP0004", Assert.Single(Read(block).Findings).Id);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo:\n  title: \"T\n", 3)]
    [InlineData("openapi: 3.1.0\ninfo: {title: T\n\nx: y", 4)]
    [InlineData("openapi: 3.1.0\ninfo:\n\ttitle: T\n", 3)]
    [InlineData("openapi: 3.1.0\nx: *nothing\n", 2)]
    [InlineData("openapi: 3.1.0\n? [a]\n: b\n", 2)]
    public void A_syntax_error_is_placed(string text, int line)
    {
        Reading reading = Read(text);

        Finding finding = Assert.Single(reading.Findings);
        Assert.Equal("DBXAPP0002", finding.Id);
        int offset = reading.Find("").Offset;
        Assert.Equal(line, 1 + text[..offset].Count(c => c == '\n'));
    }

    [Fact]
    public void Of_several_YAML_documents_the_first_is_read() =>
        Assert.Equal("T", Read("---\nopenapi: 3.1.0\ninfo:\n  title: T\n---\na: b\n").Document.Title);

    private static Reading Read(string text) => Reading.Of(text, "test.openapi.yaml");
}
