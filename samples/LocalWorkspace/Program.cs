// Stands in for a Databricks workspace, in front of an app that runs on this machine:
//
//   dotnet run --project samples/LocalWorkspace -- --app http://127.0.0.1:8000
//
// prints the addresses of the workspace and of the app's front door, and the id and secret of a service principal that may
// use the app. Point the client at them; tokens, refusals and headers are then what they are on Databricks, as far as that is
// known. Everything listens on loopback only, and is gone when the program ends.
//
//   --name NAME           the name of the app in the workspace (app)
//   --port N              the port of the workspace (any)
//   --app-port N          the port of the front door (any)
//   --lifetime SECONDS    how long tokens live (3600)
//   --scopes "A B"        the scopes that the app asks its users for (none)
//   --forward-token true  hands the caller's token to the app
using LocalWorkspace;
using Microsoft.Extensions.Configuration;

IConfiguration arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
if (arguments["app"] is not { } address)
{
    await Console.Error.WriteLineAsync("Which app? For example: --app http://127.0.0.1:8000");
    return 1;
}

await using Workspace workspace = await Workspace.StartAsync(new WorkspaceOptions
{
    Port = arguments.GetValue("port", 0),
    AccessTokenLifetime = TimeSpan.FromSeconds(arguments.GetValue("lifetime", 3600)),
});
WorkspaceApp app = await workspace.AddAppAsync(arguments["name"] ?? "app", new Uri(address), arguments.GetValue("app-port", 0));
app.UserApiScopes = arguments["scopes"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
app.ForwardsAccessToken = arguments.GetValue("forward-token", false);
ServicePrincipal principal = workspace.AddServicePrincipal("demo");
app.GrantCanUse(principal.ClientId);
app.GrantCanUse(workspace.Options.UserName);

Console.WriteLine($"""
    The app {app.Name} at {app.Address} is reached through {app.Url.GetLeftPart(UriPartial.Authority)}
    with a token of the workspace. Its demo service principal may use the app:

    export DATABRICKS_HOST={workspace.BaseAddress.GetLeftPart(UriPartial.Authority)}
    export DATABRICKS_CLIENT_ID={principal.ClientId}
    export DATABRICKS_CLIENT_SECRET={principal.ClientSecret}

    Press Ctrl+C to stop.
    """);

TaskCompletionSource stopped = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopped.TrySetResult();
};
await stopped.Task;
return 0;
