using System.Net;
using System.Net.Http.Headers;

namespace DatabricksApps.LocalWorkspace.Tests.FrontDoor;

/// <summary>Bodies pass through the front door as they come.</summary>
public sealed class StreamTests : FrontDoorTest
{
    [Fact]
    public async Task Events_arrive_one_by_one()
    {
        using HttpResponseMessage response = await SendAsync("/api/events", await SignInAsync());
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancellation));

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        foreach (string text in new[] { "one", "two", "three" })
        {
            // The app sends the next event only when this one has been read.
            Assert.True(Echo.Events.Writer.TryWrite(text));
            Assert.Equal($"data: {text}", await reader.ReadLineAsync(Cancellation));
            Assert.Equal("", await reader.ReadLineAsync(Cancellation));
        }

        Echo.Events.Writer.Complete();
        Assert.Null(await reader.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task Large_upload_passes()
    {
        const int Length = 64 * 1024 * 1024;
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(App.Url, "/api/length"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await SignInAsync());
        request.Content = new ByteArrayContent(new byte[Length]);

        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{Length}", await response.Content.ReadAsStringAsync(Cancellation));
    }
}
