namespace DatabricksApps.Auth;

/// <summary>The environment, less what does not count for a credential.</summary>
/// <param name="all">Gets an environment variable.</param>
internal sealed class AmbientVariables(Func<string, string?> all)
{
    private readonly SortedSet<string> _hidden = new(StringComparer.Ordinal);

    /// <summary>Gets the variables that are set and do not count.</summary>
    public IReadOnlyCollection<string> Hidden => _hidden;

    /// <summary>Gets a variable; null: it is not set or does not count.</summary>
    public string? Get(string name) => _hidden.Contains(name) ? null : all(name);

    /// <summary>Lets variables count no more; tells whether one of them is set.</summary>
    public bool Hide(IEnumerable<string> names)
    {
        string[] set = [.. names.Where(name => !string.IsNullOrWhiteSpace(Get(name)))];
        _hidden.UnionWith(set);
        return set.Length > 0;
    }
}
