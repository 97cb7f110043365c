namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Names that no assembly can hold, or no reader.</summary>
public sealed class LongNameTests
{
    [Fact]
    public void A_name_made_of_a_long_path_is_cut_and_tells_paths_apart()
    {
        string path = "/api" + string.Concat(Enumerable.Repeat("/abcdefghi", 120));
        Binding.BoundDocument bound = Binding.BoundDocument.OfPaths(
            """{"$":{"get":{"responses":{}}},"$/z":{"get":{"responses":{}}}}""".Replace("$", path));

        string start = "GetApi" + string.Concat(Enumerable.Repeat("Abcdefghi", 18)) + "Abcd";
        string[] names = [.. bound.Operations.Select(operation => operation[..operation.IndexOf('(')])];
        Assert.All(names, name => Assert.Equal((start, 185), (name[..172], name.Length)));
        Assert.NotEqual(names[0], names[1]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("漢")]
    public void Long_names_compile_wherever_they_stand(string letter)
    {
        string word = string.Concat(Enumerable.Repeat(letter, 90));
        string deep = """{"type":"string","enum":["a","b"]}""";
        for (int i = 0; i < 20; i++)
        {
            deep = """{"type":"object","properties":{"$word$i":$deep,"list":{"type":"array","items":{"oneOf":[{"type":"object","properties":{"a$i":{}}},{"type":"array","items":{"type":"string"}}]}}}}"""
                .Replace("$word", word).Replace("$i", $"{i}").Replace("$deep", deep);
        }

        string text = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"$path":{"post":$operation,"put":$operation},"$path/":{"post":$operation}},
            "components":{"schemas":{"$module__Item":{"type":"object","properties":{"a":{}}},"x$module__Item":{"type":"object","properties":{"b":{}}}}}}
            """
            .Replace("$operation", """
                {"tags":["$word"],"parameters":[{"name":"$word","in":"query","schema":$deep}],
                "requestBody":{"content":{"application/json":{"schema":$deep}}},
                "responses":{"200":{"description":"","content":{"application/json":{"schema":$deep}}},"201":{"description":"","content":{"application/json":{"schema":{"type":"string"}}}},
                "400":{"description":"","content":{"application/json":{"schema":$deep}}}}}
                """)
            .Replace("$path", "/api" + string.Concat(Enumerable.Range(0, 40).Select(i => $"/{word}{i}/{{{word}{i}}}")))
            .Replace("$module", string.Join("__", Enumerable.Range(0, 30).Select(i => word + i)))
            .Replace("$word", word)
            .Replace("$deep", deep);

        GeneratedCode code = Generation.RunAndCompile(new Document("a.openapi.json", text));

        Assert.Empty(code.Emit(Stream.Null, TestContext.Current.CancellationToken));
        Assert.All(code.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "DBXAPP0104", "DBXAPP0106" }));
    }
}
