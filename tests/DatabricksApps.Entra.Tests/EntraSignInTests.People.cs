using System.Net;
using LocalWorkspace;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DatabricksApps.Entra.Tests;

/// <content>People, with a device code.</content>
public sealed partial class EntraSignInTests
{
    [Fact]
    public async Task A_person_signs_in_with_a_device_code_once_and_silently_then()
    {
        IPublicClientApplication application = Person();

        string first = await SignInAsync(options => options.SignInWithEntraUser(application, Show));
        string second = await SignInAsync(options => options.SignInWithEntraUser(application, Show));

        Assert.Equal(["Enter ABC"], _shown);
        Assert.Equal((_principal.ClientId, _principal.ClientId), (new JsonWebToken(first).Subject, new JsonWebToken(second).Subject));
    }

    [Fact]
    public async Task A_person_stays_signed_in_when_the_program_starts_again()
    {
        string folder = Directory.CreateTempSubdirectory("entra-").FullName;
        try
        {
            foreach (int start in new[] { 1, 2 })
            {
                IPublicClientApplication application = Person();
                await EntraTokenCache.PersistAsync(application, folder, allowUnprotectedFile: true);
                await SignInAsync(options => options.SignInWithEntraUser(application, Show));
                Assert.Equal(["Enter ABC"], _shown);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Two_people_on_one_application_are_asked_each_and_stay_who_they_are()
    {
        TrustEverybody();
        IPublicClientApplication application = Person();
        Func<DeviceCodeResult, Task> alice = ShowTo("ada"), bob = ShowTo("bob");

        string[] subjects =
        [
            await SubjectAsync(options => options.SignInWithEntraUser(application, alice)),
            await SubjectAsync(options => options.SignInWithEntraUser(application, bob)),
            await SubjectAsync(options => options.SignInWithEntraUser(application, alice)),
            await SubjectAsync(options => options.SignInWithEntraUser(application, bob)),
        ];

        Assert.Equal([Ada, Bob, Ada, Bob], subjects);
        Assert.Equal(["ada", "bob"], _shown);
    }

    [Fact]
    public async Task A_person_who_is_named_gets_no_others_account()
    {
        TrustEverybody();
        IPublicClientApplication application = Person();

        Assert.Equal(Ada, await SubjectAsync(options => options.SignInWithEntraUser(application, ShowTo("ada"), userName: "ada@example.com")));
        Assert.Equal(Bob, await SubjectAsync(options => options.SignInWithEntraUser(application, ShowTo("bob"), userName: "BOB@example.com")));
        Assert.Equal(Ada, await SubjectAsync(options => options.SignInWithEntraUser(application, ShowTo("nobody"), userName: "ada@example.com")));
        Assert.Equal(["ada", "bob"], _shown);
    }

    [Fact]
    public async Task Somebody_else_who_answers_in_the_place_of_the_one_who_is_named_is_refused()
    {
        IPublicClientApplication application = Person();

        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(
            () => SignInAsync(options => options.SignInWithEntraUser(application, ShowTo("bob"), userName: "ada@example.com")));

        Assert.StartsWith(
            "Sign-in failed: somebody else signed in to Entra ID than the person whom this client signs in. Likely cause: the browser or the device was " +
            "signed in with another account. Next step: sign in again and choose the account, or give SignInWithEntraUser the userName that is meant.",
            failure.Message, StringComparison.Ordinal);
        Assert.Empty(_workspace.Tokens.Issued);
    }

    [Fact]
    public async Task Somebody_who_was_refused_is_not_taken_for_the_next_person()
    {
        TrustEverybody();
        IPublicClientApplication application = Person();
        await Assert.ThrowsAsync<AppAuthenticationException>(
            () => SignInAsync(options => options.SignInWithEntraUser(application, ShowTo("bob"), userName: "ada@example.com")));

        Assert.Equal(Ada, await SubjectAsync(options => options.SignInWithEntraUser(application, ShowTo("ada"))));
        Assert.Equal(["bob", "ada"], _shown);
    }

    [Fact]
    public async Task With_several_accounts_and_nobody_named_the_person_is_asked()
    {
        TrustEverybody();
        string folder = Directory.CreateTempSubdirectory("entra-").FullName;
        try
        {
            IPublicClientApplication first = Person();
            await EntraTokenCache.PersistAsync(first, folder, allowUnprotectedFile: true);
            await SubjectAsync(options => options.SignInWithEntraUser(first, ShowTo("ada")));
            await SubjectAsync(options => options.SignInWithEntraUser(first, ShowTo("bob")));

            // The program starts again, and has both accounts.
            IPublicClientApplication second = Person();
            await EntraTokenCache.PersistAsync(second, folder, allowUnprotectedFile: true);
            Assert.Equal(Bob, await SubjectAsync(options => options.SignInWithEntraUser(second, ShowTo("bob"))));
            Assert.Equal(["ada", "bob", "bob"], _shown);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Func<DeviceCodeResult, Task> ShowTo(string person) => _ =>
    {
        _shown.Add(person);
        _entra.Person = person;
        return Task.CompletedTask;
    };

    private Task Show(DeviceCodeResult code)
    {
        _shown.Add(code.Message);
        return Task.CompletedTask;
    }

    private IPublicClientApplication Person() =>
        PublicClientApplicationBuilder.Create("the-app")
            .WithAuthority($"https://login.microsoftonline.com/{FakeEntra.Tenant}").WithInstanceDiscovery(false)
            .WithHttpClientFactory(_entra).Build();
}
