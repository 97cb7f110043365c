namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>The values that a document names: those of enums, and those that members start at.</summary>
public sealed class ValueRules
{
    [Theory]
    [InlineData("""["a","b"]""", "String enum Item(A = a, B = b)")]

    // A value that is named twice is one; what is spelled otherwise is another.
    [InlineData("""["a","b","a"]""", "String enum Item(A = a, B = b)")]
    [InlineData("""["a","A"]""", "String enum Item(a = a, AValue = A)")]
    [InlineData("""[1,2,1]""", "Integer enum Item(Value1 = 1, Value2 = 2)")]
    [InlineData("""["a",null,"b"]""", "String enum Item(A = a, B = b)")]

    // A number and the same digits as a string are two values.
    [InlineData("""["1",1]""", "Mixed enum Item(Text1 = \"1\", Number1 = 1)")]
    [InlineData("""["1","1",1,1]""", "Mixed enum Item(Text1 = \"1\", Number1 = 1)")]
    public void An_enum_has_each_value_once(string values, string expected) =>
        Assert.Equal([expected], BoundDocument.OfSchemas($$$"""{"Item":{"enum":{{{values}}}}}""").Types);

    [Theory]
    [InlineData("float", "1.5", "Defaulted Single P = Number:1.5")]
    [InlineData("float", "3e38", "Defaulted Single P = Number:3e38")]
    [InlineData("double", "1e300", "Defaulted Double P = Number:1e300")]
    [InlineData("double", "-1e300", "Defaulted Double P = Number:-1e300")]

    // What a member cannot hold it does not start at: no number of C# is spelled so.
    [InlineData("float", "1e300", "Optional Single? P")]
    [InlineData("float", "-1e300", "Optional Single? P")]
    [InlineData("double", "1e400", "Optional Double? P")]
    [InlineData("double", "\"1.5\"", "Optional Double? P")]
    public void A_number_starts_at_a_default_that_it_can_hold(string format, string value, string expected) =>
        Assert.Equal(
            $"record Item({expected})",
            BoundDocument.OfSchemas(
                $$$$$"""{"Item":{"type":"object","properties":{"p":{"type":"number","format":"{{{{{format}}}}}","default":{{{{{value}}}}}}}}}""").TypeOf("Item"));
}
