using DatabricksApps.Gradio.Tests.DemoApi;
using DatabricksApps.Gradio.Tests.MountedApi;
using LocalWorkspace;

namespace DatabricksApps.Gradio.Tests;

/// <summary>An app that is mounted below <c>/api/</c>, behind the front door, called with a real token.</summary>
public sealed class FrontDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mounted_app_is_called_with_a_token()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--mount /api/demo --step-ms 5");
        await using Workspace workspace = await Workspace.StartAsync(cancellationToken: Cancellation);
        WorkspaceApp door = await workspace.AddAppAsync("demo", new Uri(app.Address.GetLeftPart(UriPartial.Authority)), cancellationToken: Cancellation);
        ServicePrincipal principal = workspace.AddServicePrincipal("gradio");
        door.GrantCanUse(principal.ClientId);
        using MountedClient mounted = MountedClient.Create(new DatabricksAppOptions
        {
            BaseAddress = door.Url,
            Host = workspace.BaseAddress.AbsoluteUri,
            ClientId = principal.ClientId,
            ClientSecret = principal.ClientSecret,
        });

        AppFile? shouted = await mounted.ShoutFileAsync(AppFile.FromBytes("hi"u8.ToArray(), "a.txt"), cancellationToken: Cancellation);
        using StreamReader reader = new(await shouted!.OpenReadAsync(Cancellation));
        List<string?> counts = [];
        await foreach (string? count in mounted.CountStreamAsync(steps: 2, cancellationToken: Cancellation))
        {
            counts.Add(count);
        }

        Assert.Equal("Hello, Ada!", await mounted.GreetAsync("Ada", cancellationToken: Cancellation));
        Assert.Equal("HI", await reader.ReadToEndAsync(Cancellation));
        Assert.Equal(["tick0", "tick0 tick1"], counts);
        Assert.Single(workspace.Tokens.Issued);
    }

    [Fact]
    public async Task A_path_that_is_in_the_address_already_is_not_added_again()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--mount /api/demo");
        using HttpClient http = app.CreateClient();
        using MountedClient mounted = new(http);

        Assert.Equal("Hello, Ada!", await mounted.GreetAsync("Ada", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Outside_of_api_the_front_door_wants_a_login()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();
        await using Workspace workspace = await Workspace.StartAsync(cancellationToken: Cancellation);
        WorkspaceApp door = await workspace.AddAppAsync("demo", app.Address, cancellationToken: Cancellation);
        ServicePrincipal principal = workspace.AddServicePrincipal("gradio");
        door.GrantCanUse(principal.ClientId);
        using DemoClient demo = DemoClient.Create(new DatabricksAppOptions
        {
            BaseAddress = door.Url,
            Host = workspace.BaseAddress.AbsoluteUri,
            ClientId = principal.ClientId,
            ClientSecret = principal.ClientSecret,
        });

        AppException refused = await Assert.ThrowsAsync<AppException>(() => demo.GreetAsync("Ada", cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.SignInRequired, refused.Reason);
    }
}
