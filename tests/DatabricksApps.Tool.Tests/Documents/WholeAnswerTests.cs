using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tool.Tests.Documents;

/// <summary>An answer that never ends is not waited for without end.</summary>
public sealed class WholeAnswerTests
{
    [Fact]
    public async Task An_answer_that_does_not_end_is_told()
    {
        FakeTimeProvider time = new();
        Trickle body = new();
        Task<byte[]> reading = WholeAnswer.ReadAsync("/api/openapi.json", body, time, TestContext.Current.CancellationToken);
        await body.Waiting.Task;

        time.Advance(WholeAnswer.Longest);

        ToolException told = await Assert.ThrowsAsync<ToolException>(() => reading);
        Assert.Equal("GET /api/openapi.json: the answer did not end within 5 minutes, 1 bytes came", told.Failure.What);
    }

    [Fact]
    public async Task One_that_ends_is_read_whole() =>
        Assert.Equal([1, 2, 3], await WholeAnswer.ReadAsync("/api", new MemoryStream([1, 2, 3]), new FakeTimeProvider(), TestContext.Current.CancellationToken));

    /// <summary>Gives one byte, and then nothing.</summary>
    private sealed class Trickle : MemoryStream
    {
        private bool _isGiven;

        public TaskCompletionSource Waiting { get; } = new();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isGiven)
            {
                _isGiven = true;
                return 1;
            }

            Waiting.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
