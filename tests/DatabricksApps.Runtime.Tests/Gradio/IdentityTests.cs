using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Gradio;

namespace DatabricksApps.Tests.Gradio;

/// <summary>A call of a Gradio app is many requests: all of them are signed as the call says.</summary>
public sealed class IdentityTests
{
    private readonly StubGradio _stub = new(new Deployment("v1", 1, new Function("greet", 0, new Parameter("name"))), connect: Connect);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_requests_of_a_call_and_the_file_that_it_brings()
    {
        _stub.Before = path => path switch
        {
            "/upload" => new StringContent("""["/tmp/x.txt"]""", Encoding.UTF8, "application/json"),
            "/file=/tmp/y.txt" => new StringContent("y"),
            _ => null,
        };
        _stub.Events = (id, _) => StubGradio.Completed(id, """[{"path":"/tmp/y.txt","url":null,"orig_name":"y.txt","meta":{"_type":"gradio.FileData"}}]""");
        GradioCall call = new("/greet", "output");
        call.Add<AppFile, GradioFileJson>("name", "string", AppFile.FromBytes("x"u8.ToArray(), "x.txt"));

        await using AppFile file = await _stub.App.CallAsync<AppFile, GradioFileJson>(call, By("ada"), Cancellation);
        using StreamReader text = new(await file.OpenReadAsync(Cancellation));
        Assert.Equal("y", await text.ReadToEndAsync(Cancellation));

        Assert.Superset(
            new HashSet<string> { "/config", "/info", "/app_id", "/upload", "/queue/join", "/queue/data", "/file=/tmp/y.txt" },
            _stub.Signed.Select(signed => signed.Path).ToHashSet());
        Assert.All(_stub.Signed, signed => Assert.Equal("Bearer ada", signed.Authorization));
    }

    [Fact]
    public async Task What_is_told_of_a_call_that_was_left()
    {
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _stub.Before = path =>
        {
            if (path == "/cancel")
            {
                cancelled.SetResult();
            }

            return path == "/queue/data" ? new StreamContent(new StalledStream("""
                data: {"msg":"process_generating","event_id":"e1","output":{"data":["a"]},"success":true}


                """u8.ToArray())) : null;
        };

        await foreach (string value in _stub.App.StreamAsync<string, StringJson>(Call(), By("ada"), Cancellation))
        {
            break;
        }

        await cancelled.Task.WaitAsync(Cancellation);
        Assert.Contains(("/cancel", "Bearer ada"), _stub.Signed);
        Assert.All(_stub.Signed, signed => Assert.Equal("Bearer ada", signed.Authorization));
    }

    [Fact]
    public async Task What_is_set_meanwhile_is_of_the_next_call()
    {
        AppRequestOptions options = By("ada");
        options.OnGradioStatus = _ => { };
        _stub.Before = path =>
        {
            if (path == "/queue/join")
            {
                options.TokenProvider = _ => new("bob");
            }

            return null;
        };

        await _stub.App.CallAsync<string, StringJson>(Call(), options, Cancellation);
        int first = _stub.Signed.Count;
        await _stub.App.CallAsync<string, StringJson>(Call(), options, Cancellation);

        Assert.All(_stub.Signed.Take(first), signed => Assert.Equal("Bearer ada", signed.Authorization));
        Assert.All(_stub.Signed.Skip(first), signed => Assert.Equal("Bearer bob", signed.Authorization));
    }

    [Fact]
    public async Task Many_calls_of_one_client_each_as_themselves()
    {
        _stub.Events = (id, result) => StubGradio.Completed(id, $"[{System.Text.Json.JsonSerializer.Serialize(result)}]");
        await _stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);
        _stub.Signed.Clear();

        await Parallel.ForEachAsync(Enumerable.Range(0, 60), Cancellation, async (i, cancellationToken) =>
            Assert.Equal($"v1 greet(name=\"n{i}\")", await _stub.App.CallAsync<string, StringJson>(Call($"n{i}"), By($"user-{i}"), cancellationToken)));

        // One question before, the call, its stream, one question after.
        Assert.All(_stub.Signed.GroupBy(signed => signed.Authorization), requests => Assert.Equal(
            ["/app_id", "/app_id", "/queue/data", "/queue/join"], requests.Select(request => request.Path).Order(StringComparer.Ordinal)));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"Bearer user-{i}").ToHashSet(), _stub.Signed.Select(signed => signed.Authorization!).ToHashSet());
    }

    [Fact]
    public async Task Another_person_in_a_session_is_refused()
    {
        GradioApp session = _stub.App.StartSession();
        await session.CallAsync<string, StringJson>(Call(), By(Jwt("ada")), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.CallAsync<string, StringJson>(Call(), By(Jwt("bob")), Cancellation));

        Assert.Single(_stub.Ran);
    }

    private static string Jwt(string subject) =>
        "e30." + Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"sub":"{{subject}}"}""")).TrimEnd('=') + ".c2ln";

    private static AppRequestOptions By(string token) => new() { TokenProvider = _ => new(token) };

    private static AppConnection Connect(HttpMessageHandler stub)
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "the-clients-own" };
        ClientSettings client = TokenSources.OfProcess.Read(options, []);
        AppLocation location = TokenSources.OfProcess.LocationFor(client);
        return new AppConnection(new DatabricksAppHandler(TokenSources.OfProcess, client, location) { InnerHandler = stub }, options, location);
    }

    private static GradioCall Call(string name = "x")
    {
        GradioCall call = new("/greet", "output");
        call.Add<string, StringJson>("name", "string", name);
        return call;
    }
}
