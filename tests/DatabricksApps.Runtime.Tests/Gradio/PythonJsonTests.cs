using System.Text.Json;
using DatabricksApps.Gradio;

namespace DatabricksApps.Tests.Gradio;

public sealed class PythonJsonTests
{
    [Theory]
    [InlineData("""[NaN, Infinity, -Infinity]""", "[null, null, null]")]
    [InlineData("""{"NaN": NaN, "a\\": "NaN\" NaN", "b": 1}""", """{"NaN": null, "a\\": "NaN\" NaN", "b": 1}""")]
    [InlineData("""{"app_id": 18446744073709551615}""", """{"app_id": 18446744073709551615}""")]
    public void Words_that_are_no_JSON_become_null(string text, string read) =>
        Assert.Equal(read, PythonJson.Parse(text).GetRawText());

    [Theory]
    [InlineData("{")]
    [InlineData("[NaN")]
    [InlineData("\"NaN")]
    public void Other_text_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => PythonJson.Parse(text));
}
