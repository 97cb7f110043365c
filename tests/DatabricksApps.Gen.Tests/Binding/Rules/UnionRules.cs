namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What several alternatives of a value become: one type where one holds them all, else a union.</summary>
public sealed class UnionRules
{
    private const string DecimalText = """{"type":"string","pattern":"^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$"}""";

    private const string Enums = """
        "Color":{"type":"string","enum":["red","green"]},"Level":{"type":"integer","enum":[1,2]},"Mix":{"enum":["a",1]}
        """;

    [Theory]
    [InlineData("""{"const":"a"},{"const":"b"}""", "String enum ItemP(A = a, B = b)")]
    [InlineData("""{"enum":["a","b"]},{"const":"c"}""", "String enum ItemP(A = a, B = b, C = c)")]

    // An enum of strings keeps every other string too.
    [InlineData("""{"const":"a"},{"const":"b"},{"type":"string"}""", "String enum ItemP(A = a, B = b)")]
    [InlineData("""{"enum":["a","b"]},{"type":"string"}""", "String enum ItemP(A = a, B = b)")]

    // One of numbers keeps every other number, and no string.
    [InlineData("""{"const":1},{"const":2}""", "Integer enum ItemP(Value1 = 1, Value2 = 2)")]
    [InlineData("""{"enum":[1,2]},{"enum":[3]}""", "Integer enum ItemP(Value1 = 1, Value2 = 2, Value3 = 3)")]
    [InlineData("""{"const":1},{"const":2},{"type":"string"}""", null)]
    [InlineData("""{"enum":[1,2]},{"type":"string"}""", null)]
    [InlineData("""{"enum":[1,2,3]},{"type":"string"}""", null)]

    // Strings and numbers in one, one value alone, and texts of another kind are no enum.
    [InlineData("""{"const":"a"},{"const":1}""", null)]
    [InlineData("""{"const":"a"},{"type":"string"}""", null)]
    [InlineData("""{"const":"a"},{"const":"b"},{"type":"string","format":"date"}""", null)]
    [InlineData("""{"const":"a"},{"const":"b"},{"type":"integer"}""", null)]
    [InlineData("""{"const":"a"},{"const":"b"},{"$ref":"#/components/schemas/Color"}""", null)]
    public void Literals_are_an_enum_that_holds_them_all(string branches, string? expected)
    {
        BoundDocument bound = Member(branches);

        Assert.Equal(expected is null ? [] : [expected], bound.Types.Where(type => type.Contains("enum ItemP(", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"enum":[1,2]},{"type":"string"}""", "union ItemP(Number: ItemPNumber, String: String)")]
    [InlineData("""{"type":"integer","enum":[1,2]},{"type":"string"}""", "union ItemP(Number: ItemPNumber, String: String)")]
    [InlineData("""{"enum":[1.5,2]},{"type":"string"}""", "union ItemP(Number: ItemPNumber, String: String)")]
    [InlineData("""{"enum":[1,"a",true]},{"type":"array"}""", "union ItemP(TextOrNumberOrBoolean: ItemPTextOrNumberOrBoolean, JsonList: List<Any>)")]
    [InlineData("""{"enum":["a","b"]},{"type":"integer"}""", "union ItemP(Text: ItemPText, Integer: Int64)")]
    [InlineData("""{"type":["string","integer"],"enum":["a",1]},{"type":"boolean"}""", "union ItemP(TextOrNumber: ItemPTextOrNumber, Boolean: Boolean)")]
    [InlineData("""{"const":1},{"const":2},{"type":"string"}""", "union StringOrInteger(String: String, Integer: Int64)")]
    [InlineData("""{"const":"a"},{"const":1}""", "union StringOrInteger(String: String, Integer: Int64)")]
    public void Else_each_is_a_case_of_its_own(string branches, string expected)
    {
        BoundDocument bound = Member(branches);

        Assert.Equal(expected, bound.TypeOf(bound.TypeOfMember()));
    }

    [Theory]

    // Pydantic's Decimal, which reads both and writes a string.
    [InlineData("""{"type":"number"},""" + DecimalText, "Decimal")]
    [InlineData(DecimalText + """,{"type":"integer"}""", "Decimal")]
    [InlineData("""{"type":"number"},""" + DecimalText + """,{"type":"null"}""", "Decimal?")]

    // What is more than that is more than a Decimal.
    [InlineData("""{"type":"number"},""" + DecimalText + """,{"type":"boolean"}""", "BooleanOrNumberOrDecimal")]
    [InlineData("""{"type":"number"},{"type":"string"}""", "StringOrNumber")]
    [InlineData("""{"type":"boolean"},""" + DecimalText, "BooleanOrDecimal")]
    public void A_number_and_its_digits_as_a_string_are_a_decimal(string branches, string expected) =>
        Assert.Equal(expected, Member(branches).TypeOfMember());

    [Theory]

    // An enum of strings holds any string, so that one beside it adds nothing.
    [InlineData("Color", """{"type":"string"}""", "Color")]
    [InlineData("Color", """{"type":"integer"}""", "union ItemP(Color: Color, Integer: Int64)")]
    [InlineData("Color", """{"type":"string","format":"date"}""", "union ItemP(Color: Color, Date: Date)")]

    // One of numbers holds no string; one of both is not taken for one.
    [InlineData("Level", """{"type":"string"}""", "union ItemP(Level: Level, String: String)")]
    [InlineData("Mix", """{"type":"string"}""", "union ItemP(Mix: Mix, String: String)")]
    public void An_enum_beside_a_string_is_one_type_if_it_holds_the_string(string name, string other, string expected)
    {
        BoundDocument bound = Member($$"""{"$ref":"#/components/schemas/{{name}}"},{{other}}""");

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf("ItemP") : type);
    }

    private static BoundDocument Member(string branches) => Rule.Member($$"""{"anyOf":[{{branches}}]}""", Enums);
}
