using System.Text.RegularExpressions;
using DatabricksApps.Gen.Tests.Binding;
using DatabricksApps.Gen.Tests.Emit;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>Files wherever they stand in a form, in the parts that the generated client sends.</summary>
public sealed partial class FormFileTests
{
    private static AppFile Photo => AppFile.FromBytes("png"u8.ToArray(), "a.png");

    [Theory]

    // JSON and a urlencoded form cannot say a file; what offers multipart too is sent so.
    [InlineData("application/json: *s, application/x-www-form-urlencoded: *s, multipart/form-data: *s", "{type: object, properties: {f: {type: string, format: binary, nullable: true}}}")]

    // A form that may be null, and alternatives of which one has a file.
    [InlineData("multipart/form-data: *s", "{anyOf: [{type: object, required: [f], properties: {f: {type: string, format: binary}}}, {type: 'null'}]}")]
    [InlineData("multipart/form-data: *s", "{oneOf: [{type: object, required: [f], properties: {f: {type: string, format: binary}}}, {type: object, required: [url], properties: {url: {type: string}}}]}")]
    [InlineData("multipart/form-data: *s", "{allOf: [{$ref: '#/components/schemas/Form'}, {type: object, properties: {x: {type: string}}}]}")]

    // A field that may be a file or its address.
    [InlineData("multipart/form-data: *s", "{type: object, properties: {f: {oneOf: [{type: string, format: uri}, {type: string, format: binary}]}}}")]

    // A file by its media type, or by its encoding's.
    [InlineData("multipart/form-data: *s", "{type: object, properties: {f: {type: string, contentMediaType: image/png}}}", "image/png")]
    [InlineData("multipart/form-data: {schema: *s, encoding: {f: {contentType: image/png}}}", "{type: object, properties: {f: {}}}", "image/png")]
    [InlineData("multipart/form-data: {schema: *s, encoding: {f: {contentType: 'image/png, image/jpeg'}}}", "{type: object, properties: {f: {type: string}}}")]
    public async Task A_file_is_a_part_with_its_name(string content, string schema, string type = "application/octet-stream")
    {
        EmittedClient client = Load(schema, content.Replace(": *s", ": {schema: *s}", StringComparison.Ordinal).Replace("{schema: {schema: *s}", "{schema: *s", StringComparison.Ordinal));

        await client.CallAsync("SendAsync", ("f", Photo));

        Assert.Equal([$"form-data; name=\"f\"; filename=\"a.png\" {type} png"], Parts(client));
    }

    [Theory]
    [InlineData("{type: array, items: {type: string, format: binary}}")]
    [InlineData("{anyOf: [{type: array, items: {type: string, format: binary}}, {type: string, format: binary}]}")]
    public async Task Files_are_parts_of_one_name(string schema)
    {
        EmittedClient client = Load($"{{type: object, properties: {{f: {schema}}}}}");

        await client.CallAsync("SendAsync", ("f", new[] { Photo, AppFile.FromBytes("x"u8.ToArray(), "b.png", "image/png") }));

        Assert.Equal(
            ["form-data; name=\"f\"; filename=\"a.png\" application/octet-stream png", "form-data; name=\"f\"; filename=\"b.png\" image/png x"],
            Parts(client));
    }

    [Fact]
    public async Task A_map_of_files_is_parts_named_by_its_keys()
    {
        EmittedClient field = Load("{type: object, properties: {docs: {type: object, additionalProperties: {type: string, format: binary}}}}");
        EmittedClient whole = Load("{type: object, additionalProperties: {type: string, format: binary}}");
        Dictionary<string, AppFile> files = new() { ["one"] = Photo };

        await field.CallAsync("SendAsync", ("docs", files));
        await whole.CallAsync("SendAsync", ("body", files));

        Assert.Equal(["form-data; name=\"docs[one]\"; filename=\"a.png\" application/octet-stream png"], Parts(field));
        Assert.Equal(["form-data; name=\"one\"; filename=\"a.png\" application/octet-stream png"], Parts(whole));
    }

    [Fact]
    public async Task The_members_of_an_object_with_a_file_are_fields()
    {
        EmittedClient client = Load("{type: object, properties: {owner: {type: object, properties: {name: {type: string}, photo: {type: string, format: binary}, address: {type: object, properties: {city: {type: string}}}}}}}");

        await client.CallAsync("SendAsync", ("ownerName", "Ada"), ("ownerPhoto", Photo));

        Assert.Equal(
            ["form-data; name=\"owner[name]\"  Ada", "form-data; name=\"owner[photo]\"; filename=\"a.png\" application/octet-stream png"], Parts(client));
    }

    // What holds itself and a file has an end nevertheless.
    [Fact]
    public async Task An_object_that_holds_itself_is_taken_apart_some_levels()
    {
        EmittedClient client = EmittedClient.Load(BoundDocument.Of("""
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths: {/api/a: {post: {operationId: send, requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Node'}}}}, responses: {}}}}
            components: {schemas: {Node: {type: object, properties: {f: {type: string, format: binary}, next: {$ref: '#/components/schemas/Node'}}}}}
            """).Client);

        await client.CallAsync("SendAsync", ("nextNextF", Photo));

        Assert.Equal(["form-data; name=\"next[next][f]\"; filename=\"a.png\" application/octet-stream png"], Parts(client));
    }

    // A constant of one alternative must not be sent with the other.
    [Fact]
    public async Task A_field_of_several_alternatives_is_what_one_of_them_says()
    {
        EmittedClient client = Load("""
            {oneOf: [{type: object, required: [kind, f], properties: {kind: {const: file}, f: {type: string, format: binary} } }, {type: object, required: [kind, url], properties: {kind: {const: url}, url: {type: string} } }]}
            """);
        Type kind = client.Client.GetType().GetMethod("SendAsync")!.GetParameters().Single(p => p.Name == "kind").ParameterType;
        Type named = Nullable.GetUnderlyingType(kind) ?? kind;

        await client.CallAsync("SendAsync", ("kind", named.GetField("Url")!.GetValue(null)), ("url", "https://x"));

        Assert.Equal(["form-data; name=\"kind\"  url", "form-data; name=\"url\"  https://x"], Parts(client));
    }

    [Theory]
    [InlineData("{type: object, properties: {f: {anyOf: [{type: string, format: binary}, {type: integer}]}}}", "a part that may be a file is one: what else it may be cannot be given")]
    [InlineData(
        "{type: object, properties: {f: {type: array, items: {type: object, properties: {g: {type: string, format: binary}}}}}}",
        "a file within the field 'f' cannot be sent: lists of objects, and what lies too deep, go as JSON")]
    public void What_cannot_be_given_is_told(string schema, string message) =>
        Assert.Equal([message], Bind(schema, "multipart/form-data: {schema: *s}").Findings.Select(finding => finding.Message));

    // Neither takes time or fields without end: branches that are the schema itself, and an object of many of itself.
    [Fact]
    public void Forms_that_hold_themselves_many_times_are_read_at_once()
    {
        string branches = string.Join(", ", Enumerable.Repeat("{$ref: '#/components/schemas/Any'}", 12));
        string members = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"m{i}: {{$ref: '#/components/schemas/Many'}}"));

        BoundDocument bound = BoundDocument.Of($$"""
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /api/a: {post: {operationId: one, requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Holder'} } } }, responses: {} } }
              /api/b: {post: {operationId: two, requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Many'} } } }, responses: {} } }
            components:
              schemas:
                Any: {anyOf: [{{branches}}] }
                Holder: {type: object, properties: {f: {$ref: '#/components/schemas/Any'} } }
                Many: {type: object, properties: {f: {type: string, format: binary}, {{members}} } }
            """);

        Assert.InRange(bound.Client.Groups.SelectMany(group => group.Operations).Single(operation => operation.MethodName == "TwoAsync").Body!.Fields.Count, 200, 400);
    }

    // A comma between them is how 2.0 sends a list of which it says nothing, and 3.x where the encoding says so.
    [Fact]
    public async Task A_list_is_joined_where_the_document_says_so()
    {
        EmittedClient old = EmittedClient.Load(BoundDocument.Of("""
            swagger: "2.0"
            info: {title: T, version: "1"}
            paths: {/api/a: {post: {operationId: send, consumes: [multipart/form-data], parameters: [
              {name: csv, in: formData, type: array, items: {type: integer}},
              {name: pipes, in: formData, type: array, collectionFormat: pipes, items: {type: string}},
              {name: multi, in: formData, type: array, collectionFormat: multi, items: {type: integer}}], responses: {}}}}
            """).Client);

        await old.CallAsync("SendAsync", ("csv", new[] { 1L, 2L }), ("pipes", new[] { "a b", "c" }), ("multi", new[] { 1L, 2L }));

        Assert.Equal(
            ["form-data; name=\"csv\"  1,2", "form-data; name=\"pipes\"  a b|c", "form-data; name=\"multi\"  1", "form-data; name=\"multi\"  2"], Parts(old));
    }

    private static EmittedClient Load(string schema, string content = "multipart/form-data: {schema: *s}") =>
        EmittedClient.Load(Bind(schema, content).Client);

    private static BoundDocument Bind(string schema, string content) => BoundDocument.Of($$"""
        openapi: 3.1.0
        info: {title: T, version: "1"}
        x-form: &s {{schema}}
        paths:
          /api/a:
            post:
              operationId: send
              requestBody:
                content: { {{content}} }
              responses: {}
        components:
          schemas:
            Form: {type: object, properties: {f: {type: string, format: binary} } }
        """);

    private static IEnumerable<string> Parts(EmittedClient client) => Part().Matches(client.Sent).Select(part =>
        $"{part.Groups["disposition"].Value} {part.Groups["type"].Value} {part.Groups["body"].Value}");

    [GeneratedRegex("Content-Disposition: (?<disposition>[^\r\n]*)\r\n(Content-Type: (?<type>[^\r\n]*)\r\n)?\r\n(?<body>.*?)\r\n--", RegexOptions.Singleline)]
    private static partial Regex Part();
}
