// Holds the product to its promise that nobody ever signs as somebody else, under the load and the faults of a real program.
using System.Globalization;
using DatabricksApps.Isolation;

if (args is ["--canary"])
{
    await using Canary canary = new();
    return await canary.RunAsync() ? 0 : 1;
}

(string Option, long Value)? asked = args is [("--seconds" or "--reads") and var option, var text]
    && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? (option, value) : null;
if (asked is not { } run)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Isolation -- --seconds S   64 callers as 200 users for that time");
    Console.Error.WriteLine("       dotnet run -c Release --project tests/Isolation -- --reads N     reads of a user's token that race the end of the user's request");
    Console.Error.WriteLine("       dotnet run -c Release --project tests/Isolation -- --canary      who is shown which secret, on every way to sign in and in every fault");
    return 2;
}

Tally tally = new();
await using RemoteApp app = await RemoteApp.StartAsync(tally);
if (run.Option == "--reads")
{
    await new Race(tally, app.Address).RunAsync(run.Value);
}
else
{
    using Traffic traffic = new(tally, app.Address);
    await traffic.RunAsync(TimeSpan.FromSeconds(run.Value));
}

return tally.Print() ? 0 : 1;
