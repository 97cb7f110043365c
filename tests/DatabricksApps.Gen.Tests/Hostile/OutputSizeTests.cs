using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>A small document is a small client, whatever it repeats.</summary>
public sealed class OutputSizeTests
{
    [Fact]
    public void Tuples_of_tuples_get_names_before_they_are_too_large_to_spell()
    {
        Binding.BoundDocument bound = Binding.BoundDocument.OfSchemas(
            "{" + Chain(9, """{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}""") + ""","User":{"type":"object","required":["t"],"properties":{"t":{"$ref":"#/components/schemas/T0"}}}}""");

        const string Three = "Tuple<Tuple<Tuple<$, $>, Tuple<$, $>>, Tuple<Tuple<$, $>, Tuple<$, $>>>";
        Assert.Equal("record User(Required T0 T)", bound.TypeOf("User"));
        Assert.Equal($"tuple T0({Three.Replace("$", "T4")}, {Three.Replace("$", "T4")})", bound.TypeOf("T0"));
        Assert.Equal($"tuple T4({Three.Replace("$", "String")}, {Three.Replace("$", "String")})", bound.TypeOf("T4"));
        Assert.Empty(bound.Findings);
    }

    [Theory]
    [InlineData("""{"type":"array","items":$}""")]
    [InlineData("""{"type":"object","additionalProperties":$}""")]
    public void Lists_and_maps_in_each_other_end_in_any_JSON_at_a_place_that_is_told(string level)
    {
        Binding.BoundDocument bound = Binding.BoundDocument.OfSchemas("{" + Chain(23, level) + "}");

        Assert.Equal(["DBXAPP0102 /components/schemas/T1"], bound.FindingPlaces);
        Assert.Equal(
            "lists, maps and tuples lie in each other so deep or wide that C# would spell the type with 253 names",
            bound.Findings[0].Message);
    }

    [Theory]
    [InlineData("\"default\":\"$\"", "d", 20_000)]
    [InlineData("\"example\":\"$\"", "e", 20_000)]
    [InlineData("\"description\":\"$\"", "&", 20_000)]
    [InlineData("\"default\":\"$\"", "\\u0001", 4_000)]
    public void What_hundreds_inherit_counts_each_time_in_the_form_in_which_it_is_written(string keyword, string text, int times)
    {
        string value = string.Concat(Enumerable.Repeat(text, times));
        string heirs = string.Join(",", Enumerable.Range(0, 400).Select(i =>
            """ "S#":{"allOf":[{"$ref":"#/components/schemas/B"},{"properties":{"x#":{"type":"string"}}}]}""".Replace("S#", "S" + i).Replace("x#", "x" + i)));
        string document = """{"openapi":"3.1.0","paths":{},"components":{"schemas":{"B":{"properties":{"p":{"type":"string",@}}},%}}}"""
            .Replace("@", keyword.Replace("$", value)).Replace("%", heirs);

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", document));

        Assert.Contains(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0102");
        Assert.InRange(code.Trees.Sum(tree => (long)tree.Length), 1, (long)(1.5 * (1_000_000 + (OutputBudget.Factor * document.Length))));
    }

    [Fact]
    public void A_tuple_of_seven_tuples_of_seven_gets_a_name_and_one_of_six_need_not()
    {
        string six = Tuple(6, Tuple(6, """{"type":"number"}"""));
        string seven = Tuple(7, Tuple(7, """{"type":"number"}"""));
        Binding.BoundDocument bound = Binding.BoundDocument.OfSchemas(
            """{"A":{"type":"object","properties":{"six":$6,"seven":$7}}}""".Replace("$6", six).Replace("$7", seven));

        string row = "Tuple<" + string.Join(", ", Enumerable.Repeat("Double", 6)) + ">";
        Assert.Equal(
            $"record A(Optional Tuple<{string.Join(", ", Enumerable.Repeat(row, 6))}>? Six, Optional ASeven? Seven)",
            bound.TypeOf("A"));
        Assert.Empty(bound.Findings);
    }

    [Theory]
    [InlineData("""{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}""")]
    [InlineData("""{"type":"array","prefixItems":[$,$,$,$,$,$,$],"minItems":7,"maxItems":7}""")]
    [InlineData("""{"type":"array","prefixItems":[$,$],"minItems":2,"items":$}""")]
    [InlineData("""{"type":"array","items":{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2}}""")]
    [InlineData("""{"anyOf":[{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2},{"type":"null"}]}""")]
    [InlineData("""{"type":"array","items":{"anyOf":[{"type":"array","items":$},{"type":"null"}]}}""")]
    [InlineData("""{"oneOf":[{"type":"array","prefixItems":[$,$],"minItems":2,"maxItems":2},{"type":"array","items":$}]}""")]
    [InlineData("""{"type":"object","properties":{"a":$,"b":$,"c":{"type":"array","items":$}}}""")]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"a#":$}},{"type":"object","properties":{"b#":$}}]}""")]
    public void Forty_levels_are_not_more_than_their_names(string level)
    {
        const string Schema = """{"$ref":"#/components/schemas/T0"}""";
        string text = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/api/a":{"post":{"operationId":"send",
            "parameters":[{"name":"q","in":"query","schema":$0},{"name":"h","in":"header","schema":$0}],
            "requestBody":{"content":{"application/json":{"schema":$0}}},
            "responses":{"200":{"description":"","content":{"application/json":{"schema":$0}}}}}}},
            "components":{"schemas":{$all}}}
            """.Replace("$0", Schema).Replace("$all", Chain(40, level));

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.InRange(code.Trees.Sum(tree => tree.Length), 1, 450_000);
        Assert.All(code.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "DBXAPP0102", "DBXAPP0106" }));
    }

    [Fact]
    public void A_text_that_a_thousand_operations_refer_to_leaves_out_operations_and_tells_each()
    {
        const string Operation = """
            "/api/a$":{"get":{"operationId":"a$","tags":["T$"],"parameters":[{"$ref":"#/components/parameters/P"}],"responses":{"204":{"description":""}}}}
            """;
        string text = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{$paths},
            "components":{"parameters":{"P":{"name":"p","in":"query","description":"$text","schema":{"type":"string"}}}}}
            """
            .Replace("$paths", string.Join(",\n", Enumerable.Range(0, 1000).Select(i => Number(Operation, i))))
            .Replace("$text", new string('x', 100_000));

        GeneratedCode code = Generation.Run(new Document("a.openapi.json", text));

        int skipped = code.Diagnostics.Count(diagnostic => diagnostic.Id == "DBXAPP0101");
        AssertIsWithinBudget(code, text);
        Assert.Equal(1000 - skipped, code.Trees.Sum(tree => Count(tree.ToString(), ".Task A")));
        Assert.Equal(
            $"The operation has no method: the client has become more than 100 times as large as the document and {skipped - 1} more places (#/paths/~1api~1a{1000 - skipped}/get, line {1000 - skipped + 1})",
            code.Diagnostics.First(diagnostic => diagnostic.Id == "DBXAPP0101").GetMessage());
        Assert.Empty(code.GetCompilerDiagnostics(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Members_that_a_thousand_schemas_inherit_leave_schemas_untyped_and_tell_each()
    {
        const string Heir = """
            "H$":{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{"own":{}}}]}
            """;
        string text = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"Base":{"type":"object","properties":{$members}},
            $heirs}}}
            """
            .Replace("$members", string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"m{i}\":{{}}")))
            .Replace("$heirs", string.Join(",\n", Enumerable.Range(0, 1000).Select(i => Number(Heir, i))));

        GeneratedCode code = Generation.Run(new Document("a.openapi.json", text));

        AssertIsWithinBudget(code, text);
        int untyped = code.Diagnostics.Count(diagnostic => diagnostic.Id == "DBXAPP0102");
        Assert.Equal(
            $"The schema becomes JsonElement: the client has become more than 100 times as large as the document and {untyped - 1} more places (#/components/schemas/H{1000 - untyped}, line {1000 - untyped + 2})",
            code.Diagnostics.First(diagnostic => diagnostic.Id == "DBXAPP0102").GetMessage());
    }

    // It is estimated while the document is bound, and near enough.
    private static void AssertIsWithinBudget(GeneratedCode code, string document)
    {
        long budget = 1_000_000 + (OutputBudget.Factor * (long)document.Length);
        Assert.InRange(code.Trees.Sum(tree => (long)tree.Length), budget / 3, budget * 3 / 2);
    }

    private static string Chain(int length, string link) => string.Join(
        ",",
        Enumerable.Range(0, length).Select(i => $"\"T{i}\":" + (i + 1 < length
            ? link.Replace("$", $"{{\"$ref\":\"#/components/schemas/T{i + 1}\"}}").Replace("a#", "a" + i).Replace("b#", "b" + i)
            : """{"type":"string"}""")));

    private static string Tuple(int count, string item) =>
        $"{{\"type\":\"array\",\"prefixItems\":[{string.Join(",", Enumerable.Repeat(item, count))}],\"minItems\":{count},\"maxItems\":{count}}}";

    // "$ref" stays what it is.
    private static string Number(string template, int number) =>
        template.Trim().Replace("$ref", "\0").Replace("$", number.ToString(System.Globalization.CultureInfo.InvariantCulture)).Replace("\0", "$ref");

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
