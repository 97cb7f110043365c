namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>By which property the cases of a union are told, where one tells them, and what it starts at in a case.</summary>
public sealed class DiscriminatorRules
{
    [Theory]

    // A constant that each case has, and each another one.
    [InlineData("""{"kind":{"const":"a"}}""", """{"kind":{"const":"b"}}""", "union U(X: X [a], Y: Y [b]) by kind")]
    [InlineData("""{"kind":{"enum":["a","c"]}}""", """{"kind":{"const":"b"}}""", "union U(X: X [a|c], Y: Y [b]) by kind")]

    [InlineData("""{"kind":{"const":1}}""", """{"kind":{"const":2.0}}""", "union U(X: X [1], Y: Y [2]) by kind")]
    [InlineData("""{"kind":{"const":true}}""", """{"kind":{"enum":[false]}}""", "union U(X: X [true], Y: Y [false]) by kind")]
    [InlineData("""{"kind":{"anyOf":[{"const":"a"},{"type":"null"}]}}""", """{"kind":{"allOf":[{"const":"b"}]}}""", "union U(X: X [a], Y: Y [b]) by kind")]

    // What is alike as text is not told by it.
    [InlineData("""{"kind":{"const":1}}""", """{"kind":{"const":"1"}}""", "union U(X: X, Y: Y)")]

    // The same one in both, or one of several in both, tells nothing.
    [InlineData("""{"kind":{"const":"a"},"p":{"type":"string"}}""", """{"kind":{"const":"a"},"q":{"type":"string"}}""", "union U(X: X, Y: Y)")]
    [InlineData("""{"kind":{"enum":["a","b"]}}""", """{"kind":{"const":"b"}}""", "union U(X: X, Y: Y)")]

    // Nor does one that a case has not, or that may be anything there.
    [InlineData("""{"kind":{"const":"a"}}""", """{"other":{"const":"b"}}""", "union U(X: X, Y: Y)")]
    [InlineData("""{"kind":{"const":"a"}}""", """{"kind":{"type":"string"}}""", "union U(X: X, Y: Y)")]

    // The first that tells them, not the first that is there.
    [InlineData("""{"v":{"const":"1"},"kind":{"const":"a"}}""", """{"v":{"const":"1"},"kind":{"const":"b"}}""", "union U(X: X [a], Y: Y [b]) by kind")]
    public void Constants_that_differ_tell_the_cases(string first, string second, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$"""{"U":{"anyOf":[{"$ref":"#/components/schemas/X"},{"$ref":"#/components/schemas/Y"}]},"X":{"type":"object","required":["kind","v"],"properties":{{{first}}}},"Y":{"type":"object","required":["kind","v"],"properties":{{{second}}}}}""");

        Assert.Equal(expected, bound.TypeOf("U"));
    }

    [Theory]

    // The one value that the union reads as this case is what the case is sent with.
    [InlineData("""{"c":"#/components/schemas/Cat","d":"#/components/schemas/Dog"}""", "Defaulted String Kind = String:c")]

    // Of two none is the right one: the caller says which.
    [InlineData("""{"c1":"#/components/schemas/Cat","c2":"#/components/schemas/Cat","d":"#/components/schemas/Dog"}""", "Optional String? Kind")]
    public void A_discriminator_starts_at_the_value_of_its_case_if_there_is_one(string mapping, string member)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$"""{{{Pet("Pet", mapping)}},{{Animals}}}""");

        Assert.Equal($"record Cat({member})", bound.TypeOf("Cat"));
        Assert.Equal("record Dog(Defaulted String Kind = String:d)", bound.TypeOf("Dog"));
    }

    // A model may be a case of two unions: of one mind they give it a start, of two minds none.
    [Theory]
    [InlineData("c", "Defaulted String Kind = String:c")]
    [InlineData("other", "Optional String? Kind")]
    public void Two_unions_that_want_another_start_give_none(string tag, string member)
    {
        string second = Mapping.Replace("\"c\"", $"\"{tag}\"", StringComparison.Ordinal);
        BoundDocument bound = BoundDocument.OfSchemas(
            $$"""{{{Pet("Pet", Mapping)}},{{Pet("Zoo", second)}},{{Animals}}}""");

        Assert.Equal($"record Cat({member})", bound.TypeOf("Cat"));
    }

    [Fact]
    public void What_a_case_says_itself_stays()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$"""{{{{{{Pet("Pet", Mapping)}}}}},"Cat":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"}}},"Dog":{"type":"object","properties":{"kind":{"type":"string","default":"puppy"}}}}""");

        Assert.Equal("record Cat(Constant String Kind = String:c)", bound.TypeOf("Cat"));
        Assert.Equal("record Dog(Defaulted String Kind = String:puppy)", bound.TypeOf("Dog"));
    }

    private const string Mapping = """{"c":"#/components/schemas/Cat","d":"#/components/schemas/Dog"}""";

    private const string Animals = """
        "Cat":{"type":"object","properties":{"kind":{"type":"string"}}},"Dog":{"type":"object","properties":{"kind":{"type":"string"}}}
        """;

    private static string Pet(string name, string mapping) =>
        $$$"""
        "{{{name}}}":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind","mapping":{{{mapping}}}}}
        """;

    // A mapping is the document's own word, which 2.0 has not: there the extension says the value.
    [Theory]
    [InlineData(""","mapping":{"c":"#/components/schemas/Cat"}""", "union U(Cat: Cat [c], Dog: Dog [Dog]) by k")]
    [InlineData("", "union U(Cat: Cat [x], Dog: Dog [Dog]) by k")]
    public void A_value_of_the_extension_counts_where_no_mapping_names_the_case(string mapping, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"U":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"k"$}},"""
                .Replace("$}", mapping + "}", StringComparison.Ordinal)
            + """
              "Cat":{"type":"object","required":["k"],"x-ms-discriminator-value":"x","properties":{"k":{"type":"string"},"c":{"type":"string"}}},
              "Dog":{"type":"object","required":["k"],"properties":{"k":{"type":"string"},"d":{"type":"string"}}}}
              """);

        Assert.Equal(expected, bound.TypeOf("U"));
    }
}
