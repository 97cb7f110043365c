using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>The members of an object, from all that it is made of.</summary>
internal sealed class LiveObject
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    /// <summary>Gets the names of the members that are declared.</summary>
    public IEnumerable<string> Names => _members.Keys;

    public bool IsRequired(string name) => _required.Contains(name);

    /// <summary>Tells whether several parts speak of a member, so that none of them alone says what it is.</summary>
    public bool IsRepeated(string name) => _repeated.Contains(name);

    /// <summary>Gets the schema of a member; null: it has none.</summary>
    public JsonElement? Get(string name) => _members.TryGetValue(name, out JsonElement schema) ? schema : null;

    public void Add(JsonElement schema)
    {
        foreach (JsonProperty member in LiveDocument.Members(LiveDocument.Get(schema, "properties")))
        {
            if (!_members.TryAdd(member.Name, member.Value))
            {
                _repeated.Add(member.Name);
            }
        }

        _required.UnionWith(LiveDocument.Items(LiveDocument.Get(schema, "required")).Select(name => LiveDocument.Text(name)).OfType<string>());
    }
}
