using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Operations;
using DatabricksApps.Gen.Binding.Shapes;
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
        Assert.Equal(expected, ShapeCosts.Of(new ApiProperty { Name = "p", Schema = Reading.OfSchema(schema) }));

    [Fact]
    public void A_long_name_is_written_three_times() =>
        Assert.Equal(450 + 30, ShapeCosts.Of(new ApiProperty { Name = "0123456789", Schema = Reading.OfSchema("{}") }));

    [Fact]
    public void A_declared_type_is_its_texts_and_its_parts()
    {
        ShapeUse text = new(Shape(new ScalarContent(TypeKind.String)), false, false);
        const int Head = 2000 + (20 * 40);

        Assert.Equal(0, ShapeCosts.Of(text.Shape));
        Assert.Equal(Head, ShapeCosts.Of(Shape(new ObjectContent([], null))));
        Assert.Equal(Head + 4 + 3, ShapeCosts.Of(Shape(new ObjectContent([], null), """{"title":"four","description":"abc"}""")));
        Assert.Equal(
            Head + 40, ShapeCosts.Of(Shape(new ObjectContent([new MemberShape(new ApiProperty { Name = "p", Schema = text.Shape.Schema }, text, true)], null))));
        Assert.Equal(Head + 250 + 6 + 250 + 2, ShapeCosts.Of(Shape(new EnumContent(EnumKind.String, [("abc", "abc"), ("b", "b")]))));
        Assert.Equal(Head + 1200 + (6 * 40) + 6 + 2, ShapeCosts.Of(Shape(new UnionContent("k", [new CaseShape(text, ["abc", "d"])], false))));
        Assert.Equal(Head + 440 + 440, ShapeCosts.Of(Shape(new TupleRecordContent([text, text], null))));
    }

    private static Shape Shape(ShapeContent content, string schema = "{}") => new()
    {
        Schema = Reading.OfSchema(schema), Index = 0, Component = null, Role = "", Content = content,
    };

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

        Assert.Equal(1230, OperationCosts.Of(plain));
        Assert.Equal(1234, OperationCosts.Of(plain with { Doc = doc }));
        Assert.Equal(1230 + 250 + 8 + 4 + 40, OperationCosts.Of(plain with { Parameters = EquatableArray.Create(parameter) }));

        // A type is as many names as it is spelled with.
        TypeRef list = TypeRef.ListOf(text);
        Assert.Equal(1230 + 250 + 8 + 4 + (40 * list.Size), OperationCosts.Of(plain with { Parameters = EquatableArray.Create(parameter with { Type = list }) }));
        Assert.Equal(
            1230 + 250 + 12 + 4 + 40,
            OperationCosts.Of(plain with { Body = new BodyModel(BodyKind.Form, "", true, null, EquatableArray.Create(field)) }));
        Assert.Equal(1234, OperationCosts.Of(plain with { Response = plain.Response with { Doc = doc } }));
        Assert.Equal(1230 + 253 + 250, OperationCosts.Of(plain with { Errors = EquatableArray.Create(new ErrorModel(400, 400, ErrorBody.Validation, null, "abc"), new ErrorModel(401, 401, ErrorBody.Validation, null, null)) }));
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
