using System.Collections.Immutable;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Which scopes a request gets.</summary>
internal sealed class ScopeRules(WorkspaceOptions options)
{
    /// <summary>Returns the scopes of a request; null if it was refused.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="assigned">What its client may have; null for anything that exists.</param>
    public ImmutableArray<string>? Grant(
        OpenIddictServerEvents.BaseValidatingContext context, OpenIddictRequest request, IReadOnlyList<string>? assigned = null)
    {
        ImmutableArray<string> scopes = request.GetScopes();
        if (scopes.IsEmpty)
        {
            scopes = [WorkspaceScopes.AllApis];
        }

        if (scopes.FirstOrDefault(scope => !options.Scopes.Contains(scope)) is { } unknown)
        {
            context.Refuse(OpenIddictConstants.Errors.InvalidScope, $"Scope '{unknown}' does not exist.");
            return null;
        }

        string[] missing = [.. scopes.Where(scope => assigned?.Contains(scope) == false)];
        if (missing.Length > 0)
        {
            context.Refuse(OpenIddictConstants.Errors.AccessDenied, $"Scopes '{string.Join(' ', missing)}' are not assigned.");
            return null;
        }

        return scopes;
    }
}
