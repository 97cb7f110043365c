namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which schemas are two types, because a request lacks what only the server sets.</summary>
public sealed class DirectionRules
{
    private const string Item = """
        "Item":{"required":["id"],"properties":{"id":{"type":"integer","readOnly":true},"name":{"type":"string"}}}
        """;

    // What holds a schema that differs differs itself, by whichever keyword it holds it.
    [Theory]
    [InlineData("""{"properties":{"p":{"$ref":"#/components/schemas/Item"}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"items":{"$ref":"#/components/schemas/Item"}}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Item"}}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"type":"object","patternProperties":{"a":{"$ref":"#/components/schemas/Item"}}}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"prefixItems":[{"$ref":"#/components/schemas/Item"},{}],"minItems":2,"maxItems":2}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"anyOf":[{"$ref":"#/components/schemas/Item"},{"type":"null"}]}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"oneOf":[{"$ref":"#/components/schemas/Item"},{"type":"null"}]}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"properties":{"p":{"allOf":[{"$ref":"#/components/schemas/Item"}]}}}""", "C,CInput,Item,ItemInput")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Item"},{"properties":{"x":{"type":"string"}}}]}""", "C,CInput,Item")]
    [InlineData("""{"properties":{"id":{"type":"integer","readOnly":true}}}""", "C,CInput,Item")]
    [InlineData("""{"properties":{"id":{"$ref":"#/components/schemas/Stamp"}}}""", "C,CInput,Item")]

    // One that lies in a model of its own is that one.
    [InlineData("""{"properties":{"p":{"properties":{"id":{"type":"integer","readOnly":true}}}}}""", "C,CInput,CInputP,CP,Item")]

    // What a request must have and an answer may lack makes two types too, but not what neither must have.
    [InlineData("""{"required":["s"],"properties":{"s":{"type":"string","writeOnly":true}}}""", "C,CInput,Item")]
    [InlineData("""{"required":["s"],"properties":{"s":{"$ref":"#/components/schemas/Secret"}}}""", "C,CInput,Item")]
    [InlineData("""{"properties":{"s":{"type":"string","writeOnly":true}}}""", "C,Item")]
    [InlineData("""{"properties":{"s":{"type":"string"}}}""", "C,Item")]
    public void Sent_and_received_a_schema_is(string schema, string types)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{{{{{Json("C")}}}}},"responses":{"200":{{{{{Json("C")}}}}}}}}}""",
            $$$"""{"C":{{{schema}}},{{{Item}}},"Stamp":{"type":"integer","readOnly":true},"Secret":{"type":"string","writeOnly":true}}""");

        Assert.Equal(types, string.Join(',', bound.Client.Types.Select(type => type.Name)));
        Assert.Equal([types.Contains("CInput", StringComparison.Ordinal) ? "SendAsync(Json CInput? body) -> C" : "SendAsync(Json C? body) -> C"], bound.Operations);
    }

    // What an app sends of itself is received too, and what comes in an event or an error.
    [Theory]
    [InlineData("\"responses\":{\"200\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Item\"}}}}}", "", "Item,ItemInput")]
    [InlineData("\"responses\":{\"400\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Item\"}}}}}", "", "Item,ItemInput")]
    [InlineData("\"responses\":{\"200\":{\"content\":{\"application/jsonl\":{\"itemSchema\":{\"$ref\":\"#/components/schemas/Item\"}}}}}", "", "Item,ItemInput")]
    [InlineData("\"responses\":{\"200\":{\"content\":{\"text/event-stream\":{\"itemSchema\":{\"properties\":{\"data\":{\"type\":\"string\",\"contentSchema\":{\"$ref\":\"#/components/schemas/Item\"}}}}}}}}", "", "Item,ItemInput")]
    [InlineData("\"responses\":{}", "\"webhooks\":{\"w\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Item\"}}}}}}},", "Item,ItemInput")]
    [InlineData("\"callbacks\":{\"c\":{\"u\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Item\"}}}}}}}},\"responses\":{}", "", "Item,ItemInput")]
    [InlineData("\"responses\":{}", "", "Item")]
    public void A_request_has_a_type_of_its_own_where_something_receives_it(string members, string more, string types)
    {
        BoundDocument bound = BoundDocument.Of(
            $$$$"""{"openapi":"3.2.0",{{{{more}}}}"paths":{"/api/a":{"post":{"operationId":"send","requestBody":{{{{Json("Item")}}}},{{{{members}}}}}}},"components":{"schemas":{{{{{Item}}}}}}}""");

        Assert.Equal(types, string.Join(',', bound.Client.Types.Select(type => type.Name)));
    }

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    public void A_parameter_is_sent_as_a_request_is(string location)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"get":{"operationId":"load","parameters":[{"name":"p","in":"{{{{{location}}}}}","schema":{"$ref":"#/components/schemas/Item"}}],"responses":{"200":{{{{{Json("Item")}}}}}}}}}""",
            "{" + Item + "}");

        Assert.Equal("ItemInput?", Assert.Single(bound.TheOperation().Parameters).Type.ToString());
    }

    [Fact]
    public void What_lies_in_a_request_is_sent_as_it_is()
    {
        const string Inline = """{"properties":{"p":{"$ref":"#/components/schemas/Item"}}}""";
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","parameters":[{"name":"q","in":"query","schema":{{{{{Inline}}}}}}],"requestBody":{"content":{"application/json":{"schema":{{{{{Inline}}}}}}}},"responses":{"200":{{{{{Json("Item")}}}}}}}}}""",
            "{" + Item + "}");

        Assert.Equal(["SendAsync(Query SendQ? q, Json SendBody? body) -> Item"], bound.Operations);
        Assert.Equal("record SendBody(Optional ItemInput? P)", bound.TypeOf("SendBody"));
        Assert.Equal("record SendQ(Optional ItemInput? P)", bound.TypeOf("SendQ"));
    }

    [Fact]
    public void A_type_of_requests_may_have_another_name_that_is_free()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{{{{{Json("Item")}}}}},"responses":{"200":{{{{{Json("Item")}}}}}}}}}""",
            "{" + Item + ""","ItemInput":{"type":"object","properties":{"x":{"type":"string"}}}}""");

        Assert.Equal(["SendAsync(Json ItemRequest? body) -> Item"], bound.Operations);
    }

    // What is nothing but a base with a title is each of its heirs, whichever keyword holds it; what inherits it is not.
    [Theory]
    [InlineData("""{"properties":{"p":{"$ref":"#/components/schemas/Pet"}}}""", "C,CInput,Cat,CatInput,Pet,PetBase,PetInput,PetInputBase", "C,Cat,Pet,PetBase")]
    [InlineData("""{"properties":{"p":{"allOf":[{"$ref":"#/components/schemas/Pet"}]}}}""", "C,CInput,Cat,CatInput,Pet,PetBase,PetInput,PetInputBase", "C,Cat,Pet,PetBase")]
    [InlineData("""{"properties":{"p":{"allOf":[{"$ref":"#/components/schemas/Pet"}],"title":"Pet"}}}""", "C,CInput,Cat,CatInput,Pet,PetBase,PetInput,PetInputBase", "C,Cat,Pet,PetBase")]
    [InlineData("""{"properties":{"p":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"minProperties":1}]}}}""", "C,CInput,Cat,CatInput,Pet,PetBase,PetInput,PetInputBase", "C,Cat,Pet,PetBase")]
    [InlineData("""{"properties":{"p":{"type":"object","patternProperties":{"x":{"allOf":[{"$ref":"#/components/schemas/Pet"}]}}}}}""", "C,CInput,Cat,CatInput,Pet,PetBase,PetInput,PetInputBase", "C,Cat,Pet,PetBase")]
    [InlineData("""{"properties":{"p":{"items":{"allOf":[{"$ref":"#/components/schemas/Pet"}]}}}}""", "C,CInput,Cat,CatInput,Pet,PetBase,PetInput,PetInputBase", "C,Cat,Pet,PetBase")]
    public void A_reference_to_a_base_with_a_title_is_its_heirs(string schema, string bothWays, string onlySent)
    {
        const string Pets = """ "Pet":{"properties":{"k":{"type":"string"},"id":{"type":"integer","readOnly":true}},"discriminator":{"propertyName":"k"}},"Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"claws":{"type":"integer"}}}]} """;

        BoundDocument both = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{{{{{Json("C")}}}}},"responses":{"200":{{{{{Json("C")}}}}}}}}}""",
            $$$"""{"C":{{{schema}}},{{{Pets}}}}""");
        BoundDocument sent = BoundDocument.OfPaths(
            $$$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{{{{{{Json("C")}}}}}},"responses":{"204":{}}}}}""",
            $$$"""{"C":{{{schema}}},{{{Pets}}}}""");

        Assert.Equal(bothWays, string.Join(',', both.Client.Types.Select(type => type.Name)));
        Assert.Equal(onlySent, string.Join(',', sent.Client.Types.Select(type => type.Name)));
    }

    // Of a discriminator's property each side has it, whoever sets it.
    [Fact]
    public void What_tells_the_heirs_of_a_base_apart_is_sent()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{{{{{Json("Pet")}}}}},"responses":{"200":{{{{{Json("Pet")}}}}}}}}}""",
            """{"Pet":{"type":"object","required":["k"],"properties":{"k":{"type":"string","readOnly":true}},"discriminator":{"propertyName":"k","mapping":{"c":"Cat","d":"Dog"}}},"Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"id":{"type":"integer","readOnly":true}}}]},"Dog":{"allOf":[{"$ref":"#/components/schemas/Pet"}]}}""");

        Assert.Equal(
            ["record Cat(Constant String K = String:c, Optional Int64? Id)", "record CatInput(Constant String K = String:c)", "record Dog(Constant String K = String:d)", "union Pet(Cat: Cat [c], Dog: Dog [d]) by k", "union PetInput(CatInput: CatInput [c], Dog: Dog [d]) by k"],
            bound.Types);
    }

    [Theory]

    // The best content that has a schema is a type, in whatever form it is sent; plain text and files are none.
    [InlineData("\"application/json\":{\"schema\":@},\"application/xml\":{\"schema\":{\"type\":\"string\"}}", "EventPayload")]
    [InlineData("\"text/plain\":{\"schema\":@}", "")]
    [InlineData("\"text/plain\":{\"schema\":{\"type\":\"string\"}},\"application/x-www-form-urlencoded\":{\"schema\":@}", "EventPayload")]
    [InlineData("\"application/octet-stream\":{},\"application/json\":{\"schema\":@}", "EventPayload")]
    [InlineData("\"application/octet-stream\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"}}", "")]
    [InlineData("\"application/json\":{}", "")]
    public void The_payload_of_a_call_that_the_app_makes_is(string content, string types)
    {
        string schemas = content.Replace("@", """{"properties":{"a":{"type":"string"}}}""", StringComparison.Ordinal);
        BoundDocument bound = BoundDocument.Of(
            $$$$$$$"""{"openapi":"3.1.0","webhooks":{"event":{"post":{"requestBody":{"content":{{{{{{{{schemas}}}}}}}}}}}}}""");

        Assert.Equal(types, string.Join(',', bound.Client.Types.Select(type => type.Name)));
    }

    [Theory]
    [InlineData("event", "\"operationId\":\"my_call\",", "MyCallAnswer,MyCallPayload")]
    [InlineData("event", "", "EventAnswer,EventPayload")]
    [InlineData("--", "", "IncomingAnswer,IncomingPayload")]
    public void It_is_named_after_the_call(string name, string operationId, string types)
    {
        const string Content = """{"content":{"application/json":{"schema":{"properties":{"$":{"type":"string"}}}}}}""";
        BoundDocument bound = BoundDocument.Of(
            $$$$$$"""{"openapi":"3.1.0","webhooks":{"{{{{{{name}}}}}}":{"post":{{{{{{{operationId}}}}}}"requestBody":{{{{{{Content.Replace('$', 'a')}}}}}},"responses":{"200":{{{{{{Content.Replace('$', 'b')}}}}}}}}}}}""");

        Assert.Equal(types, string.Join(',', bound.Client.Types.Select(type => type.Name)));
        string call = types.Split("Answer")[0];
        Assert.All(bound.Client.Types, type => Assert.Equal(call, type.Origin));
    }

    private static string Json(string component) =>
        $$$$$"""{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/{{{{{component}}}}}"}}}}""";
}
