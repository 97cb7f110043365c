using System.Reflection;
using DatabricksApps.EndToEnd.Tests.InventoryApi;
using LocalWorkspace;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>Tokens end while the app is called through its front door.</summary>
public sealed class FrontDoorTests : IClassFixture<SignedInventory>
{
    private static readonly MethodInfo[] s_suite =
    [
        .. typeof(InventorySuite).GetMethods()
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .OrderBy(method => method.Name, StringComparer.Ordinal),
    ];

    private static readonly TokenRequest s_request = new("client_credentials", "all-apis", 200);

    private readonly SignedInventory _app;
    private readonly InventoryClient _client;
    private readonly int _requestsBefore;

    public FrontDoorTests(SignedInventory app)
    {
        _app = app;
        Python.Require();
        app.SignInAnew();
        _client = new InventoryClient(new HttpClient(app.Handler, disposeHandler: false) { BaseAddress = app.BaseAddress });
        _requestsBefore = app.Workspace.Tokens.Requests.Count;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<TokenRequest> Requests => _app.Workspace.Tokens.Requests.Skip(_requestsBefore);

    [Fact]
    public async Task Every_operation_passes_while_a_token_expires()
    {
        await RunSuiteAsync(_app.Workspace.Tokens.ExpireAll);

        Assert.Equal([s_request, s_request], Requests);
    }

    [Fact]
    public async Task Every_operation_passes_while_a_token_is_revoked()
    {
        await RunSuiteAsync(_app.Workspace.Tokens.RevokeAll);

        Assert.Equal([s_request, s_request], Requests);
    }

    [Theory]
    [InlineData(FrontDoorAnswer.LoginRedirect)]
    [InlineData(FrontDoorAnswer.Unauthorized)]
    [InlineData(FrontDoorAnswer.InvalidToken)]
    public async Task Refused_token_is_replaced_and_the_request_sent_again(FrontDoorAnswer refusal)
    {
        await _client.HealthAsync(cancellationToken: Cancellation);
        _app.Door.FailNext(refusal);

        await _client.HealthAsync(cancellationToken: Cancellation);

        Assert.Equal([s_request, s_request], Requests);
    }

    [Fact]
    public async Task Refused_again_is_an_error_that_says_so()
    {
        _app.Door.FailNext(FrontDoorAnswer.Unauthorized, 2);

        AppException error = await Assert.ThrowsAsync<AppException>(() => _client.HealthAsync(cancellationToken: Cancellation));
        await _client.HealthAsync(cancellationToken: Cancellation);

        Assert.Equal(AppErrorReason.SignInRequired, error.Reason);
        Assert.Equal([s_request, s_request], Requests);
    }

    [Fact]
    public async Task Without_can_use_no_other_token_is_tried()
    {
        _app.Door.RevokeCanUse(_app.Principal.ClientId);

        AppException error = await Assert.ThrowsAsync<AppException>(() => _client.HealthAsync(cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.Forbidden, error.Reason);
        Assert.Equal([s_request], Requests);
    }

    // Runs all tests of the suite, and ends the tokens after half of them.
    private async Task RunSuiteAsync(Action endTokens)
    {
        for (int i = 0; i < s_suite.Length; i++)
        {
            if (i == s_suite.Length / 2)
            {
                endTokens();
            }

            SignedInventoryTests suite = new(_app);
            await suite.InitializeAsync();
            await (Task)s_suite[i].Invoke(suite, null)!;
        }
    }
}
