using System.Net;
using DatabricksApps.Generated;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tests.Gradio;

/// <content>What is under way when the app is another one.</content>
public sealed partial class RedeployTests
{
    [Fact]
    public async Task A_redeploy_between_the_look_and_the_call_gives_no_result_of_another_function()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        await GreetAsync(stub.App);
        stub.Before = path =>
        {
            stub.Running = path == "/queue/join" ? new Deployment("v2", 2, s_delete) : stub.Running;
            return null;
        };

        AppException lost = await Assert.ThrowsAsync<AppException>(() => GreetAsync(stub.App));

        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.Contains("the app was redeployed while the call ran; whether it was carried out is not known", lost.Message);
    }

    [Fact]
    public async Task A_number_that_the_new_app_does_not_have_is_told_as_a_redeploy()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet with { Id = 7 }));
        stub.Before = path =>
        {
            stub.Running = path == "/queue/join" ? new Deployment("v2", 2, s_delete) : stub.Running;
            return null;
        };

        AppException lost = await Assert.ThrowsAsync<AppException>(() => GreetAsync(stub.App));

        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.Contains("the app was redeployed while the call ran", lost.Message);
        Assert.Empty(stub.Ran);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Files_are_uploaded_to_the_app_that_runs_when_they_are_there(int redeploys)
    {
        Function show = new("show", 0, new Parameter("image", """{"properties":{"path":{},"orig_name":{},"meta":{}},"type":"object"}"""));
        StubGradio stub = new(new Deployment("v1", 1, show));
        int uploads = 0;
        stub.Before = path =>
        {
            if (path != "/upload")
            {
                return null;
            }

            stub.Running = ++uploads <= redeploys ? new Deployment($"v{uploads + 1}", (ulong)uploads + 1, s_delete, show with { Id = 1 }) : stub.Running;
            return new StringContent($"[\"/tmp/{uploads}\"]", System.Text.Encoding.UTF8, "application/json");
        };
        GradioCall call = new("/show", "output");
        call.Add<AppFile, GradioFileJson>("image", "file", AppFile.FromBytes("hi"u8.ToArray(), "a.png"));

        Task<string> result = stub.App.CallAsync<string, StringJson>(call, null, Cancellation);

        if (redeploys == 3)
        {
            Assert.Contains("the call was not sent", (await Assert.ThrowsAsync<AppException>(() => result)).Message);
            Assert.Empty(stub.Ran);
            return;
        }

        Assert.StartsWith("v2 show(image={\"path\":\"/tmp/2\"", await result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_that_an_app_does_not_take_because_it_is_gone_are_uploaded_to_the_new_one(bool isRedeployed)
    {
        Function show = new("show", 0, new Parameter("image", """{"properties":{"path":{},"orig_name":{},"meta":{}},"type":"object"}"""));
        StubGradio stub = new(new Deployment("v1", 1, show) { Prefix = "" });
        int uploads = 0;
        stub.Before = path =>
        {
            if (path != "/upload")
            {
                return null;
            }

            if (++uploads > 1)
            {
                return new StringContent("[\"/tmp/2\"]", System.Text.Encoding.UTF8, "application/json");
            }

            stub.Running = isRedeployed ? new Deployment("v2", 2, s_delete, show with { Id = 1 }) : stub.Running;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut");
        };
        GradioCall call = new("/show", "output");
        call.Add<AppFile, GradioFileJson>("image", "file", AppFile.FromBytes("hi"u8.ToArray(), "a.png"));

        Task<string> result = stub.App.CallAsync<string, StringJson>(call, null, Cancellation);

        if (isRedeployed)
        {
            Assert.StartsWith("v2 show(image={\"path\":\"/tmp/2\"", await result);
            return;
        }

        AppException lost = await Assert.ThrowsAsync<AppException>(() => result);
        Assert.Equal((AppErrorReason.ConnectionLost, "/api/demo/upload"), (lost.Reason, lost.Route));
        Assert.Empty(stub.Ran);
    }

    [Fact]
    public async Task A_redeploy_while_a_call_runs_is_told_as_what_it_is()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet)) { Events = (_, _) => "" };
        int streams = 0;
        stub.Before = path =>
        {
            // The stream ends when the old app does.
            stub.Running = path == "/queue/data" && ++streams == 1 ? new Deployment("v2", 2, s_delete) : stub.Running;
            return path == "/queue/data" && streams == 1 ? new StringContent(": nothing\n\n", System.Text.Encoding.UTF8, "text/event-stream") : null;
        };

        AppException lost = await Assert.ThrowsAsync<AppException>(() => GreetAsync(stub.App));

        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.Contains("the app was redeployed while the call ran; whether it was carried out is not known", lost.Message);
        Assert.Equal(1, streams);
    }

    [Fact]
    public async Task An_app_that_is_killed_while_a_call_runs_is_not_Unreachable()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        bool isGone = false;
        stub.Before = path =>
        {
            isGone |= path == "/queue/data";
            return isGone ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") : null;
        };

        AppException lost = await Assert.ThrowsAsync<AppException>(() => GreetAsync(stub.App));

        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.Contains("whether it was carried out is not known", lost.Message);
    }

    [Fact]
    public async Task An_app_that_is_not_there_before_the_call_is_Unreachable()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        await GreetAsync(stub.App);
        stub.Before = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");

        AppException gone = await Assert.ThrowsAsync<AppException>(() => GreetAsync(stub.App));

        Assert.Equal(AppErrorReason.Unreachable, gone.Reason);
    }

    [Fact]
    public async Task A_session_that_still_reads_the_old_apps_stream_moves_to_the_new_app()
    {
        FakeTimeProvider clock = new();
        StubGradio stub = new(new Deployment("v1", 1, s_greet), clock);
        StalledStream old = new([]);
        stub.Before = path => path == "/queue/data" && stub.Running.Name == "v1" ? new StreamContent(old) : null;
        using GradioApp session = stub.App.StartSession();
        Task<string> first = GreetAsync(session);
        await old.Stalled.WaitAsync(Cancellation);
        stub.Running = new Deployment("v2", 2, s_delete, s_greet with { Id = 1 });

        Assert.Equal("v2 greet(name=\"x\")", await GreetAsync(session));
        AppException lost = await Assert.ThrowsAsync<AppException>(() => first);
        Assert.Contains("the app was redeployed while the call ran", lost.Message);
    }

    [Fact]
    public async Task A_session_whose_state_is_gone_does_not_begin_anew_silently()
    {
        Function chat = s_greet with { KeepsState = true };
        StubGradio stub = new(new Deployment("v1", 1, chat));
        using GradioApp session = stub.App.StartSession();
        await GreetAsync(session);
        stub.Running = new Deployment("v2", 2, chat);

        AppException gone = await Assert.ThrowsAsync<AppException>(() => GreetAsync(session));

        Assert.Equal(AppErrorReason.ConnectionLost, gone.Reason);
        Assert.Contains("what it kept of the session (gr.State) is gone; nothing was sent", gone.Message);
        Assert.Equal("v2 greet(name=\"x\")", await GreetAsync(stub.App));
    }
}
