using System.Runtime.CompilerServices;
using Microsoft.Identity.Client;

namespace DatabricksApps.Entra;

/// <summary>Which accounts of an application belong to whom: two people are told apart by the function that shows them their codes.</summary>
internal sealed class EntraAccounts
{
    private static readonly ConditionalWeakTable<IPublicClientApplication, EntraAccounts> s_all = [];

    private readonly HashSet<(string Id, Delegate? Asked)> _known = [];

    public static EntraAccounts Of(IPublicClientApplication application) => s_all.GetOrCreateValue(application);

    /// <summary>Remembers that a person signed in with an account.</summary>
    public void Add(string id, Delegate? asked)
    {
        lock (_known)
        {
            _known.Add((id, asked));
        }
    }

    /// <summary>Tells whether the person who is asked by this function signed in with the account.</summary>
    public bool IsOf(string id, Delegate? asked)
    {
        lock (_known)
        {
            return _known.Contains((id, asked));
        }
    }

    /// <summary>Tells whether anybody signed in with the account since the program started.</summary>
    public bool IsKnown(string id)
    {
        lock (_known)
        {
            return _known.Any(known => known.Id == id);
        }
    }
}
