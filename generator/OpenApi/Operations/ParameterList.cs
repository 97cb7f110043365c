using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>The parameters of an operation: a parameter is its name and where it goes, and the nearest one counts.</summary>
/// <remarks>
/// A path and a query may each have an <c>id</c>, which are two parameters (OpenAPI, "Parameter Object"). An operation
/// can replace what its path item declares, but not take it away ("Path Item Object"); only twice in one list is a fault.
/// </remarks>
internal sealed class ParameterList
{
    private readonly VersionReader _version;
    private readonly Findings _findings;
    private readonly List<Place> _items;

    public ParameterList(VersionReader version, Findings findings)
        : this(version, findings, new List<Place>())
    {
    }

    private ParameterList(VersionReader version, Findings findings, List<Place> items)
    {
        _version = version;
        _findings = findings;
        _items = items;
    }

    public IReadOnlyList<Place> Items => _items;

    public ParameterList Copy() => new(_version, _findings, new List<Place>(_items));

    /// <summary>Adds the parameters that a path item or operation declares.</summary>
    public void AddAll(Place owner)
    {
        int inherited = _items.Count;
        foreach ((JsonNode? node, string pointer) in Declared(owner.Node.Get("parameters"), JsonPointer.Append(owner.Pointer, "parameters")))
        {
            if (_version.Objects.Follow(node, pointer, "the parameter is left out") is { } parameter)
            {
                _version.Kinds.Check(parameter.Node, parameter.Pointer, _version.ParameterKinds);
                Add(parameter, pointer, inherited);
            }
        }
    }

    // An object in place of the list is one parameter, or several by names that mean nothing, as the components have them.
    private static IEnumerable<(JsonNode? Node, string Pointer)> Declared(JsonNode? node, string pointer) => node switch
    {
        JsonArray list => list.Select((item, i) => (item, JsonPointer.Append(pointer, i))),
        JsonObject one when one.ContainsKey("$ref") || one.Get("in") is JsonValue || one.Get("name") is JsonValue => new[] { ((JsonNode?)one, pointer) },
        JsonObject named => named.Select(member => (member.Value, JsonPointer.Append(pointer, member.Key))),
        _ => Enumerable.Empty<(JsonNode?, string)>(),
    };

    private void Add(Place parameter, string pointer, int inherited)
    {
        string? name = parameter.Node.GetText("name");
        string? location = parameter.Node.GetText("in");
        if (location is null || (name is null && location != "querystring"))
        {
            _findings.Repaired(pointer, $"a parameter has to have 'name' and 'in'; it is left out");
            return;
        }

        if (!_version.IsParameterLocation(location))
        {
            _findings.Repaired(pointer, $"a parameter cannot be in '{location}'; it is left out");
            return;
        }

        for (int i = 0; i < _items.Count; i++)
        {
            if (_items[i].Node.GetText("name") == name && _items[i].Node.GetText("in") == location)
            {
                if (i >= inherited)
                {
                    _findings.Repaired(pointer, $"the {location} parameter '{name}' is declared twice; the last one counts");
                }

                _items[i] = parameter;
                return;
            }
        }

        _items.Add(parameter);
    }
}
