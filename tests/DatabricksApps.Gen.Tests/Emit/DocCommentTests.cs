using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Emit;

public sealed class DocCommentTests
{
    [Theory]
    [InlineData(1, "/// <remarks><c>a#/1</c></remarks>\n")]
    [InlineData(3, "/// <remarks><c>a#/1</c> <c>a#/2</c> <c>a#/3</c></remarks>\n")]
    [InlineData(4, "/// <remarks><c>a#/1</c> <c>a#/2</c> <c>a#/3</c> and 1 more place</remarks>\n")]
    [InlineData(5, "/// <remarks><c>a#/1</c> <c>a#/2</c> <c>a#/3</c> and 2 more places</remarks>\n")]
    [InlineData(1234, "/// <remarks><c>a#/1</c> <c>a#/2</c> <c>a#/3</c> and 1231 more places</remarks>\n")]
    public void Of_many_places_three_are_named_and_the_others_counted(int places, string expected)
    {
        CodeWriter writer = new();

        DocComment.WriteRemarks(writer, DocModel.None with { Sources = Enumerable.Range(1, places).Select(place => $"a#/{place}").ToEquatableArray() });

        Assert.Equal(expected, writer.End());
    }
}
