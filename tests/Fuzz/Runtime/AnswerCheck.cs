using DatabricksApps.Fuzz.Checks;
using DatabricksApps.Fuzz.ThingsApi;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Calls a method, answers in process as a script says, and judges how it ends.</summary>
internal static class AnswerCheck
{
    private static readonly Script s_receipt = new Script { Body = "{\"accepted\":true}"u8.ToArray() }
        .Add("@status", "202")
        .Add("Content-Type", "application/json");

    /// <summary>Runs a case.</summary>
    public static IReadOnlyList<Failure> Run(FuzzCase fuzzCase)
    {
        Script script = Script.Read(fuzzCase.Input);
        ThingCall call = ThingCall.Find(script.Get("@call"));
        using CancellationTokenSource caller = new();
        using HttpClient http = new(new StubAnswer(script, caller)) { BaseAddress = new Uri("https://app.example.com") };
        UploadSource source = UploadSource.Of(script);
        CallInput input = new(new ThingsClient(http), new AppRequestOptions(), AppFile.FromStream(source, "a.bin"), caller.Token);
        Phase.Current = "calling " + call.Name;
        return Outcome.OfAsync(call with { Run = given => RunAndSendAsync(call, given) }, input, () => source.Thrown).GetAwaiter().GetResult();
    }

    // What was read is sent back, whatever it holds.
    private static async Task<object?> RunAndSendAsync(ThingCall call, CallInput input)
    {
        object? result = await call.Run(input);
        Thing[] things = result switch
        {
            Thing thing => [thing],
            IReadOnlyList<Thing> list => [.. list],
            _ => [],
        };
        if (things.Length > 0)
        {
            using CancellationTokenSource unused = new();
            using HttpClient http = new(new StubAnswer(s_receipt, unused)) { BaseAddress = new Uri("https://app.example.com") };
            await new ThingsClient(http).WriteThingAsync("x", things[0], cancellationToken: input.Token);
        }

        return result;
    }
}
