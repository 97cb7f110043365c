using DatabricksApps;
using EveryCall.DemoApi;

namespace EveryCall;

/// <summary>Calls to a Gradio app: its queue, files, sessions, news and failures.</summary>
internal static class GradioCalls
{
    public static async Task MakeAsync(Uri address)
    {
        using DemoClient demo = DemoClient.Create(new DatabricksAppOptions { BaseAddress = address, Token = "token" });
        Console.WriteLine($"call: {await demo.GreetAsync("Ada")} {await demo.ScaleAsync(factor: 0.5)}");

        List<string?> counts = [];
        await foreach (string? count in demo.CountStreamAsync("tick", 2))
        {
            counts.Add(count);
        }

        Console.WriteLine($"generator: {string.Join(", ", counts)}");
        await foreach (GrowResult? result in demo.GrowStreamAsync(items: 2))
        {
            Console.WriteLine($"outputs: {result!.Grown} {result.GrownJSON}");
        }

        AppFile? shouted = await demo.ShoutFileAsync(AppFile.FromBytes("hello"u8.ToArray(), "hello.txt", "text/plain"));
        using (StreamReader reader = new(await shouted!.OpenReadAsync()))
        {
            Console.WriteLine($"file: {shouted.FileName} {await reader.ReadToEndAsync()}");
        }

        using (DemoClient session = demo.StartSession())
        {
            Console.WriteLine($"session: {await session.ChatAsync("one")}, {await session.ChatAsync("two")}");
        }

        List<string?> news = [];
        await demo.BusyAsync(1, new AppRequestOptions
        {
            OnGradioStatus = status =>
            {
                if (status.Stage == GradioStage.Log)
                {
                    news.Add(status.Message);
                }
            },
        });
        Console.WriteLine($"news: {string.Join(", ", news)}");
        await FailAsync(demo);
    }

    private static async Task FailAsync(DemoClient demo)
    {
        try
        {
            await demo.PersonAsync("Al", 12);
        }
        catch (AppValidationException refused)
        {
            Console.WriteLine($"refused: {string.Join(", ", refused.Errors)}");
        }

        try
        {
            await demo.FailAsync("not today");
        }
        catch (AppException<GradioError> failed)
        {
            Console.WriteLine($"failed: {failed.Error.Title}, {failed.Error.Message}");
        }
    }
}
