using System.Collections.Concurrent;
using LocalWorkspace.Apps;

namespace LocalWorkspace;

/// <summary>An app of the workspace, behind its front door.</summary>
public sealed class WorkspaceApp
{
    private readonly ConcurrentDictionary<string, bool> _canUse = new(StringComparer.Ordinal);

    internal WorkspaceApp(string name, Uri address)
    {
        Name = name;
        Address = address;
    }

    /// <summary>Gets the name of the app.</summary>
    public string Name { get; }

    /// <summary>Gets where the app itself listens; a caller outside never sees it.</summary>
    public Uri Address { get; }

    /// <summary>Gets the address that callers use: the front door's.</summary>
    public Uri Url { get; internal set; } = null!;

    /// <summary>Gets the OAuth client that stands for the app when a browser signs in.</summary>
    public string OAuthClientId { get; } = Guid.NewGuid().ToString();

    /// <summary>Gets or sets whether the workspace knows the app; false makes it as if it had been deleted.</summary>
    public bool IsDeployed { get; set; } = true;

    /// <summary>Gets or sets whether the compute of the app runs.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Gets or sets the scopes that the app asks its users for; none unless set.</summary>
    public IReadOnlyList<string> UserApiScopes { get; set; } = [];

    /// <summary>Gets or sets whether the app receives the caller's token as <c>X-Forwarded-Access-Token</c>.</summary>
    public bool ForwardsAccessToken { get; set; }

    /// <summary>Gets what the front door does where reports of the real one differ.</summary>
    public FrontDoorPolicy Policy { get; } = new();

    /// <summary>Gets the answers that the front door gives in place of its own.</summary>
    public Faults Faults { get; } = new();

    /// <summary>Gives someone the permission CAN USE.</summary>
    /// <param name="principal">A client id or a user name.</param>
    public void GrantCanUse(string principal) => _canUse[principal] = true;

    /// <summary>Takes the permission away.</summary>
    /// <param name="principal">A client id or a user name.</param>
    public void RevokeCanUse(string principal) => _canUse.TryRemove(principal, out _);

    /// <summary>Makes the front door refuse the next requests, whoever sends them.</summary>
    /// <param name="answer">What it answers.</param>
    /// <param name="count">How many requests.</param>
    public void FailNext(FrontDoorAnswer answer, int count = 1) => Faults.AnswerNext(count, context => Answers.WriteAsync(context, answer));

    internal FrontDoorAnswers Answers { get; set; } = null!;

    internal bool CanBeUsedBy(string principal) => _canUse.ContainsKey(principal);
}
