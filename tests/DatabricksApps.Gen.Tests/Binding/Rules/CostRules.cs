using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>How much C# a part of a document is counted as.</summary>
public sealed class CostRules
{
    // Each is a member of one letter, of 453 characters, and what its keywords say.
    [Theory]
    [InlineData("{}", 453)]
    [InlineData("""{"title":"four"}""", 457)]
    [InlineData("""{"description":"four"}""", 457)]
    [InlineData("""{"pattern":"four"}""", 457)]
    [InlineData("""{"example":"four"}""", 459)]
    [InlineData("""{"default":"four"}""", 471)]

    // What is an entity in documentation counts for five.
    [InlineData("""{"title":"a&b"}""", 460)]
    [InlineData("""{"title":"<b>"}""", 464)]
    [InlineData("""{"title":"\"'"}""", 455)]
    public void A_member_is(string schema, long expected) =>
        Assert.Equal(expected, OutputCosts.Of(new ApiProperty { Name = "p", Schema = Reading.OfSchema(schema) }));

    [Fact]
    public void A_long_name_is_written_three_times() =>
        Assert.Equal(450 + 30, OutputCosts.Of(new ApiProperty { Name = "0123456789", Schema = Reading.OfSchema("{}") }));

    [Fact]
    public void A_type_is_as_many_names_as_it_is_spelled_with()
    {
        Assert.Equal(40, OutputCosts.Of(TypeRef.Of(TypeKind.String)));
        Assert.Equal(40 * TypeRef.ListOf(TypeRef.Of(TypeKind.String)).Size, OutputCosts.Of(TypeRef.ListOf(TypeRef.Of(TypeKind.String))));
    }

    [Fact]
    public void A_declared_type_is_its_name_its_texts_and_its_parts()
    {
        TypeRef text = TypeRef.Of(TypeKind.String);
        DocModel doc = new()
        {
            Summary = "1", Remarks = "22", Example = "333", Constraints = "4444", Sources = EquatableArray.Create("55555", "666666", "7777777", "88888888"),
        };
        const int Two = 2000 + (20 * 2), Texts = 1 + 2 + 3 + 4 + 5 + 6 + 7;

        Assert.Equal(Two + Texts, OutputCosts.Of(new ObjectTypeModel("AB", "", doc, false, [], null)));
        Assert.Equal(Two, OutputCosts.Of(new ObjectTypeModel("AB", "", DocModel.None, false, [], null)));
        Assert.Equal(
            Two + 250 + 6 + 250 + 2,
            OutputCosts.Of(new EnumTypeModel("AB", "", DocModel.None, false, EnumKind.String, EquatableArray.Create(new EnumValueModel("A", "abc"), new EnumValueModel("B", "b")))));
        Assert.Equal(
            Two + 1200 + (6 * 40) + 6 + 2,
            OutputCosts.Of(new UnionTypeModel("AB", "", DocModel.None, false, "k", EquatableArray.Create(new UnionCaseModel("A", text, EquatableArray.Create("abc", "d"))))));
        Assert.Equal(
            Two + 440 + 440,
            OutputCosts.Of(new TupleTypeModel("AB", "", DocModel.None, false, EquatableArray.Create(text, text), null)));
    }

    [Fact]
    public void A_method_is_its_path_its_parameters_its_body_and_its_answers()
    {
        TypeRef text = TypeRef.Of(TypeKind.String);
        DocModel doc = DocModel.None with { Summary = "four" };
        ParameterModel parameter = new()
        {
            Name = "p", WireName = "wire", Location = ParameterLocation.Query, Type = text, IsRequired = true, Style = ParameterStyle.Form, Doc = doc,
        };
        BodyFieldModel field = new() { Name = "f", WireName = "fields", Type = text, IsRequired = true, Style = ParameterStyle.Form, Doc = doc };
        OperationModel plain = new(
            "LoadAsync", new RouteModel("GET", "/ten/chars", []), [], null, new ResponseModel(ResponseKind.None, null, "", [], DocModel.None), [], DocModel.None, false);

        Assert.Equal(1230, OutputCosts.Of(plain));
        Assert.Equal(1234, OutputCosts.Of(plain with { Doc = doc }));
        Assert.Equal(1230 + 250 + 8 + 4 + 40, OutputCosts.Of(plain with { Parameters = EquatableArray.Create(parameter) }));
        Assert.Equal(
            1230 + 250 + 12 + 4 + 40,
            OutputCosts.Of(plain with { Body = new BodyModel(BodyKind.Form, "", true, null, EquatableArray.Create(field)) }));
        Assert.Equal(1234, OutputCosts.Of(plain with { Response = plain.Response with { Doc = doc } }));
        Assert.Equal(1230 + 253 + 250, OutputCosts.Of(plain with { Errors = EquatableArray.Create(new ErrorModel(400, 400, null, "abc"), new ErrorModel(401, 401, null, null)) }));
    }

    [Fact]
    public void There_is_a_million_for_every_document_and_a_hundred_for_each_of_its_characters()
    {
        OutputBudget budget = new(3);

        budget.Spend(1_000_300);
        Assert.False(budget.IsSpent);
        budget.Spend(1);
        Assert.True(budget.IsSpent);
    }
}
