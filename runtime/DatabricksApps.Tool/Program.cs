// Fetches the snapshot of a Gradio app:
//
//   dotnet run --project runtime/DatabricksApps.Tool -- gradio https://demo-1234.aws.databricksapps.com/api/demo demo.gradio.json
//
// The requests are signed like every other call: from the environment (DATABRICKS_HOST, DATABRICKS_CLIENT_ID, …), from a
// profile of the Databricks CLI, or from what these options say.
//
//   --profile NAME    the profile
//   --host URL        the workspace
//   --scopes "A B"    the scopes to ask for
//   --no-sign-in      signs nothing, for an app on this machine
using DatabricksApps;
using DatabricksApps.Generated;
using DatabricksApps.Tool;

Arguments arguments = Arguments.Parse(args);
if (arguments.Error is { } error)
{
    await Console.Error.WriteLineAsync($"{error}\nUsage: gradio URL FILE [--profile NAME] [--host URL] [--scopes \"A B\"] [--no-sign-in]");
    return 2;
}

try
{
    string root = arguments.Address!.AbsolutePath.TrimEnd('/');
    Uri address = new(arguments.Address.GetLeftPart(UriPartial.Authority));
    using HttpClient plain = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback }) { BaseAddress = address };
    using AppConnection connection = arguments.SignsNothing
        ? new AppConnection(plain)
        : AppPipeline.Connect(
            new DatabricksAppOptions { BaseAddress = address, Profile = arguments.Profile, Host = arguments.Host }, arguments.Scopes);
    string snapshot = await GradioSnapshot.FetchAsync(connection, root, CancellationToken.None);
    await File.WriteAllTextAsync(arguments.File!, snapshot);
    Console.WriteLine($"{arguments.File}: {GradioSnapshot.CountEndpoints(snapshot)} endpoints of {arguments.Address}");
    return 0;
}
catch (Exception exception) when (exception is AppException or ArgumentException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
