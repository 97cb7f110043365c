using System.Text;
using DatabricksApps.Errors;

namespace DatabricksApps.Tests.Errors;

/// <summary>The forms in which an app may write what it refuses, and what is none of them.</summary>
public sealed class ValidationFormTests
{
    [Theory]
    [InlineData("""["body","name"]""", true, "name")]
    [InlineData("""["body","user_name","first"]""", true, "userName.First")]
    [InlineData("""["body",0,"name"]""", true, "[0].Name")]
    [InlineData("""["body"]""", true, "body")]
    [InlineData("""["body","name"]""", false, "body.Name")]
    [InlineData("""["body","body"]""", false, "body.Body")]
    [InlineData("""["query","user_name","first_one"]""", false, "userName.FirstOne")]
    [InlineData("""["QUERY","user_name"]""", false, "query.UserName")]
    [InlineData("""["query","body"]""", false, "body")]
    [InlineData("""["path"]""", false, "path")]
    [InlineData("""["body","__root__"]""", false, "body")]
    [InlineData("""["query","__root__","x"]""", false, ".X")]
    [InlineData("""["body","items",1.5]""", false, "body.Items._15")]
    [InlineData("""["body",12,34]""", false, "body[12][34]")]
    [InlineData("""{"a":["b"]}""", false, "")]
    [InlineData("\"text\"", false, "")]
    [InlineData("null", false, "")]
    public void The_place_is_the_member(string loc, bool hasBodyFields, string member)
    {
        AppValidationError error = Assert.Single(Read($$"""{"detail":[{"loc":{{loc}},"msg":"m"}]}""", hasBodyFields)!);

        Assert.Equal(member, error.Member);
        Assert.Equal("m", error.Message);
    }

    [Theory]
    [InlineData("""{"msg":"m"}""", "m||||")]
    [InlineData("""{"msg":"m","type":"t","url":"u","input":[1],"ctx":{"a":1}}""", "m|t|u|[1]|{\"a\":1}")]
    [InlineData("""{"ctx":{"a":1},"input":null,"url":"u","type":"t","msg":"m"}""", "m|t|u||{\"a\":1}")]
    [InlineData("""{"msg":"m","type":5,"url":{"msg":"x"}}""", "m||||")]
    [InlineData("""{"other":{"msg":"x"},"msg":"m","more":["msg"]}""", "m||||")]
    public void Each_member_is_read_for_itself(string item, string expected)
    {
        AppValidationError error = Assert.Single(Read($$"""{"detail":[{{item}}]}""")!);

        Assert.Equal(expected, $"{error.Message}|{error.Type}|{error.Url}|{error.Input}|{error.Context}");
    }

    [Fact]
    public void A_refused_null_is_one_and_what_is_not_told_is_none()
    {
        IReadOnlyList<AppValidationError> errors = Read("""{"detail":[{"msg":"m","input":null},{"msg":"n"}]}""")!;

        Assert.Equal(System.Text.Json.JsonValueKind.Null, errors[0].Input!.Value.ValueKind);
        Assert.Null(errors[1].Input);
        Assert.Equal(["m", "n"], errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("""{"detail":[{"type":"t"}]}""")]
    [InlineData("""{"detail":[{"msg":5}]}""")]
    [InlineData("""{"detail":[{"msg":{"msg":"m"}}]}""")]
    [InlineData("""{"detail":[{"msg":"m"},{"loc":[]}]}""")]
    [InlineData("""{"detail":[[{"msg":"m"}]]}""")]
    [InlineData("""{"detail":[{"msg":"m"}]} {}""")]
    [InlineData("""{"detail":[{"msg":"m"}]""")]
    [InlineData("""{"detail":"x"} 1""")]
    [InlineData("""{"details":"x"}""")]
    [InlineData("""{"Detail":"x"}""")]
    [InlineData("""[{"detail":"x"}]""")]
    [InlineData("\"detail\"")]
    [InlineData("5")]
    [InlineData("")]
    public void Another_body_is_none_of_them(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("a", "m", "a: m")]
    [InlineData("", "m", "m")]
    public void An_error_is_written_with_its_member_if_it_has_one(string member, string message, string expected) =>
        Assert.Equal(expected, new AppValidationError { Member = member, Message = message }.ToString());

    [Theory]
    [InlineData("name", null, "name")]
    [InlineData(null, 7, "7")]
    [InlineData(null, null, "")]
    [InlineData("name", 7, "name")]
    public void So_is_a_step_to_it(string? name, int? index, string expected) => Assert.Equal(expected, new AppValidationSegment(name, index).ToString());

    private static IReadOnlyList<AppValidationError>? Read(string body, bool hasBodyFields = false) =>
        ValidationReader.Read(Encoding.UTF8.GetBytes(body), hasBodyFields);
}
