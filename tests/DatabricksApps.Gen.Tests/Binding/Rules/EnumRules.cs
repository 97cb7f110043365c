using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which values are an enum, and how its members are named.</summary>
public sealed class EnumRules
{
    [Theory]

    // Two values are an enum, one beside null is its type, and booleans are no more than a boolean.
    [InlineData("[1,null]", "Int64?")]
    [InlineData("[1.5,null]", "Double?")]
    [InlineData("[true,false]", "Boolean")]
    [InlineData("[true,null]", "Boolean?")]
    [InlineData("""["a",null]""", "String?")]
    [InlineData("[null]", "Any")]
    [InlineData("""["a","b"]""", "String enum ItemP(A = a, B = b)")]
    [InlineData("[1,2]", "Integer enum ItemP(Value1 = 1, Value2 = 2)")]
    [InlineData("[1,1.5]", "Mixed enum ItemP(Value1 = 1, Value1Dot5 = 1.5)")]
    [InlineData("[true,\"a\"]", "Mixed enum ItemP(True = true, A = \"a\")")]
    [InlineData("[99999999999999999999,1]", "Mixed enum ItemP(Value99999999999999999999 = 99999999999999999999, Value1 = 1)")]
    [InlineData("[-1,1]", "Integer enum ItemP(ValueMinus1 = -1, Value1 = 1)")]
    public void Inline_values_are(string values, string expected)
    {
        BoundDocument bound = Rule.Member($$"""{"enum":{{values}}}""");

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
        Assert.Empty(bound.Findings);
    }

    [Theory]
    [InlineData("""[{"a":1},"b"]""")]
    [InlineData("""["b",[1]]""")]
    public void Objects_and_arrays_are_no_enum_which_is_told(string values)
    {
        BoundDocument bound = Rule.Member($$"""{"enum":{{values}}}""");

        Assert.Equal("Any", bound.TypeOfMember());
        Assert.Equal(["DBXAPP0102 /components/schemas/Item/properties/p"], bound.FindingPlaces);
    }

    [Fact]
    public void A_component_of_one_value_is_an_enum_for_what_may_come()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"Color":{"enum":["red"],"deprecated":true,"description":"Words."}}""");

        Assert.Equal("String enum Color(Red = red)", bound.TypeOf("Color"));
        TypeModel color = Assert.Single(bound.Client.Types);
        Assert.Equal(("Color", "Words.", true), (color.Origin, color.Doc.Summary, color.IsDeprecated));
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("-", "Minus")]
    [InlineData("+1", "ValuePlus1")]
    [InlineData("1.5", "Value1Dot5")]
    [InlineData("-x", "MinusX")]
    [InlineData("+x", "PlusX")]
    [InlineData("x-", "X")]
    [InlineData("1st", "_1st")]
    [InlineData("value", "ValueValue")]
    [InlineData("KNOWN", "KnownValue")]
    [InlineData("*", "Star")]
    [InlineData("Item", "ItemValue")]
    [InlineData("é", "É")]
    public void A_value_is_named(string value, string name)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$"""{"Item":{"enum":["{{{value}}}","other"]}}""");

        Assert.Equal(name, Assert.IsType<EnumTypeModel>(Assert.Single(bound.Client.Types)).Values[0].Name);
    }

    [Theory]
    [InlineData("""["a","a-","A"]""", "a,AMinus,AValue")]
    [InlineData("""["x","-x","--x"]""", "X,MinusX,MinusMinusX")]
    [InlineData("""["-x","−x","- x"]""", "MinusX4bcd60c0,X,MinusX0bec0810")]
    [InlineData("""["a b","a_b","aB"]""", "AB10a3f9f2,AB1ba46871,aB")]
    [InlineData("""["1","1.0","1e0"]""", "Value1,Value1Dot0,Value1e0")]
    public void Values_of_one_name_are_told_apart(string values, string names)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$"""{"Item":{"enum":{{{values}}}}}""");

        Assert.Equal(names, string.Join(',', Assert.IsType<EnumTypeModel>(Assert.Single(bound.Client.Types)).Values.Select(value => value.Name)));
    }
}
