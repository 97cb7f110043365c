using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Where a reference leads: in the document, by addresses and anchors, and into other files.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("#/components/schemas/A/prefixItems/1", "/components/schemas/A/prefixItems/1")]
    [InlineData("#/components/schemas/A/prefixItems/0", "/components/schemas/A/prefixItems/0")]

    // Where there is nothing: beyond the end, before the start, and in what is no list.
    [InlineData("#/components/schemas/A/prefixItems/2", null)]
    [InlineData("#/components/schemas/A/prefixItems/-1", null)]
    [InlineData("#/components/schemas/A/prefixItems/x", null)]
    [InlineData("#/components/schemas/A/title/0", null)]
    [InlineData("#/components/schemas/A/null", null)]

    // Percent signs and tildes are taken off.
    [InlineData("#/components/schemas/B%20b", "/components/schemas/B b")]
    [InlineData("#/components/schemas/B b", "/components/schemas/B b")]
    [InlineData("#/components/schemas/C~1c%7E0", "/components/schemas/C~1c~0")]

    // A pointer goes through a reference on its way.
    [InlineData("#/components/schemas/Alias/properties/p", "/components/schemas/D/properties/p")]
    [InlineData("#/components/schemas/Second/properties/p", "/components/schemas/D/properties/p")]
    [InlineData("#/components/schemas/Alias/properties/no", null)]
    [InlineData("#/components/schemas/Dangling/properties/p", null)]
    [InlineData("#/components/schemas/Empty/properties/p", null)]
    [InlineData("#/components/schemas/Circle/properties/p", null)]

    // Anchors by either word.
    [InlineData("#anchor", "/components/schemas/E")]
    [InlineData("#dynamic", "/components/schemas/F")]
    [InlineData("#Anchor", null)]
    public void In_the_document(string reference, string? pointer)
    {
        Reading reading = Reading.OfSchemas($$$$"""
            "S": {"items": {"$ref": "{{{{reference}}}}"}},
            "A": {"title": "a", "null": null, "prefixItems": [{}, {}]}, "B b": {}, "C/c~": {}, "D": {"properties": {"p": {}}},
            "Alias": {"$ref": "#/components/schemas/D"}, "Second": {"$ref": "#/components/schemas/Alias"},
            "Dangling": {"$ref": "#/no"}, "Empty": {"$ref": ""}, "Circle": {"$ref": "#/components/schemas/Circle"},
            "E": {"$anchor": "anchor"}, "F": {"$dynamicAnchor": "dynamic"}
            """);

        Assert.Equal(pointer, reading["S"].Items!.Target?.Schema.Pointer);
        string? said = reading.Findings.SingleOrDefault(finding => finding.Pointer == "/components/schemas/S/items/$ref")?.Message;
        Assert.Equal(pointer is null ? $"'{reference}' is not in the document; any value is allowed" : null, said);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_chain_of_references_is_followed_so_far(int length, bool isFound)
    {
        string chain = string.Concat(Enumerable.Range(1, length).Select(i => $$"""
            ,"C{{i}}": {"$ref": "#/components/schemas/C{{i + 1}}"}
            """));
        Reading reading = Reading.OfSchemas($$$"""
            "S": {"items": {"$ref": "#/components/schemas/C1"}}, "C{{{length + 1}}}": {"type": "string"}{{{chain}}}
            """);

        Assert.Equal(isFound, reading["S"].Items!.Target is not null);
        Assert.Equal(
            isFound ? [] : ["/components/schemas/S/items/$ref 'an end' leads from reference to reference without end; any value is allowed"],
            reading.Findings.Where(finding => finding.Pointer.StartsWith("/components/schemas/S", StringComparison.Ordinal))
                .Select(finding => finding.Pointer + " " + finding.Message.Replace("#/components/schemas/C1", "an end", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://example.com/a", "A")]
    [InlineData("https://example.com/a#", "A")]
    [InlineData("a", null)]
    [InlineData("https://example.com/A", null)]
    [InlineData("urn:b", "B")]
    [InlineData("https://example.com/a#in-a", "A/$defs/In")]

    // An anchor of another resource is better than none.
    [InlineData("https://example.com/a#in-c", "C/properties/p")]
    [InlineData("https://example.com/a#in-d", null)]
    [InlineData("https://example.com/a#/$defs/In", "A/$defs/In")]
    [InlineData("https://example.com/a#/$defs/Via/properties/p", "C/properties/p")]
    [InlineData("https://example.com/a#/$defs/No", null)]
    [InlineData("https://example.com/nested/c", "C")]
    public void By_an_address(string reference, string? pointer)
    {
        Reading reading = Reading.OfSchemas($$$$"""
            "S": {"items": {"$ref": "{{{{reference}}}}"}},
            "A": {"$id": "https://example.com/a#", "$defs": {"In": {"$anchor": "in-a"}, "Via": {"$ref": "https://example.com/nested/c"}}},
            "B": {"$id": "urn:b"}, "C": {"$id": "https://example.com/nested/c", "properties": {"p": {"$anchor": "in-c"}}},
            "Hash": {"$id": "#"}, "Blank": {"$id": ""}
            """);

        Assert.Equal(pointer is null ? null : "/components/schemas/" + pointer, reading["S"].Items!.Target?.Schema.Pointer);
    }

    [Fact]
    public void An_anchor_of_the_same_resource_counts_before_one_of_another()
    {
        Reading reading = Reading.OfSchemas("""
            "First": {"$id": "first", "$defs": {"P": {"$anchor": "p"}, "Q": {"$anchor": "q"}}, "items": {"$ref": "#p"}},
            "Second": {"$id": "second", "$defs": {"P": {"$anchor": "p"}}, "items": {"$ref": "#p"}},
            "Third": {"$id": "third", "items": {"$ref": "#q"}}
            """);

        Assert.Equal("/components/schemas/First/$defs/P", reading["First"].Items!.Target!.Schema.Pointer);
        Assert.Equal("/components/schemas/Second/$defs/P", reading["Second"].Items!.Target!.Schema.Pointer);
        Assert.Equal("/components/schemas/First/$defs/Q", reading["Third"].Items!.Target!.Schema.Pointer);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_pointer_goes_through_so_many_references(int length, bool isFound)
    {
        string chain = string.Concat(Enumerable.Range(1, length).Select(i => $$"""
            ,"C{{i}}": {"$ref": "#/components/schemas/C{{i + 1}}"}
            """));
        Reading reading = Reading.OfSchemas($$$$"""
            "S": {"items": {"$ref": "#/components/schemas/C1/properties/p"}}, "C{{{{length + 1}}}}": {"properties": {"p": {}}}{{{{chain}}}}
            """);

        Assert.Equal(isFound ? $"/components/schemas/C{length + 1}/properties/p" : null, reading["S"].Items!.Target?.Schema.Pointer);
    }

    [Fact]
    public void Each_reference_counts_by_itself()
    {
        string properties = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""
            "p{{i}}": {"$ref": "#/components/schemas/Alias/properties/p"}
            """));
        Reading reading = Reading.OfSchemas($$$$"""
            "S": {"properties": {{{{{properties}}}}}}, "Alias": {"$ref": "#/components/schemas/T"}, "T": {"properties": {"p": {}}}
            """);

        Assert.All(reading["S"].Properties, property => Assert.NotNull(property.Schema.Target));
    }

    [Theory]
    [InlineData("#")]
    [InlineData("")]
    public void An_id_that_says_nothing_is_none(string id)
    {
        Reading reading = Reading.Of(
            $$$$$$"""{"openapi":"3.2.0","$self":"https://example.com/shop.json","paths":{},"components":{"schemas":{"S":{"$id":"{{{{{{id}}}}}}","items":{"$ref":"#"}},"T":{"items":{"$ref":"https://example.com/shop.json#/components/schemas/S"}}}}}""");

        Assert.Null(reading["S"].Items!.Target);
        Assert.Equal("S", reading["T"].Items!.Target!.Name);
    }

    [Fact]
    public void Another_file_may_refer_to_the_document_by_its_address()
    {
        Reading reading = Reading.Of(
            """{"openapi":"3.2.0","$self":"https://example.com/shop.json","paths":{},"components":{"schemas":{"S":{"items":{"$ref":"a.json"}},"T":{"type":"string"}}}}""",
            "/api/main.json",
            new Dictionary<string, string> { ["/api/a.json"] = """{"$id":"https://example.com/a","items":{"$ref":"https://example.com/shop.json#/components/schemas/T"}}""" });

        Assert.Equal("T", reading["S"].Items!.Target!.Schema.Items!.Target!.Name);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData(63, 0)]
    [InlineData(64, 1)]
    public void A_chain_of_references_to_a_parameter_is_followed_so_far(int length, int findings)
    {
        string chain = string.Join(',', Enumerable.Range(1, length).Select(i => $$"""
            "C{{i}}": {"$ref": "#/components/parameters/C{{i + 1}}"}
            """));
        Reading reading = Reading.OfOperation(
            """
            "parameters": [{"$ref": "#/components/parameters/C2"}]
            """,
            $$$$""", "components": {"parameters": {{{{{chain}}}}, "C{{{{length + 1}}}}": {"name": "p", "in": "query"}}}""");

        Assert.Equal((1 - findings, findings), (reading.Operation.Parameters.Count, reading.Findings.Count));
        Assert.All(reading.Findings, finding => Assert.EndsWith("the reference leads from reference to reference without end; the parameter is left out", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.json", "a.json#", "")]
    [InlineData("a.json#/definitions/X", "a.json#/definitions/X", "")]
    [InlineData("./a.json#/definitions/X", "a.json#/definitions/X", "")]
    [InlineData("a.json#/definitions/Alias/properties/p", "a.json#/definitions/X/properties/p", "")]
    [InlineData("a.json#named", "a.json#/definitions/X", "")]
    [InlineData("sub/b%20b.json#/back", "sub/b b.json#/back", "")]
    [InlineData("sub/b b.json#/up", "sub/b b.json#/up", "")]
    [InlineData("main.json#/components/schemas/T", "/components/schemas/T", "")]
    [InlineData("../api/main.json#/components/schemas/T", "/components/schemas/T", "")]
    [InlineData("/api/main.json#/components/schemas/T", "/components/schemas/T", "")]
    [InlineData("C:/a.json", null, "'C:/a.json' of 'C:/a.json' is no file of the project; add it as a DatabricksApp or AdditionalFiles item; any value is allowed")]
    [InlineData("a.json#/no", null, "'a.json#/no' is not in 'a.json'; any value is allowed")]
    [InlineData("a.json#no", null, "'a.json#no' is not in 'a.json'; any value is allowed")]
    [InlineData("main.json", null, "'main.json' is not in 'main.json'; any value is allowed")]
    [InlineData("//host/x", null, "'//host/x' is at another address; give a document that holds all it refers to, or the file in the project; any value is allowed")]
    [InlineData("urn:x", null, "'urn:x' is at another address; give a document that holds all it refers to, or the file in the project; any value is allowed")]
    [InlineData("bad.json", null, "cannot be read")]
    [InlineData("no.json#/x", null, "'no.json' of 'no.json#/x' is no file of the project; add it as a DatabricksApp or AdditionalFiles item; any value is allowed")]
    public void Into_other_files(string reference, string? pointer, string said)
    {
        Dictionary<string, string> files = new()
        {
            ["/api/a.json"] = """{"definitions": {"X": {"$anchor": "named", "properties": {"p": {}}}, "Alias": {"$ref": "#/definitions/X"}}}""",
            ["/api/sub/b b.json"] = """{"back": {"$ref": "../main.json#/components/schemas/T"}, "up": {"$ref": "../a.json#/definitions/X"}}""",
            ["/api/bad.json"] = "{",
        };
        Reading reading = Reading.Of(
            $$$$$"""{"openapi":"3.1.0","paths":{},"components":{"schemas":{"S":{"items":{"$ref":"{{{{{reference}}}}}"}},"T":{"type":"string"}}}}""", "/api/main.json", files);

        Assert.Equal(pointer, reading["S"].Items!.Target?.Schema.Pointer);
        Assert.Equal(said.Length > 0 ? 1 : 0, reading.Findings.Count);
        Assert.All(reading.Findings, finding => Assert.Contains(said, finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_is_opened_once_and_counts_with_its_length()
    {
        List<string> opened = [];
        Findings findings = new();
        const string Text = """{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"$ref":"a.json"},"B":{"$ref":"./a.json#/x"},"C":{"$ref":"no.json"},"D":{"$ref":"no.json"}}}}""";
        ReadResult result = DocumentReader.Read(
            "/api/main.json",
            Text,
            path =>
            {
                opened.Add(path);
                return path == "/api/a.json" ? """{"x":{}}""" : null;
            },
            findings,
            TestContext.Current.CancellationToken);

        Assert.Equal(["/api/a.json", "/api/no.json"], opened);
        Assert.Equal(Text.Length + 8, result.Document!.Length);
        Assert.Equal(["a.json"], result.Files.Keys);
    }

    [Theory]
    [InlineData("""{"$ref":"#/more"}""", "A,B", 0)]
    [InlineData("""{"$ref":"#/no","A":{}}""", "A", 1)]
    [InlineData("""{"$ref":"#/second"}""", "", 1)]
    [InlineData("""{"$ref":"#/list"}""", "", 1)]
    [InlineData("""{"$ref":{}}""", "$ref", 0)]
    public void All_schemas_by_one_reference(string schemas, string names, int findings)
    {
        Reading reading = Reading.Of(
            $$$"""{"openapi":"3.1.0","paths":{},"components":{"schemas":{{{schemas}}}},"more":{"A":{},"B":{}},"second":{"$ref":"#/more"},"list":[]}""");

        Assert.Equal((names, findings), (string.Join(',', reading.Document.Schemas.Select(schema => schema.Name)), reading.Findings.Count));
        Assert.All(reading.Findings, finding => Assert.Equal("DBXAPP0103 /components/schemas/$ref", finding.Id + " " + finding.Pointer));
    }

    [Theory]
    [InlineData("\"3.1.0\"", true)]
    [InlineData("\"3\"", true)]
    [InlineData("3", true)]
    [InlineData("3.1", true)]
    [InlineData("\"30.1\"", false)]
    [InlineData("\"31\"", false)]
    [InlineData("\"1.2\"", false)]
    [InlineData("\"2.0\"", true)]
    [InlineData("\"\"", false)]
    public void A_version_is_read(string version, bool isRead)
    {
        Assert.Equal(isRead, Reading.Of($$$"""{"openapi":{{{version}}},"paths":{}}""").HasDocument);
        Assert.Equal(isRead, Reading.Of($$$"""{"swagger":{{{version}}},"paths":{}}""").HasDocument);
    }

    [Fact]
    public void The_newer_word_for_the_version_counts() =>
        Assert.Equal("T", Assert.Single(Reading.Of("""{"swagger":"2.0","openapi":"3.0.0","paths":{},"components":{"schemas":{"T":{}}},"definitions":{"D":{}}}""").Document.Schemas).Name);

    [Theory]
    [InlineData("""{"dependencies":[]}""", "it has neither")]
    [InlineData("""{"components":{}}""", "it has neither")]
    [InlineData("""{"dependencies":[],"components":[]}""", "it is a Gradio app's /config")]
    [InlineData("""{"detail":1}""", "it is an app's error message")]
    public void A_file_without_a_version_is(string text, string message) =>
        Assert.StartsWith(message, Assert.Single(Reading.Of(text).Findings).Message, StringComparison.Ordinal);
}
