using System.Runtime.CompilerServices;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>How long a token lasts, to the second, and what nobody waits for.</summary>
[Collection(Alone.Name)]
public sealed class TokenLifetimeTests
{
    private readonly ObservedTime _time = new();

    // Ten years and a second are for ever; ten years are not.
    [Theory]
    [InlineData(315_360_001, 315_360_001, "Fresh")]
    [InlineData(315_360_000, 315_360_000, "Expired")]
    [InlineData(315_360_000, 315_358_799, "Fresh")]
    [InlineData(315_360_000, 315_358_800, "Stale")]
    [InlineData(3600, 2399, "Fresh")]
    [InlineData(3600, 2400, "Stale")]
    [InlineData(3600, 3559, "Stale")]
    [InlineData(3600, 3560, "Expired")]
    [InlineData(100, 49, "Fresh")]
    [InlineData(100, 50, "Stale")]
    [InlineData(100, 89, "Stale")]
    [InlineData(100, 90, "Expired")]
    [InlineData(0, 0, "Expired")]
    [InlineData(-5, 0, "Expired")]
    public void It_is_fresh_then_stale_then_expired(int life, int passed, string state)
    {
        TokenLifetime lifetime = new(new AppToken("t", _time.GetUtcNow().AddSeconds(life)), _time);

        _time.Advance(TimeSpan.FromSeconds(passed));

        Assert.Equal(state, lifetime.State.ToString());
    }

    [Fact]
    public void A_failure_that_nobody_waits_for_does_not_come_up_later()
    {
        List<string> unobserved = [];
        void Note(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            lock (unobserved)
            {
                unobserved.Add(args.Exception.InnerException?.Message ?? "");
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            Fail();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.DoesNotContain("nobody waits for this", unobserved);
    }

    [Fact]
    public void The_first_end_of_a_refresh_is_its_end()
    {
        using TokenRefresh refresh = new(1, TimeSpan.FromSeconds(1), _time, TestContext.Current.CancellationToken);

        Assert.True(refresh.Finish(new InvalidOperationException()));
        Assert.False(refresh.Finish(new InvalidOperationException()));
        refresh.Finish(new AppToken("t"));

        Assert.True(refresh.Result.IsFaulted);
    }

    [Fact]
    public void A_credential_of_the_code_is_another_than_the_same_of_the_environment()
    {
        Dictionary<string, string> environment = new() { ["DATABRICKS_CLIENT_ID"] = "id", ["DATABRICKS_CLIENT_SECRET"] = "secret" };
        DatabricksAppOptions code = new() { Host = "ws.example.com", AuthType = "oauth-m2m", ClientId = "id", ClientSecret = "secret" };
        DatabricksAppOptions without = new() { Host = "ws.example.com", AuthType = "oauth-m2m" };

        CredentialInputs ofCode = CredentialInputs.Read(code, [], name => null);
        CredentialInputs ofEnvironment = CredentialInputs.Read(without, [], name => environment.GetValueOrDefault(name));

        Assert.Equal(ofCode.Settings[AuthAttribute.ClientSecret], ofEnvironment.Settings[AuthAttribute.ClientSecret]);
        Assert.NotEqual(ofCode.Key(), ofEnvironment.Key());
        Assert.Equal(ofCode.Key(), CredentialInputs.Read(code, [], name => null).Key());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fail()
    {
        using TokenRefresh refresh = new(1, TimeSpan.FromSeconds(1), _time, CancellationToken.None);
        refresh.Finish(new InvalidOperationException("nobody waits for this"));
    }
}
