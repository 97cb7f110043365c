// Signs in to a real workspace and calls one of its apps, and shows what its front door answers with a good token, with a
// wrong one and without: what a stand-in cannot prove. Tokens are not shown.
using System.Net.Http.Headers;
using DatabricksApps;

if (args.Length is < 1 or > 2)
{
    Console.Error.WriteLine("Usage: dotnet run --project samples/CheckWorkspace -- APP-NAME-OR-URL [/api/ROUTE]");
    return 2;
}

string route = args.Length > 1 ? args[1] : "/api/";
DatabricksAppOptions options = Uri.TryCreate(args[0], UriKind.Absolute, out Uri? url)
    ? new() { BaseAddress = url }
    : new() { AppName = args[0] };
using HttpClient plain = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
using HttpClient signed = new(new DatabricksAppHandler(options, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));

try
{
    url ??= await options.FindBaseAddressAsync();
    Console.WriteLine($"The app is at {url}");
    await ShowAsync($"GET {route} with the token of this machine's sign-in", signed, new Uri(url, route));
    await ShowAsync($"GET {route} without a token", plain, new Uri(url, route));
    await ShowAsync($"GET {route} with a wrong token", plain, new Uri(url, route), "not-a-token");
    await ShowAsync("GET / without a token", plain, new Uri(url, "/"));
    return 0;
}
catch (AppException exception)
{
    Console.WriteLine(exception.Message);
    return 1;
}

static async Task ShowAsync(string what, HttpClient client, Uri address, string? token = null)
{
    using HttpRequestMessage request = new(HttpMethod.Get, address);
    request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    string location = response.Headers.Location is { } target ? $" to {(target.IsAbsoluteUri ? target.GetLeftPart(UriPartial.Path) : target.OriginalString.Split('?')[0])}" : "";
    Console.WriteLine($"{what}: {(int)response.StatusCode} {response.Content.Headers.ContentType?.MediaType}{location}");
}
