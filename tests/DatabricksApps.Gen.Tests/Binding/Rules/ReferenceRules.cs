using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>A reference is the same in <c>allOf</c>, which is how 3.0 puts a text beside it.</summary>
public sealed class ReferenceRules
{
    private const string Reference = """{"$ref":"#/components/schemas/X"}""";

    public static TheoryData<string, string> All => new MatrixTheoryData<string, string>(
        [
            """{"type":"string","readOnly":true}""",
            """{"type":"string","writeOnly":true}""",
            """{"type":"string","const":"a"}""",
            """{"const":1}""",
            """{"enum":["a"]}""",
            """{"enum":["a","b"]}""",
            """{"enum":["a","b",null]}""",
            """{"type":"string","default":"a"}""",
            """{"type":"string","deprecated":true}""",
            """{"type":"string","format":"password"}""",
            """{"type":"string","format":"binary"}""",
            """{"type":"string","description":"Words."}""",
            """{"type":"string","title":"Words"}""",
            """{"type":["string","null"]}""",
            """{"type":"integer","minimum":1,"maximum":9}""",
            """{"type":"array","items":{"type":"string"}}""",
            """{"type":"array","items":{"type":"string","format":"binary"}}""",
            """{"type":"array","items":{"enum":["a","b"]}}""",
            """{"type":"object","additionalProperties":{"type":"integer"}}""",
            """{"type":"object","properties":{"id":{"type":"integer","readOnly":true},"name":{"type":"string"}}}""",
            """{"type":"object","readOnly":true,"properties":{"id":{"type":"integer"}}}""",
            """{"type":"object","properties":{"kind":{"const":"x"}}}""",
            """{"anyOf":[{"type":"string"},{"type":"null"}]}""",
            """{"anyOf":[{"type":"string"},{"type":"number"}]}""",
            """{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]}""",
            """{"allOf":[{"$ref":"#/components/schemas/Cat"}]}""",
            """{"$ref":"#/components/schemas/Cat"}""",
            """{}""",
        ],
        [
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Holder"}}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Holder"}}}}}}}}""",
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"content":{"application/json":{"schema":REF}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":REF}}}}}}}""",
            """{"/api/a":{"post":{"operationId":"send","parameters":[{"name":"q","in":"query","schema":REF},{"name":"h","in":"header","schema":REF}],"responses":{"200":{"description":"","content":{"application/json":{"schema":{"type":"array","items":REF}}}},"400":{"description":"","content":{"application/json":{"schema":REF}}}}}}}""",
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","required":["a"],"properties":{"a":REF,"b":REF}}}}},"responses":{"200":{"description":"","content":{"text/event-stream":{"schema":REF}}}}}}}""",
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"content":{"multipart/form-data":{"schema":REF}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{"oneOf":[REF,{"$ref":"#/components/schemas/Dog"}]}}}}}}}}""",
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","required":["a"],"properties":{"a":REF,"b":REF}}}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{"anyOf":[REF,{"type":"null"}]}}}}}}}}""",
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["u"],"properties":{"u":{"oneOf":[{"type":"object","properties":{"t":REF,"v":{"type":"string"}}},{"type":"object","properties":{"t":{"const":"z"},"w":{"type":"string"}}}]}}}}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{"type":"object","additionalProperties":REF}}}}}}}}""",
        ]);

    [Theory]
    [MemberData(nameof(All))]
    public void A_reference_is_the_same_in_allOf(string schema, string paths)
    {
        string schemas = $$$$$"""{"X":{{{{{schema}}}}},"Cat":{"type":"object","required":["k"],"properties":{"k":{"const":"c"}}},"Dog":{"type":"object","required":["k"],"properties":{"k":{"const":"d"}}},"Holder":{"type":"object","required":["a"],"properties":{"a":REF,"b":REF,"c":{"type":"string"}}}}""";
        BoundDocument plain = BoundDocument.OfPaths(paths.Replace("REF", Reference, StringComparison.Ordinal), schemas.Replace("REF", Reference, StringComparison.Ordinal));
        const string Wrapped = $$"""{"allOf":[{{Reference}}]}""";
        BoundDocument wrapped = BoundDocument.OfPaths(paths.Replace("REF", Wrapped, StringComparison.Ordinal), schemas.Replace("REF", Wrapped, StringComparison.Ordinal));

        Assert.Equal(plain.Operations.Concat(plain.Types), wrapped.Operations.Concat(wrapped.Types));
        Assert.Equal(plain.Client, wrapped.Client);
        Assert.Equal(plain.FindingPlaces, wrapped.FindingPlaces);
    }

    // What a reference leads to may be a reference too, with words of its own.
    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/X","description":"Words.","default":"b"}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/X"}],"description":"Words.","default":"b"}""")]
    public void What_stands_beside_a_reference_on_the_way_counts(string middle)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$"""{"X":{"type":"string","description":"Far.","default":"a"},"Y":{"properties":{"y":{{{{{middle}}}}}}},"Item":{"properties":{"p":{"$ref":"#/components/schemas/Y/properties/y"}}}}""");

        Assert.Equal("record Item(Defaulted String P = String:b)", bound.TypeOf("Item"));
        Assert.Equal("Words.", Assert.IsType<ObjectTypeModel>(bound.Client.Types.Single(type => type.Name == "Item")).Properties[0].Doc.Summary);
    }

    [Theory]
    [InlineData("readOnly", "Item,ItemInput,Y,YInput")]
    [InlineData("writeOnly", "Item,ItemInput,Y,YInput")]
    public void What_is_left_out_of_a_way_is_so_by_a_reference_on_the_way(string keyword, string types)
    {
        const string Item = """{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}""";
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{{{{{Item}}}}},"responses":{"200":{{{{{Item}}}}}}}}}""",
            $$$$$"""{"X":{"type":"string"},"Y":{"required":["y"],"properties":{"y":{"allOf":[{"$ref":"#/components/schemas/X"}],"{{{{{keyword}}}}}":true}}},"Item":{"required":["p"],"properties":{"p":{"$ref":"#/components/schemas/Y/properties/y"},"q":{"$ref":"#/components/schemas/Y"}}}}""");

        Assert.Equal(types, string.Join(',', bound.Client.Types.Select(type => type.Name)));
    }

    [Fact]
    public void A_reference_in_allOf_that_leads_back_to_itself_is_told()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Item":{"required":["p"],"properties":{"p":{"allOf":[{"$ref":"#/components/schemas/Item/properties/p"}]}}}}""");

        Assert.Equal("record Item(Required Any P)", bound.TypeOf("Item"));
        Assert.Equal(["DBXAPP0102 /components/schemas/Item/properties/p/allOf/0/$ref"], bound.FindingPlaces);
    }
}
