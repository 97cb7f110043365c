using System.Net;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary>Answers that a test puts in place of the real ones.</summary>
public sealed class FaultTests : FrontDoorTest
{
    [Fact]
    public async Task Front_door_gives_them_in_order_and_then_its_own()
    {
        string token = await SignInAsync();
        App.FailNext(FrontDoorAnswer.BadGateway, 2);
        App.FailNext(FrontDoorAnswer.LoginRedirect);
        App.Faults.AnswerNext(1, 429, "slow down", retryAfter: "7");

        List<HttpStatusCode> statuses = [];
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage response = await SendAsync("/api/echo", token);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal(
            [HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            statuses);
    }

    [Fact]
    public async Task Front_door_cuts_connections()
    {
        string token = await SignInAsync();
        App.Faults.CutNext(1);

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("/api/echo", token));
    }

    [Fact]
    public async Task Token_endpoint_gives_them_and_logs_the_requests()
    {
        ServicePrincipal principal = Workspace.AddServicePrincipal("job");
        Workspace.TokenFaults.AnswerNext(1, 503, """{"error":"temporarily_unavailable","error_description":"Later"}""", "application/json");

        Assert.Equal("503 temporarily_unavailable: Later", (await OAuth.RequestTokenAsync(principal)).Verdict);
        Assert.Equal("200", (await OAuth.RequestTokenAsync(principal)).Verdict);
        Assert.Equal([503, 200], Workspace.Tokens.Requests.Select(request => request.Status));
        Assert.Single(Workspace.Tokens.Issued);
    }
}
