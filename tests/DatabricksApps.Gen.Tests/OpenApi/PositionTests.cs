namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class PositionTests
{
    private const string Json = """
        {
          "openapi": "3.1.0",
          "é😀": [1, {"b": "\""}],
          "paths" : {
            "/a~b/{é}": {"get": {"tags": ["x", "y"]}}
          },
          "twice": {"first": 1},
          "twice": {"last": 1}
        }
        """;

    private const string Yaml = """
        openapi: 3.1.0
        é😀: [1, {b: "x"}]
        paths:
          "/a~b/{é}":
            get:
              description: |
                one
                two
              tags:
                - x
                - >
                  long
                  text
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("/openapi", "\"openapi\"")]
    [InlineData("/é😀/0", "1")]
    [InlineData("/é😀/1/b", "\"b\"")]
    [InlineData("/paths", "\"paths\"")]
    [InlineData("/paths/~1a~0b~1{é}/get", "\"get\"")]
    [InlineData("/paths/~1a~0b~1{é}/get/tags/1", "\"y\"")]
    [InlineData("/paths/~1a~0b~1{é}/post/responses", "\"/a~b/{é}\"")]
    [InlineData("/twice/last", "\"last\"")]
    [InlineData("/nothing", "{")]
    public void A_pointer_is_found_in_JSON(string pointer, string expected) => Check(Json, "test.json", pointer, expected);

    [Theory]
    [InlineData("", "")]
    [InlineData("/openapi", "openapi")]
    [InlineData("/é😀/1/b", "b")]
    [InlineData("/paths/~1a~0b~1{é}", "\"/a~b/{é}\"")]
    [InlineData("/paths/~1a~0b~1{é}/get/description", "description")]
    [InlineData("/paths/~1a~0b~1{é}/get/tags/0", "x")]
    [InlineData("/paths/~1a~0b~1{é}/get/tags/1", ">")]
    [InlineData("/paths/~1a~0b~1{é}/get/responses/200", "get")]
    public void A_pointer_is_found_in_YAML(string pointer, string expected)
    {
        Check(Yaml, "test.yaml", pointer, expected);
        Check(Yaml.ReplaceLineEndings("\r\n"), "test.yaml", pointer, expected);
    }

    [Fact]
    public void Offsets_count_the_byte_order_mark()
    {
        Check("\uFEFF" + Json, "test.json", "/openapi", "\"openapi\"");
        Check("\uFEFF" + Yaml, "test.yaml", "/paths", "paths");
    }

    [Fact]
    public void Of_members_with_the_same_key_the_last_one_counts_with_what_is_in_it()
    {
        int last = Json.LastIndexOf("\"twice\"", StringComparison.Ordinal);

        Assert.Equal((last, 7), Reading.Of(Json, "test.json").Find("/twice/first"));
    }

    private static void Check(string text, string path, string pointer, string expected)
    {
        (int offset, int length) = Reading.Of(text, path).Find(pointer);

        Assert.Equal(expected, text.Substring(offset, length));
        if (pointer.Length > 0 && expected.Length > 1)
        {
            Assert.Equal(text.IndexOf(expected, StringComparison.Ordinal), offset);
        }
    }
}
