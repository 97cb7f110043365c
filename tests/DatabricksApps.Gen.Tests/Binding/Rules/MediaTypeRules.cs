using DatabricksApps.Gen.Binding.Calls;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What a media type is read and written as.</summary>
public sealed class MediaTypeRules
{
    [Theory]
    [InlineData("application/json", "json")]
    [InlineData("text/json", "json")]
    [InlineData("application/problem+json", "json")]
    [InlineData("application/jsonx", "")]
    [InlineData("application/json-patch", "")]
    [InlineData("application/x-www-form-urlencoded", "form")]
    [InlineData("application/x-www-form", "")]
    [InlineData("multipart/form-data", "multipart")]
    [InlineData("multipart/mixed", "multipart")]
    [InlineData("application/multipart/x", "")]
    [InlineData("text/event-stream", "events")]

    // Values one after the other are no value.
    [InlineData("application/jsonl", "lines")]
    [InlineData("application/x-jsonl", "lines")]
    [InlineData("application/jsonlines", "lines")]
    [InlineData("application/x-jsonlines", "lines")]
    [InlineData("application/ndjson", "lines")]
    [InlineData("application/x-ndjson", "lines")]
    [InlineData("application/stream+json", "lines")]
    [InlineData("application/json-lines", "lines")]
    [InlineData("application/json-seq", "lines")]
    [InlineData("application/geo+json-seq", "lines")]
    [InlineData("application/vnd.shop+jsonl", "lines")]
    [InlineData("application/vnd.shop+ndjson", "lines")]
    [InlineData("text/x-ndjson", "lines")]
    [InlineData("application/json-sequence", "")]

    // Texts by themselves, and what is known to be one.
    [InlineData("text/plain", "text")]
    [InlineData("text/event-streams", "text")]
    [InlineData("application/text/", "")]
    [InlineData("application/xml", "text")]
    [InlineData("application/yaml", "text")]
    [InlineData("application/x-yaml", "text")]
    [InlineData("application/javascript", "text")]
    [InlineData("application/atom+xml", "text")]
    [InlineData("application/xml+zip", "")]
    [InlineData("application/vnd.shop+yaml", "text")]
    [InlineData("application/graphql", "text")]
    [InlineData("application/sql", "text")]
    [InlineData("image/png", "")]
    [InlineData("*/*", "any")]
    [InlineData("application/*", "any")]
    [InlineData("", "any")]
    [InlineData("text/*", "text")]
    public void A_media_type_is(string essence, string kind)
    {
        (string Kind, bool Is)[] kinds =
        [
            ("json", MediaTypes.IsJson(essence)),
            ("form", MediaTypes.IsForm(essence)),
            ("multipart", MediaTypes.IsMultipart(essence)),
            ("events", MediaTypes.IsEvents(essence)),
            ("lines", MediaTypes.IsSequence(essence)),
            ("text", MediaTypes.IsText(essence)),
            ("any", MediaTypes.IsAny(essence)),
        ];
        Assert.Equal(kind, string.Join(' ', kinds.Where(k => k.Is).Select(k => k.Kind)));
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("Application/JSON ; charset=utf-8; x=y", "application/json")]
    [InlineData(" text/csv ", "text/csv")]
    [InlineData(";charset=utf-8", "")]
    public void Without_its_parameters_and_its_case(string mediaType, string essence) => Assert.Equal(essence, MediaTypes.Essence(mediaType));

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("Application/JSON ; charset=utf-8; Version=2", "application/json; Version=2")]
    [InlineData("multipart/form-data; boundary=x", "multipart/form-data")]
    [InlineData("application/json;odata.metadata=minimal;odata.streaming=true", "application/json; odata.metadata=minimal; odata.streaming=true")]
    [InlineData("text/csv; charset = utf-8", "text/csv")]
    [InlineData("a/b; charsets=1", "a/b; charsets=1")]
    public void A_parameter_is_part_of_it_where_it_is_no_matter_of_bytes(string mediaType, string sent) => Assert.Equal(sent, MediaTypes.OnWire(mediaType));

    [Theory]
    [InlineData("200", 200, 200)]
    [InlineData("100", 100, 100)]
    [InlineData("599", 599, 599)]
    [InlineData("4XX", 400, 499)]
    [InlineData("1xx", 100, 199)]
    [InlineData("5xX", 500, 599)]

    // There is no such status.
    [InlineData("99", null, null)]
    [InlineData("600", null, null)]
    [InlineData("0XX", null, null)]
    [InlineData("6XX", null, null)]
    [InlineData("40X", null, null)]
    [InlineData("4XXX", null, null)]
    [InlineData("4", null, null)]
    [InlineData("default", null, null)]
    [InlineData("+200", null, null)]
    [InlineData("", null, null)]
    public void A_status_is_a_code_or_a_hundred(string status, int? first, int? last) =>
        Assert.Equal((first, last), (StatusRange.Of(status)?.First, StatusRange.Of(status)?.Last));
}
