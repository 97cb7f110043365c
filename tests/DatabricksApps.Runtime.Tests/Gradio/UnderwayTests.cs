using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Gradio;

/// <summary>What goes wrong beside a call: the app is another one, or does not answer, at the very moment that it is asked.</summary>
public sealed class UnderwayTests
{
    private static readonly Function s_greet = new("greet", 0, new Parameter("name"));

    private static readonly Function s_delete = new("delete_all", 0, new Parameter("name"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_redeploy_between_the_two_descriptions_runs_no_other_function()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        stub.Before = path =>
        {
            stub.Running = path == "/info" ? new Deployment("v2", 2, s_delete, s_greet with { Id = 1 }) : stub.Running;
            return null;
        };

        Assert.Equal("v2 greet(name=\"x\")", await CallAsync(stub.App, "/greet"));
        Assert.Equal(["v2 greet(name=\"x\")"], stub.Ran);
    }

    [Fact]
    public async Task An_app_that_is_another_one_whenever_it_is_read_is_told_and_not_called()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        ulong id = 1;
        stub.Before = path =>
        {
            stub.Running = path == "/info" ? new Deployment("v", ++id, s_delete, s_greet with { Id = 1 }) : stub.Running;
            return null;
        };

        AppException restless = await Assert.ThrowsAsync<AppException>(() => CallAsync(stub.App, "/greet"));

        Assert.Equal(AppErrorReason.ConnectionLost, restless.Reason);
        Assert.Contains("the call was not sent", restless.Message);
        Assert.Empty(stub.Ran);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_result_is_not_lost_because_the_question_after_the_call_fails(int failures)
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        await CallAsync(stub.App, "/greet");
        bool hasJoined = false;
        stub.Before = path =>
        {
            hasJoined |= path == "/queue/join";
            return path == "/app_id" && hasJoined && failures-- > 0 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut") : null;
        };

        if (failures == 1)
        {
            Assert.Equal("v1 greet(name=\"x\")", await CallAsync(stub.App, "/greet"));
            return;
        }

        AppException lost = await Assert.ThrowsAsync<AppException>(() => CallAsync(stub.App, "/greet"));
        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
    }

    [Fact]
    public async Task State_that_a_call_without_it_began_is_lost_too()
    {
        Function begin = new("begin", 1, new Parameter("name")) { BeginsState = true };
        Function chat = s_greet with { KeepsState = true };
        StubGradio stub = new(new Deployment("v1", 1, chat, begin)) { Events = (id, result) => StubGradio.Completed(id, $"[{System.Text.Json.JsonSerializer.Serialize(result)},null]") };
        using GradioApp session = stub.App.StartSession();
        await CallAsync(session, "/begin");
        stub.Running = new Deployment("v2", 2, chat, begin);

        AppException gone = await Assert.ThrowsAsync<AppException>(() => CallAsync(session, "/greet"));

        Assert.Contains("what it kept of the session (gr.State) is gone; nothing was sent", gone.Message);
    }

    [Fact]
    public async Task State_that_no_call_began_is_not_lost()
    {
        Function chat = s_greet with { KeepsState = true };
        StubGradio stub = new(new Deployment("v1", 1, chat));
        using GradioApp session = stub.App.StartSession();
        stub.Before = path => path == "/queue/join" ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") : null;
        await Assert.ThrowsAsync<AppException>(() => CallAsync(session, "/greet"));
        stub.Before = _ => null;
        stub.Running = new Deployment("v2", 2, chat);

        Assert.Equal("v2 greet(name=\"x\")", await CallAsync(session, "/greet"));
    }

    [Fact]
    public async Task The_farewell_has_the_headers_of_the_call()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        stub.Before = path =>
        {
            if (path == "/cancel")
            {
                told.TrySetResult();
            }

            return path == "/queue/data" ? Stalled("e1") : null;
        };
        AppRequestOptions options = new() { Headers = { ["X-Tenant"] = "a" } };

        await foreach (string _ in stub.App.StreamAsync<string, StringJson>(Call("/greet"), options, Cancellation))
        {
            break;
        }

        await told.Task.WaitAsync(Cancellation);
        Assert.All(stub.Requests, request => Assert.Equal(["a"], request.Headers.GetValues("X-Tenant")));
    }

    [Fact]
    public async Task A_session_that_is_disposed_tells_the_app_of_its_calls()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        stub.Before = path =>
        {
            if (path == "/cancel")
            {
                told.TrySetResult();
            }

            return path == "/queue/data" ? Stalled("e1") : null;
        };
        GradioApp session = stub.App.StartSession();
        await using IAsyncEnumerator<string> values = session.StreamAsync<string, StringJson>(Call("/greet"), null, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await values.MoveNextAsync());

        session.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await values.MoveNextAsync());
        await told.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
    }

    [Fact]
    public async Task An_edit_that_was_half_applied_does_not_swallow_the_result()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet))
        {
            Events = (id, _) => $$"""
                data: {"msg":"process_generating","event_id":"{{id}}","output":{"data":["a"]},"success":true}

                data: {"msg":"process_generating","event_id":"{{id}}","output":{"data":[[["append",[],"b"],["append",["x",3],"b"]]]},"success":true}


                """ + StubGradio.Completed(id, "[\"ab\"]"),
        };

        Assert.Equal(["a", "ab"], await stub.App.StreamAsync<string, StringJson>(Call("/greet"), null, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Nothing_fails_unseen_when_a_caller_leaves()
    {
        const string mark = "cut while nobody asked";
        ConcurrentQueue<string> unseen = [];
        TaskScheduler.UnobservedTaskException += (_, e) => unseen.Enqueue(e.Exception.ToString());
        await LeaveAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.DoesNotContain(unseen, text => text.Contains(mark, StringComparison.Ordinal));

        static async Task LeaveAsync()
        {
            StubGradio stub = new(new Deployment("v1", 1, s_greet));
            bool hasJoined = false;
            using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            stub.Before = path =>
            {
                hasJoined |= path == "/queue/join";
                if (path == "/queue/data")
                {
                    cancel.Cancel();
                    return new StreamContent(new StalledStream([]));
                }

                return path == "/app_id" && hasJoined ? throw new HttpRequestException(HttpRequestError.ResponseEnded, mark) : null;
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stub.App.CallAsync<string, StringJson>(Call("/greet"), null, cancel.Token));
        }
    }

    [Fact]
    public async Task A_value_of_another_type_is_told_to_who_asks_and_the_stream_goes_on()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet))
        {
            Events = (id, _) => $$"""
                data: {"msg":"process_generating","event_id":"{{id}}","output":{"data":[1]},"success":true}

                data: {"msg":"process_generating","event_id":"{{id}}","output":{"data":[[["replace",[],"loading"]]]},"success":true}

                data: {"msg":"process_generating","event_id":"{{id}}","output":{"data":[[["replace",[],2]]]},"success":true}


                """ + StubGradio.Completed(id, "[\"end\"]"),
        };
        List<string> told = [];
        AppRequestOptions options = new() { OnGradioMisfit = misfit => told.Add(misfit.Output + " " + misfit.Value.GetRawText()) };

        List<double> given = await stub.App.StreamAsync<double, DoubleJson>(Call("/greet"), options, Cancellation).ToListAsync(Cancellation);

        Assert.Equal([1, 2], given);
        Assert.Equal(["output \"loading\"", "output \"end\""], told);
        Assert.DoesNotContain("/cancel", stub.Paths);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_the_app_may_have_taken_is_told_of_when_its_caller_or_its_session_goes(bool isSession)
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        TaskCompletionSource joining = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string> joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        stub.Before = path =>
        {
            if (path == "/cancel")
            {
                told.TrySetResult();
            }

            if (path != "/queue/join")
            {
                return null;
            }

            joining.TrySetResult();
            return new StreamContent(new WaitingStream(joined.Task));
        };
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        GradioApp session = stub.App.StartSession();
        Task<string> call = session.CallAsync<string, StringJson>(Call("/greet"), null, cancel.Token);
        await joining.Task.WaitAsync(Cancellation);

        if (isSession)
        {
            session.Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        }
        else
        {
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        Assert.False(told.Task.IsCompleted);
        joined.SetResult("""{"event_id":"e1"}""");
        await told.Task.WaitAsync(Cancellation);
    }

    private static StreamContent Stalled(string id) => new(new StalledStream(Encoding.UTF8.GetBytes(
        $"data: {{\"msg\":\"process_generating\",\"event_id\":\"{id}\",\"output\":{{\"data\":[\"a\"]}},\"success\":true}}\n\n")));

    private static GradioCall Call(string endpoint)
    {
        GradioCall call = new(endpoint, "output");
        call.Add<string, StringJson>("name", "string", "x");
        return call;
    }

    private static Task<string> CallAsync(GradioApp app, string endpoint) => app.CallAsync<string, StringJson>(Call(endpoint), null, Cancellation);
}
