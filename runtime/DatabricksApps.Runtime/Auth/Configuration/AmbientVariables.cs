namespace DatabricksApps.Auth;

/// <summary>The environment and the profile that lies around, less what does not count for a credential.</summary>
/// <param name="all">Gets an environment variable.</param>
internal sealed class AmbientVariables(Func<string, string?> all)
{
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly HashSet<AuthAttribute> _hiddenOfProfile = [];

    /// <summary>Gets the names of what is set and does not count.</summary>
    public IEnumerable<string> Hidden => _hidden.Order(StringComparer.Ordinal).Concat(_hiddenOfProfile.Select(attribute => $"{attribute.Name} of the profile"));

    /// <summary>Gets a variable; null: it is not set or does not count.</summary>
    public string? Get(string name) => _hidden.Contains(name) ? null : all(name);

    /// <summary>Lets variables count no more; tells whether one of them is set.</summary>
    public bool Hide(IEnumerable<string> names)
    {
        string[] set = [.. names.Where(name => !string.IsNullOrWhiteSpace(Get(name)))];
        _hidden.UnionWith(set);
        return set.Length > 0;
    }

    /// <summary>Tells whether what a profile says of an attribute does not count.</summary>
    public bool IsHiddenOfProfile(AuthAttribute attribute) => _hiddenOfProfile.Contains(attribute);

    /// <summary>Lets attributes of the profile count no more.</summary>
    public void HideOfProfile(IEnumerable<AuthAttribute> attributes) => _hiddenOfProfile.UnionWith(attributes);
}
