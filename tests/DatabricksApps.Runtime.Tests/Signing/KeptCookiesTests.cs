using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <summary>A cookie that an app sets for one user is not sent for the next.</summary>
public sealed class KeptCookiesTests
{
    public static TheoryData<string, bool, bool> Handlers => new()
    {
        { "sockets", true, true },
        { "sockets", false, false },
        { "client", true, true },
        { "client", false, false },
    };

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_primary_handler_that_keeps_cookies_is_refused_where_calls_are_of_several_users(string kind, bool keeps, bool isRefused)
    {
        Exception? failure = await CallAsync(kind, keeps, options => options.TokenProvider = _ => new("user"));

        Assert.Equal(isRefused, failure is AppException { Reason: AppErrorReason.SignInFailed } told && told.Message.StartsWith(
            "Nothing was sent: each call may be another user's (TokenProvider, FederatedUserTokenProvider), and the primary handler of this HttpClient keeps cookies",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_identity_may_keep_its_own()
    {
        Exception? failure = await CallAsync("sockets", keeps: true, options => options.Token = "one");

        Assert.Equal(AppErrorReason.Unreachable, Assert.IsType<AppException>(failure).Reason);
    }

    [Fact]
    public async Task But_not_with_a_call_of_another()
    {
        Exception? failure = await CallAsync("sockets", keeps: true, options => options.Token = "one", new AppRequestOptions { TokenProvider = _ => new("other") });

        Assert.Equal(AppErrorReason.SignInFailed, Assert.IsType<AppException>(failure).Reason);
        Assert.StartsWith("Nothing was sent: each call may be another user's", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Exception?> CallAsync(string kind, bool keeps, Action<DatabricksAppOptions> configure, AppRequestOptions? call = null)
    {
        ServiceCollection services = new();
        AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, options =>
            {
                // Nobody listens there.
                options.BaseAddress = new Uri("http://127.0.0.1:1");
                configure(options);
            })
            .ConfigurePrimaryHttpMessageHandler(() => kind == "sockets"
                ? new SocketsHttpHandler { UseCookies = keeps, UseProxy = false }
                : new HttpClientHandler { UseCookies = keeps, UseProxy = false });
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await Record.ExceptionAsync(() => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get(), call));
    }
}
