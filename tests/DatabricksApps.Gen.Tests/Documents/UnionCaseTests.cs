using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>Which case a value is read as, through every union on the way, and that it comes back as it was.</summary>
public sealed class UnionCaseTests(UnionCaseTests.Code code) : IClassFixture<UnionCaseTests.Code>
{
    private const string Schemas = """
        openapi: 3.1.0
        info: {title: Case, version: '1'}
        paths: {}
        components:
          schemas:
            Pet: {oneOf: [{oneOf: [{$ref: '#/components/schemas/Black'}, {$ref: '#/components/schemas/White'}], discriminator: {propertyName: color, mapping: {black: '#/components/schemas/Black', white: '#/components/schemas/White'}}}, {$ref: '#/components/schemas/Dog'}]}
            Tagged: {oneOf: [{$ref: '#/components/schemas/Cats'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: pet_type}}
            Mapped: {anyOf: [{$ref: '#/components/schemas/Cats'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: pet_type, mapping: {cat: '#/components/schemas/Cats', dog: '#/components/schemas/Dog'}}}
            Alike: {oneOf: [{$ref: '#/components/schemas/Black'}, {$ref: '#/components/schemas/White'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: pet_type}}
            Any: {anyOf: [{$ref: '#/components/schemas/Plain'}, {$ref: '#/components/schemas/Mapped'}]}
            Plain: {type: object, required: [name], properties: {name: {type: string}, pet_type: {const: plain}}}
            Cats: {oneOf: [{$ref: '#/components/schemas/Black'}, {$ref: '#/components/schemas/White'}], discriminator: {propertyName: color}}
            Black: {type: object, required: [pet_type, color], properties: {pet_type: {const: cat}, color: {const: black}}}
            White: {type: object, required: [pet_type, color], properties: {pet_type: {const: cat}, color: {const: white}}}
            Dog: {type: object, required: [pet_type], properties: {pet_type: {const: dog}, fit_of: {type: string}}}
            Result: {oneOf: [{$ref: '#/components/schemas/Good'}, {$ref: '#/components/schemas/Bad'}], discriminator: {propertyName: success, mapping: {'True': '#/components/schemas/Good', 'False': '#/components/schemas/Bad'}}}
            Good: {type: object, required: [success, value], properties: {success: {const: true, type: boolean}, value: {type: integer}}}
            Bad: {type: object, required: [success, error], properties: {success: {const: false, type: boolean}, error: {type: string}}}
            Yes: {type: object, required: [ok], properties: {ok: {type: boolean}}}
            No: {type: object, required: [ok], properties: {ok: {type: boolean}}}
            Unsaid: {oneOf: [{$ref: '#/components/schemas/Yes'}, {$ref: '#/components/schemas/No'}], discriminator: {propertyName: ok, mapping: {'True': '#/components/schemas/Yes', 'False': '#/components/schemas/No'}}}
            Version: {anyOf: [{$ref: '#/components/schemas/V1'}, {$ref: '#/components/schemas/V2'}]}
            V1: {type: object, required: [v], properties: {v: {const: 1}}}
            V2: {type: object, required: [v], properties: {v: {enum: [2]}}}
            Both: {anyOf: [{$ref: '#/components/schemas/OneNumber'}, {$ref: '#/components/schemas/OneText'}]}
            OneNumber: {type: object, properties: {v: {const: 1}}}
            OneText: {type: object, properties: {v: {const: '1'}}}
            Part: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
            Kind: {type: string, const: a}
            Base: {type: object, properties: {kind: {type: string}, p: {type: integer}}}
            A: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}]}
            B: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {kind: {enum: [b]}}}]}
            C: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {other: {type: string}}}]}
            Inner: {anyOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Y'}]}
            X: {type: object, properties: {meta: {type: object, properties: {kind: {const: x}}}, p: {type: integer}}}
            Y: {type: object, properties: {meta: {type: object, properties: {kind: {const: y}}}, p: {type: integer}}}
            None: {anyOf: [{$ref: '#/components/schemas/Null'}, {$ref: '#/components/schemas/Maybe'}]}
            'Null': {type: object, required: [k], properties: {k: {type: 'null'}}}
            Maybe: {type: object, properties: {k: {anyOf: [{const: m}, {const: null}]}, q: {type: integer}}}
            Strict: {oneOf: [{$ref: '#/components/schemas/E'}, {$ref: '#/components/schemas/F'}], discriminator: {propertyName: kind, mapping: {e: '#/components/schemas/E', f: '#/components/schemas/F'}}}
            E: {type: object, required: [kind], properties: {kind: {type: string}, version: {const: 2}}}
            F: {type: object, required: [kind], properties: {kind: {type: string}}}
            Lists: {anyOf: [{type: array, items: {$ref: '#/components/schemas/Black'}}, {type: array, items: {$ref: '#/components/schemas/Dog'}}]}
            Rows: {anyOf: [{type: array, prefixItems: [{type: integer}, {$ref: '#/components/schemas/Black'}], minItems: 2, maxItems: 2}, {type: array, prefixItems: [{type: integer}, {$ref: '#/components/schemas/Dog'}], minItems: 2, maxItems: 2}]}
            When: {anyOf: [{type: string, format: date-time}, {type: string, format: date}]}
            NoWhen: {anyOf: [{type: string, format: date}, {type: string, format: date-time}, {type: string}]}
            Run: {anyOf: [{type: string}, {type: string, format: uuid}]}
            RunOrCount: {anyOf: [{type: string, format: uuid}, {type: integer}]}
            Tm: {anyOf: [{type: string, format: time}, {type: string}]}
            Span: {anyOf: [{type: string, format: duration}, {type: string}]}
            Numbers: {anyOf: [{type: number}, {type: integer}, {type: string}]}
            Count: {anyOf: [{type: integer}, {type: string}]}
            Small: {anyOf: [{type: integer, format: int64}, {type: integer, format: int32}, {type: boolean}]}
            Data: {anyOf: [{type: string, format: byte}, {type: string}]}
            Many: {anyOf: [{type: array, items: {type: string, format: uuid}}, {type: array, items: {type: string}}]}
            Moments: {anyOf: [{type: array, items: {type: string, format: date-time}}, {type: integer}]}
            Level: {anyOf: [{type: string, format: date}, {$ref: '#/components/schemas/Named'}]}
            Named: {type: string, enum: ['2024-01-01', low]}
        """;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    [Theory]
    [InlineData("Pet", """{"pet_type":"cat","color":"black"}""", "PetCat > Black")]
    [InlineData("Pet", """{"color":"white","pet_type":"cat"}""", "PetCat > White")]
    [InlineData("Pet", """{"pet_type":"dog","color":"black"}""", "Dog")]
    [InlineData("Pet", """{"pet_type":"cat","color":"ginger"}""", "PetCat > unknown")]
    [InlineData("Pet", """{"pet_type":"cat"}""", "PetCat > unknown")]
    [InlineData("Pet", """{"pet_type":"parrot","color":"black"}""", "unknown")]
    [InlineData("Pet", """{"pet_type":null,"color":"black"}""", "unknown")]
    [InlineData("Pet", """{"pet_type":7}""", "unknown")]
    [InlineData("Pet", """{"color":"black"}""", "unknown")]
    [InlineData("Tagged", """{"pet_type":"cat","color":"black"}""", "Cats > Black")]
    [InlineData("Tagged", """{"pet_type":"Cats","color":"black"}""", "unknown")]
    [InlineData("Mapped", """{"pet_type":"cat","color":"white"}""", "Cats > White")]
    [InlineData("Mapped", """{"pet_type":"cat","color":"red"}""", "Cats > unknown")]
    [InlineData("Mapped", """{"pet_type":"cow","color":"white"}""", "unknown")]
    [InlineData("Alike", """{"pet_type":"cat","color":"black"}""", "Black")]
    [InlineData("Alike", """{"pet_type":"cat","color":"white"}""", "White")]
    [InlineData("Alike", """{"pet_type":"cat","color":"red"}""", "unknown")]
    [InlineData("Alike", """{"pet_type":"dog"}""", "Dog")]
    [InlineData("Alike", """{"pet_type":"cow","color":"white"}""", "unknown")]
    [InlineData("Any", """{"name":"a"}""", "Plain")]
    [InlineData("Any", """{"name":"a","pet_type":"cat","color":"black"}""", "Mapped > Cats > Black")]
    [InlineData("Any", """{"name":"a","pet_type":"cow"}""", "unknown")]
    public void Of_a_union_of_unions(string union, string json, string expected) => AssertRead(union, json, expected);

    [Theory]
    [InlineData("Result", """{"success":true,"value":1}""", "Good")]
    [InlineData("Result", """{"error":"x","success":false}""", "Bad")]
    [InlineData("Result", """{"success":"true","value":1}""", "unknown")]
    [InlineData("Result", """{"success":"True","value":1}""", "unknown")]
    [InlineData("Result", """{"success":1,"value":1}""", "unknown")]
    [InlineData("Result", """{"success":null,"value":1}""", "unknown")]
    [InlineData("Unsaid", """{"ok":true}""", "Yes")]
    [InlineData("Unsaid", """{"ok":false}""", "No")]
    [InlineData("Version", """{"v":1}""", "V1")]
    [InlineData("Version", """{"v":2}""", "V2")]
    [InlineData("Version", """{"v":"1"}""", "unknown")]
    [InlineData("Version", """{"v":3}""", "unknown")]
    [InlineData("Both", """{"v":1}""", "OneNumber")]
    [InlineData("Both", """{"v":"1"}""", "OneText")]
    [InlineData("Both", """{"v":true}""", "unknown")]
    public void By_a_tag_that_is_no_string(string union, string json, string expected) => AssertRead(union, json, expected);

    [Theory]
    [InlineData("Part", """{"kind":"a","p":1}""", "A")]
    [InlineData("Part", """{"kind":"b","p":1}""", "B")]
    [InlineData("Part", """{"kind":"c","p":1}""", "C")]
    [InlineData("Part", """{"p":1}""", "A")]
    [InlineData("Inner", """{"meta":{"kind":"y"},"p":1}""", "Y")]
    [InlineData("Inner", """{"meta":{"kind":"z"},"p":1}""", "unknown")]
    [InlineData("None", """{"k":null}""", "Null")]
    [InlineData("None", """{"k":"m","q":1}""", "Maybe")]
    [InlineData("None", """{"k":null,"q":1}""", "Maybe")]
    [InlineData("None", """{"k":"n","q":1}""", "unknown")]
    [InlineData("Strict", """{"kind":"e","version":2}""", "E")]
    [InlineData("Strict", """{"kind":"e","version":1}""", "unknown")]
    [InlineData("Strict", """{"kind":"f","version":1}""", "F")]
    [InlineData("Strict", """{"kind":"g"}""", "unknown")]
    [InlineData("Lists", """[{"pet_type":"cat","color":"black"}]""", "Black[]")]
    [InlineData("Lists", """[{"pet_type":"dog"}]""", "Dog[]")]
    [InlineData("Lists", """[{"pet_type":"dog"},{"pet_type":"cow"}]""", "unknown")]
    [InlineData("Rows", """[1,{"pet_type":"dog"}]""", "ValueTuple`2")]
    [InlineData("Rows", """[1,{"pet_type":"cow"}]""", "unknown")]
    [InlineData("Rows", """[1,{"pet_type":"dog"},2]""", "unknown")]
    public void By_constants_wherever_they_stand(string union, string json, string expected) => AssertRead(union, json, expected);

    [Theory]
    [InlineData("When", "\"2024-01-01\"", "DateOnly")]
    [InlineData("When", "\"2024-01-01T00:00:00Z\"", "DateTimeOffset")]
    [InlineData("When", "\"2024-01-01T00:00:00\"", "DateTimeOffset")]
    [InlineData("When", "\"2024-01-01 00:00:00\"", "DateTimeOffset")]
    [InlineData("When", "\"2024-01-01T10:00:00.1200+02:00\"", "DateTimeOffset")]
    [InlineData("When", "\"soon\"", "unknown")]
    [InlineData("NoWhen", "\"2024-01-01T00:00:00\"", "String")]
    [InlineData("NoWhen", "\"2024-01-01T00:00:00Z\"", "DateTimeOffset")]
    [InlineData("NoWhen", "\"2024-01-01\"", "DateOnly")]
    [InlineData("Run", "\"6fa459ea-ee8a-3ca4-894e-db77e160355e\"", "Guid")]
    [InlineData("Run", "\"6FA459EA-EE8A-3CA4-894E-DB77E160355E\"", "String")]
    [InlineData("Run", "\"6fa459eaee8a3ca4894edb77e160355e\"", "String")]
    [InlineData("Run", "\"{6fa459ea-ee8a-3ca4-894e-db77e160355e}\"", "String")]
    [InlineData("Run", "\"urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e\"", "String")]
    [InlineData("RunOrCount", "\"6fa459eaee8a3ca4894edb77e160355e\"", "Guid")]
    [InlineData("RunOrCount", "\"12\"", "unknown")]
    [InlineData("Tm", "\"12:00:00\"", "TimeOnly")]
    [InlineData("Tm", "\"12:00:00Z\"", "String")]
    [InlineData("Tm", "\"12:00\"", "String")]
    [InlineData("Span", "\"P1D\"", "TimeSpan")]
    [InlineData("Span", "\"P1W\"", "String")]
    [InlineData("Span", "\"PT90M\"", "String")]
    [InlineData("Span", "\"P1M\"", "String")]
    [InlineData("Numbers", "1", "Int64")]
    [InlineData("Numbers", "1.5", "Double")]
    [InlineData("Numbers", "1.0", "Double")]
    [InlineData("Numbers", "1e3", "Double")]
    [InlineData("Numbers", "-0", "Double")]
    [InlineData("Numbers", "0.10000000000000000001", "Double")]
    [InlineData("Numbers", "123456789012345678901234567890", "Double")]
    [InlineData("Numbers", "1e999", "unknown")]
    [InlineData("Numbers", "\"1\"", "String")]
    [InlineData("Numbers", "\"NaN\"", "String")]
    [InlineData("Count", "1.0", "Int64")]
    [InlineData("Count", "1.5", "unknown")]
    [InlineData("Count", "9223372036854775808", "unknown")]
    [InlineData("Count", "\"9223372036854775808\"", "String")]
    [InlineData("Small", "5", "Int32")]
    [InlineData("Small", "5000000000", "Int64")]
    [InlineData("Data", "\"AQID\"", "Byte[]")]
    [InlineData("Data", "\"_-8=\"", "String")]
    [InlineData("Data", "\"AQI\"", "String")]
    [InlineData("Many", """["6fa459ea-ee8a-3ca4-894e-db77e160355e"]""", "Guid[]")]
    [InlineData("Many", """["6fa459ea-ee8a-3ca4-894e-db77e160355e","6fa459eaee8a3ca4894edb77e160355e"]""", "String[]")]
    [InlineData("Moments", """["2024-01-01T00:00:00","2024-01-01T00:00:00Z"]""", "DateTimeOffset[]")]
    [InlineData("Level", "\"2024-01-01\"", "Named")]
    [InlineData("Level", "\"2024-01-02\"", "DateOnly")]
    public void By_the_very_text_of_a_scalar(string union, string json, string expected) => AssertRead(union, json, expected);

    private void AssertRead(string union, string json, string expected)
    {
        Type type = code.Assembly.GetTypes().Single(type => type.Name == union);
        object value = JsonSerializer.Deserialize(json, type, s_options)!;

        string written = JsonSerializer.Serialize(value, type, s_options);

        Assert.Equal(expected, Describe(value));
        if (json[0] == '{')
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
        }
        else
        {
            Assert.Equal(json, written);
        }
    }

    // A union in it is one step on the way.
    private static string Describe(object union)
    {
        object value = union.GetType().GetProperties().Single(property => property.Name is "Value" or "Value_").GetValue(union)!;
        return value is JsonElement ? "unknown"
            : value.GetType().GetMethod("TryGetUnknown") is null ? value.GetType().Name
            : value.GetType().Name + " > " + Describe(value);
    }

    /// <summary>The client of the document, compiled once.</summary>
    public sealed class Code : IDisposable
    {
        private readonly LoadedCode _loaded = new(Generation.RunAndCompile(new Document("case.openapi.yaml", Schemas)));

        public Assembly Assembly => _loaded.Assembly;

        public void Dispose() => _loaded.Dispose();
    }
}
