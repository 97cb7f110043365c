using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>Whatever is read as a union comes back: a scalar as its very text, all else as the same JSON.</summary>
public sealed class UnionTextTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_values =
    [
        "true", "false", "0", "-0", "1", "1.0", "1.50", "1e3", "1E+2", "-7", "2147483648", "9223372036854775808", "0.1", "0.10000000000000000001",
        "123456789012345678901234567890", "1e999", "\"\"", "\"a\"", "\"1\"", "\"1.0\"", "\"true\"", "\"null\"", "\"NaN\"", "\"2024-01-01\"",
        "\"2024-01-01T00:00:00\"", "\"2024-01-01T00:00:00Z\"", "\"2024-01-01 10:00:00.120+02:00\"", "\"12:00\"", "\"12:00:00Z\"", "\"12:00:00\"",
        "\"P1W\"", "\"P1D\"", "\"P1M\"", "\"PT90M\"", "\"6fa459ea-ee8a-3ca4-894e-db77e160355e\"", "\"6FA459EA-EE8A-3CA4-894E-DB77E160355E\"",
        "\"6fa459eaee8a3ca4894edb77e160355e\"", "\"AQID\"", "\"_-8=\"", "\"AQI\"", "\"https://a.example/x y\"", "\"https://A.example\"",
        "[]", "[1]", "[1.0,\"a\"]", "[\"a\"]", "[null]", "[[]]", "[{}]", "[\"2024-01-01T00:00:00\"]", "{}", "{\"a\":1}", "{\"kind\":\"none\"}",
        "{\"kind\":true,\"x\":[1.0]}", "{\"a\":{\"b\":\"c\"}}",
    ];

    [Fact]
    public void Any_JSON_comes_back_from_the_unions_of_all_cases()
    {
        string folder = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Cases");
        int count = 0;
        List<string> wrong = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*union*.yaml").Concat(Directory.EnumerateFiles(folder, "*oneof*.yaml")))
        {
            string text = "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\n" + File.ReadAllText(file);
            text += text.Contains("paths:", StringComparison.Ordinal) ? "" : "\npaths: {}\n";
            using LoadedCode loaded = new(Generation.Run(new Document("shop.openapi.yaml", text)), TestContext.Current.CancellationToken);
            foreach (Type union in loaded.Assembly.GetTypes().Where(type => type.GetMethod("TryGetUnknown") is not null))
            {
                count++;
                wrong.AddRange(s_values.Where(json => !ComesBack(union, json)).Select(json => $"{Path.GetFileName(file)} {union.Name} {json}"));
            }
        }

        output.WriteLine($"{count} unions");
        Assert.True(count > 20);
        Assert.Empty(wrong);
    }

    private static bool ComesBack(Type union, string json)
    {
        string written = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, union, s_options), union, s_options);
        return written == json || (json[0] is '{' or '[' && JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)));
    }
}
