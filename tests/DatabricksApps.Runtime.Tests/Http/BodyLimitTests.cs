using DatabricksApps.Tests.Auth;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Tests.Http;

/// <summary>How much of an answer is held, and how much memory is taken for it.</summary>
public sealed class BodyLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 5, true)]
    [InlineData(0, 4, false)]
    [InlineData(10_000, 10_005, true)]
    [InlineData(10_000, 10_004, false)]
    public async Task An_answer_of_just_the_limit_is_read_and_one_byte_more_is_too_large(int blanks, int limit, bool isRead)
    {
        // Blanks after a value count as it does.
        AppConnection app = Connect("\"abc\"" + new string(' ', blanks), limit);

        Task<string> call = app.StringAsync(Calls.Get());

        if (isRead)
        {
            Assert.Equal("abc", await call);
        }
        else
        {
            Assert.Equal(AppErrorReason.ResponseTooLarge, (await Assert.ThrowsAsync<AppException>(() => call)).Reason);
        }
    }

    [Theory]
    [InlineData(20_000, 32_768)]
    [InlineData(90_000_000, 1_048_576)]
    [InlineData(100_000_000, 1_048_576)]
    public async Task A_length_that_is_announced_is_believed_up_to_a_megabyte(long announced, int memory)
    {
        using HttpResponseMessage response = Announcing(announced);

        using PooledBuffer body = await BodyReader.ReadAsync(Calls.Get(), response, 100_000_000, Cancellation);

        Assert.Equal(5000, body.WrittenCount);
        Assert.Equal(memory, body.WrittenCount + body.GetMemory().Length);
    }

    [Fact]
    public async Task One_beyond_the_limit_is_believed_at_once()
    {
        using HttpResponseMessage response = Announcing(100_000_001);

        AppException exception = await Assert.ThrowsAsync<AppException>(
            () => BodyReader.ReadAsync(Calls.Get(), response, 100_000_000, Cancellation).AsTask());

        Assert.Equal(AppErrorReason.ResponseTooLarge, exception.Reason);
    }

    // Five thousand bytes come, whatever is announced.
    private static HttpResponseMessage Announcing(long length) => new()
    {
        Content = new StreamContent(new ForwardStream(new byte[5000])) { Headers = { ContentLength = length } },
    };

    private static AppConnection Connect(string answer, int limit)
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", MaxResponseBytes = limit };
        StubHandler stub = StubHandler.Json(answer);
        return new AppConnection(new DatabricksAppHandler(options, stub), options, TokenSources.OfProcess.LocationFor(options, []));
    }
}
