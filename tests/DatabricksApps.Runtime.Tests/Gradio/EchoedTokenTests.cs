using System.Buffers;
using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Gradio;

namespace DatabricksApps.Tests.Gradio;

/// <summary>A function of a Gradio app can say what it was sent: no exception, and no value of one, shows the token.</summary>
public sealed class EchoedTokenTests
{
    private const string Token = "c4nary-token-0123456789";

    [Theory]
    [InlineData(Token)]
    [InlineData("c4nary%2Dtoken%2D0123456789")]
    public void In_the_error_of_a_function(string echo)
    {
        AppException failure = GradioFailure.OfFunction(Sent(), new GradioCall("/greet", "out"), Message(
            $$$"""{"msg":"process_completed","event_id":"e","success":false,"title":"{{{echo}}}","output":{"error":"you sent {{{echo}}}"}}"""));

        GradioError error = Assert.IsType<AppException<GradioError>>(failure).Error;
        Assert.Equal(("you sent ***", "***"), (error.Message, error.Title));
        Assert.DoesNotContain("c4nary", failure + failure.Body + error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_what_ends_a_stream()
    {
        AppException failure = GradioFailure.Unexpected(Sent(), Message($$"""{"msg":"unexpected_error","message":"you sent {{Token}}"}"""));

        Assert.Contains("the app ended the stream: you sent ***", failure.Message, StringComparison.Ordinal);
    }

    private static AppRequest Sent() => new(HttpMethod.Post, "/queue/join") { SentToken = Token };

    private static GradioMessage Message(string json) => GradioMessage.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)));
}
