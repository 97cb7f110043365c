using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.Gen.Tests.Binding;
using DatabricksApps.Gen.Tests.Emit;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>What apps send beside their document, through the clients that it gives.</summary>
public sealed class LenientAnswerTests
{
    private const string Document = """
        openapi: 3.1.0
        info: {title: T, version: "1"}
        x-generator: NSwag v14.4.0.0 (NJsonSchema v11.3.2.0 (Newtonsoft.Json v13.0.0.0))
        paths:
          /api/item: {get: {operationId: item, responses: {200: {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}}}
          /api/map: {get: {operationId: map, responses: {200: {description: '', content: {application/json: {schema: {additionalProperties: {type: string}}}}}}}}
          /api/pet: {get: {operationId: pet, responses: {200: {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
          /api/any: {delete: {operationId: any, responses: {200: {description: '', content: {application/json: {schema: {}}}}}}}
          /api/case:
            get:
              operationId: case
              responses:
                200: {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                202: {description: '', content: {application/json: {schema: {}}}}
                203: {description: '', content: {application/json: {schema: {type: string}}}}
          /api/maybe:
            get:
              operationId: maybe
              responses:
                200: {description: '', content: {application/json: {schema: {type: boolean}}}}
                202: {description: '', content: {application/json: {schema: {type: [integer, 'null']}}}}
                203: {description: '', content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Part'}, {type: 'null'}]}}}}
                409: {description: '', content: {'*/*': {schema: {type: string}}}}
        components:
          schemas:
            Color: {type: string, enum: [red, ""]}
            Part: {type: object, properties: {n: {type: integer}}}
            Item:
              type: object
              required: [name, color, part, tags]
              properties:
                name: {type: string}
                color: {$ref: '#/components/schemas/Color'}
                part: {$ref: '#/components/schemas/Part'}
                tags: {type: array, items: {type: string}}
                price: {type: number}
                both: {type: [integer, string], pattern: '^-?(?:0|[1-9]\d*)$', format: int32}
                typeless: {pattern: '^-?(?:0|[1-9]\d*)$', format: int32}
                named: {anyOf: [{type: [number, string], pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$', format: double}, {enum: [NaN, Infinity, -Infinity]}]}
                pin: {type: integer, writeOnly: true}
                link: {type: string, format: uri}
                when: {type: string, format: date-time}
                at: {type: string, format: time}
                trip: {type: string, format: duration}
                wait: {type: string, format: duration, example: PT1H}
            A: {type: object, required: [x], properties: {x: {type: integer}}}
            B: {type: object, required: [x], properties: {x: {type: [string, "null"]}}}
            Pet: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
        """;

    private const string Start = """{"name":"a","color":"red","part":{"n":1},"tags":[]""";

    [Theory]
    [InlineData("""{"name":null,"color":null,"part":null,"tags":null}""")]
    [InlineData("""{"name":"a","color":"","part":{},"tags":["b",null]}""")]
    [InlineData(Start + ""","named":"NaN"}""")]
    [InlineData(Start + ""","link":"https://example.com/?a=%20","when":"2024-01-01T00:30:00","at":"14:30:00+02:00","trip":"1.02:30:00","wait":"P1DT2H"}""")]
    [InlineData(Start + ""","when":"2024-01-01T00:30:00+02:00","at":"14:30:00"}""")]
    public async Task What_was_read_is_written_again(string json) => Assert.Equal(json, await ShowAsync("ItemAsync", json));

    [Theory]
    [InlineData(Start + ""","price":"1.10","both":"5","typeless":"-7","named":"1e3"}""", Start + ""","price":1.1,"both":5,"typeless":-7,"named":1000}""")]
    [InlineData(Start + ""","price":null,"both":null,"typeless":null,"named":null,"trip":null}""", Start + "}")]
    [InlineData(Start + ""","trip":"P1DT2H30M","wait":"01:00:00"}""", Start + ""","trip":"1.02:30:00","wait":"PT1H"}""")]
    [InlineData(Start + ""","link":"https://example.com/a b"}""", Start + ""","link":"https://example.com/a%20b"}""")]
    public async Task What_is_spelled_otherwise_is_written_as_the_document_says(string json, string written) =>
        Assert.Equal(written, await ShowAsync("ItemAsync", json));

    [Fact]
    public async Task A_null_is_told_from_the_empty_text_of_an_enum()
    {
        object item = (await Load(HttpStatusCode.OK, """{"name":"a","color":null,"part":null,"tags":[]}""").CallAsync("ItemAsync"))!;
        object color = item.GetType().GetProperty("Color")!.GetValue(item)!;

        Assert.Equal("Unknown", color.GetType().GetProperty("Kind")!.GetValue(color)!.ToString());
        Assert.Equal("", color.ToString());
    }

    [Fact]
    public async Task A_whole_answer_and_a_value_of_a_map_are_null_too()
    {
        Assert.Null(await Load(HttpStatusCode.OK, "null").CallAsync("ItemAsync"));
        var map = (IReadOnlyDictionary<string, string?>)(await Load(HttpStatusCode.OK, """{"a":null}""").CallAsync("MapAsync"))!;
        Assert.Null(map["a"]);
    }

    [Theory]
    [InlineData(Start + ""","trip":"P1M"}""", "at $.trip: The string \"P1M\" cannot be read as a duration")]
    [InlineData(Start + ""","both":9999999999}""", "at $.both: The number 9999999999 cannot be read as an integer of 32 bits")]
    [InlineData(Start + ""","when":"0000-00-00T00:00:00"}""", "at $.when: The string \"0000-00-00T00:00:00\" cannot be read as a date and time")]
    [InlineData(Start + ""","pin":"1234x"}""", "at $.pin: The string *** cannot be read as an integer of 64 bits")]
    [InlineData("""{"name":"a","color":"red","part":{"n":"x"},"tags":[]}""", "at $.part.n: The string \"x\" cannot be read as an integer of 64 bits")]
    public async Task What_would_be_lost_or_invented_is_named(string json, string expected)
    {
        AppException exception = await Assert.ThrowsAsync<AppException>(() => Load(HttpStatusCode.OK, json).CallAsync("ItemAsync"));

        Assert.Equal(AppErrorReason.UnexpectedValue, exception.Reason);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x":1}""", "A")]
    [InlineData("""{"x":"1"}""", "B")]
    [InlineData("""{"x":null}""", "B")]
    public async Task The_case_of_a_union_is_told_by_what_the_document_says(string json, string expected)
    {
        object pet = (await Load(HttpStatusCode.OK, json).CallAsync("PetAsync"))!;

        Assert.Equal((expected, json), (pet.GetType().GetProperty("Value")!.GetValue(pet)!.GetType().Name, pet.ToString()));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Nothing_is_an_answer_where_nothing_in_particular_was_promised(HttpStatusCode status) =>
        Assert.Equal(JsonValueKind.Undefined, ((JsonElement)(await Load(status, "").CallAsync("AnyAsync"))!).ValueKind);

    [Fact]
    public async Task Of_several_answers_each_is_read_by_its_own_rule()
    {
        object nothing = (await Load(HttpStatusCode.Accepted, "").CallAsync("CaseAsync"))!;
        Assert.Equal("null", nothing.ToString());

        object text = (await Load((HttpStatusCode)203, "Bob", "text/html").CallAsync("CaseAsync"))!;
        Assert.Equal("\"Bob\"", text.ToString());

        AppException empty = await Assert.ThrowsAsync<AppException>(() => Load(HttpStatusCode.OK, "").CallAsync("CaseAsync"));
        Assert.Equal(AppErrorReason.UnexpectedContent, empty.Reason);

        AppException isNull = await Assert.ThrowsAsync<AppException>(() => Load(HttpStatusCode.OK, "null").CallAsync("CaseAsync"));
        Assert.Equal(AppErrorReason.UnexpectedValue, isNull.Reason);
        Assert.Contains("at $: null cannot be read as one of several types.", isNull.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "true", "true")]
    [InlineData(202, "5", "5")]
    [InlineData(202, "null", null)]
    [InlineData(203, """{"n":1}""", """{"n":1}""")]
    [InlineData(203, "null", null)]
    [InlineData(203, "", null)]
    public async Task A_declared_null_of_one_of_several_answers_is_null(int status, string json, string? expected) =>
        Assert.Equal(expected, (await Load((HttpStatusCode)status, json).CallAsync("MaybeAsync"))?.ToString());

    [Theory]
    [InlineData("text/plain", "Try later", "Try later")]
    [InlineData("text/html", "Try later", "Try later")]
    [InlineData("application/json", "\"Try later\"", "Try later")]
    [InlineData("text/html", "<!doctype html><title>Try later</title>", null)]
    [InlineData("application/json", "Try later", null)]
    [InlineData("text/plain", "", null)]
    public async Task A_text_is_the_string_that_an_error_promised(string mediaType, string body, string? expected)
    {
        AppException exception = await Assert.ThrowsAnyAsync<AppException>(() => Load(HttpStatusCode.Conflict, body, mediaType).CallAsync("MaybeAsync"));

        Assert.Equal(expected, (exception as AppException<string>)?.Error);
        Assert.Equal(HttpStatusCode.Conflict, exception.StatusCode);
    }

    [Fact]
    public async Task Null_of_an_answer_that_does_not_declare_it_is_an_error_beside_one_that_does()
    {
        AppException exception = await Assert.ThrowsAsync<AppException>(() => Load(HttpStatusCode.OK, "null").CallAsync("MaybeAsync"));

        Assert.Contains("at $: null cannot be read as true or false.", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ShowAsync(string method, string json) => (await Load(HttpStatusCode.OK, json).CallAsync(method))!.ToString()!;

    private static EmittedClient Load(HttpStatusCode status, string body, string mediaType = "application/json") => EmittedClient.Load(
        BoundDocument.Of(Document).Client,
        _ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) });
}
