using System.Collections.Generic;
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
        if (owner.Node.GetArray("parameters") is not { } declared)
        {
            return;
        }

        int inherited = _items.Count;
        string parent = JsonPointer.Append(owner.Pointer, "parameters");
        for (int i = 0; i < declared.Count; i++)
        {
            string pointer = JsonPointer.Append(parent, i);
            if (_version.Objects.Follow(declared[i], pointer, "the parameter is left out") is { } parameter)
            {
                Add(parameter, pointer, inherited);
            }
        }
    }

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
