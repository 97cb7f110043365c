using System.Net;
using DatabricksApps.Generated;
using DatabricksApps.Gradio;

namespace DatabricksApps.Tests.Gradio;

/// <summary>Who leaves a call is let go at once; the app is told of it in the background.</summary>
public sealed class LeavingTests
{
    private readonly TaskCompletionSource _cancelling = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _cancel = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StubGradio _stub;

    public LeavingTests() => _stub = new StubGradio(new Deployment("v1", 1, new Function("greet", 0, new Parameter("name"))))
    {
        Events = (id, _) => $"data: {{\"msg\":\"process_generating\",\"event_id\":\"{id}\",\"output\":{{\"data\":[\"a\"]}},\"success\":true}}\n\n",
        Before = path =>
        {
            if (path != "/cancel")
            {
                return path == "/queue/data" ? new StreamContent(new StalledStream("""
                    data: {"msg":"process_starts","event_id":"e1"}

                    data: {"msg":"process_generating","event_id":"e1","output":{"data":["a"]},"success":true}


                    """u8.ToArray())) : null;
            }

            // Nothing comes back before the test lets it.
            _cancelling.TrySetResult();
            return new StreamContent(new WaitingStream(_cancel.Task));
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaving_a_loop_does_not_wait_for_the_app()
    {
        await foreach (string value in _stub.App.StreamAsync<string, StringJson>(Call(), null, Cancellation))
        {
            Assert.Equal("a", value);
            break;
        }

        Assert.False(_cancel.Task.IsCompleted);
        await _cancelling.Task.WaitAsync(Cancellation);
        _cancel.SetResult("{}");
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_the_app()
    {
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        AppRequestOptions options = new() { OnGradioStatus = _ => cancel.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stub.App.CallAsync<string, StringJson>(Call(), options, cancel.Token));

        Assert.False(_cancel.Task.IsCompleted);
        await _cancelling.Task.WaitAsync(Cancellation);
        _cancel.SetResult("{}");
    }

    [Fact]
    public async Task A_time_that_is_over_does_not_wait_for_the_app()
    {
        AppException late = await Assert.ThrowsAsync<AppException>(() => _stub.App.CallAsync<string, StringJson>(
            Call(), new AppRequestOptions { Timeout = TimeSpan.FromSeconds(1) }, Cancellation));

        Assert.Equal(AppErrorReason.Timeout, late.Reason);
        Assert.False(_cancel.Task.IsCompleted);
        await _cancelling.Task.WaitAsync(Cancellation);
        _cancel.SetResult("{}");
    }

    [Fact]
    public async Task A_client_that_is_disposed_tells_the_app_first_and_takes_no_call_more()
    {
        await foreach (string _ in _stub.App.StreamAsync<string, StringJson>(Call(), null, Cancellation))
        {
            break;
        }

        _stub.App.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation));
        await _cancelling.Task.WaitAsync(Cancellation);
        _cancel.SetResult("{}");
    }

    [Fact]
    public async Task What_comes_at_the_end_waits_for_all_that_is_told()
    {
        Farewells farewells = new();
        TaskCompletionSource first = new();
        TaskCompletionSource second = new();
        int ended = 0;
        farewells.Add(first.Task);
        farewells.Add(second.Task);
        farewells.AtEnd(() => ended++);
        first.SetResult();

        Assert.Equal(0, ended);
        second.SetResult();
        await second.Task;
        Assert.Equal(1, ended);
        farewells.Add(Task.CompletedTask);
        Assert.Equal(1, ended);
    }

    [Fact]
    public void Where_nothing_is_told_the_end_comes_at_once()
    {
        int ended = 0;
        new Farewells().AtEnd(() => ended++);

        Assert.Equal(1, ended);
    }

    private static GradioCall Call()
    {
        GradioCall call = new("/greet", "output");
        call.Add<string, StringJson>("name", "string", "x");
        return call;
    }
}
