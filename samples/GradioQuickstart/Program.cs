// The tour of the client of a Gradio app. DemoClient comes from demo.gradio.json at build time; the app that is called is a
// stand-in for a Gradio server (samples/LocalGradio, which needs Node 18 or later), mounted at /api/demo behind the front
// door of a workspace on this machine, so that neither an account nor a network is needed.
using DatabricksApps;
using GradioQuickstart.DemoApi;
using LocalGradio;
using LocalWorkspace;

if (!LocalGradioApp.CanStart())
{
    await Console.Error.WriteLineAsync("The app of this sample runs in Node 18 or later (https://nodejs.org, Debian: apt-get install nodejs).");
    return 1;
}

await using LocalGradioApp local = await LocalGradioApp.StartAsync("--extras --mount /api/demo --step-ms 50");
await using Workspace workspace = await Workspace.StartAsync();
WorkspaceApp app = await workspace.AddAppAsync("demo", new Uri(local.Address.GetLeftPart(UriPartial.Authority)));
ServicePrincipal principal = workspace.AddServicePrincipal("gradio-quickstart");
app.GrantCanUse(principal.ClientId);

// On Databricks: BaseAddress = new Uri("https://demo-1234567890.aws.databricksapps.com"), and Host, ClientId and ClientSecret
// come from DATABRICKS_HOST, DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET if they are not set here.
using DemoClient demo = DemoClient.Create(new DatabricksAppOptions
{
    BaseAddress = app.Url,
    Host = workspace.BaseAddress.AbsoluteUri,
    ClientId = principal.ClientId,
    ClientSecret = principal.ClientSecret,
});

Title("Call an endpoint");
Console.WriteLine(await demo.GreetAsync("Ada"));
Console.WriteLine($"{await demo.ScaleAsync()} with the app's defaults, {await demo.ScaleAsync(factor: 0.5)} with half of it");

Title("Follow a generator");
await foreach (string? text in demo.CountStreamAsync("tick", 3))
{
    Console.WriteLine(text);
}

Title("Send a file and read the one that comes back");
AppFile? shouted = await demo.ShoutFileAsync(AppFile.FromBytes("hello, file"u8.ToArray(), "hello.txt", "text/plain"));
using (StreamReader reader = new(await shouted!.OpenReadAsync()))
{
    Console.WriteLine($"{shouted.FileName}, {shouted.Length} bytes: {await reader.ReadToEndAsync()}");
}

Title("Talk in a session, in which the app remembers");
using (DemoClient session = demo.StartSession())
{
    Console.WriteLine(await session.ChatAsync("one"));
    Console.WriteLine(await session.ChatAsync("two"));
}

Title("Several outputs, one of them growing JSON");
await foreach (GrowResult? result in demo.GrowStreamAsync(items: 3))
{
    Console.WriteLine($"{result!.Grown} {result.GrownJSON}");
}

Title("See what the app says while it works");
await demo.BusyAsync(2, new AppRequestOptions
{
    OnGradioStatus = status =>
    {
        if (status.Stage == GradioStage.Log)
        {
            Console.WriteLine($"{status.Level}: {status.Message}");
        }
    },
});

Title("Send what the app refuses");
try
{
    await demo.PersonAsync("Al", 12);
}
catch (AppValidationException refused)
{
    foreach (AppValidationError error in refused.Errors)
    {
        Console.WriteLine($"{error.Member}: {error.Message}");
    }
}

try
{
    await demo.FailAsync("not today");
}
catch (AppException<GradioError> failed)
{
    Console.WriteLine($"{failed.Error.Title}: {failed.Error.Message}");
}

return 0;

static void Title(string text) => Console.WriteLine($"\n── {text} ──");
