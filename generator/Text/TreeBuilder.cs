using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Text;

/// <summary>Builds nodes from a parser's events, within the limits and without recursion.</summary>
internal sealed class TreeBuilder
{
    private readonly string _prefix;
    private readonly Findings _findings;
    private readonly List<(JsonNode Node, string? Key)> _open = new();
    private string? _key;

    /// <param name="prefix">What stands before every pointer.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public TreeBuilder(string prefix, Findings findings)
    {
        _prefix = prefix;
        _findings = findings;
    }

    /// <summary>Gets the document.</summary>
    public JsonNode? Root { get; private set; }

    /// <summary>Gets how many containers are open.</summary>
    public int Depth => _open.Count;

    /// <summary>Gets the innermost container that is open.</summary>
    public JsonNode? Container => _open.Count == 0 ? null : _open[_open.Count - 1].Node;

    /// <summary>Gets whether an object waits for its next key.</summary>
    public bool IsKeyNext => _key is null && Container is JsonObject;

    public static DocumentException TooDeep() => DocumentException.TooLarge($"it nests objects and arrays deeper than {DocumentLimits.Depth} levels");

    public void Key(string key) => _key = key;

    public void Open(JsonNode container)
    {
        if (_open.Count >= DocumentLimits.Depth)
        {
            throw TooDeep();
        }

        string? key = _key;
        Add(container);
        _open.Add((container, key));
    }

    public void Close() => _open.RemoveAt(_open.Count - 1);

    public void Add(JsonNode? value)
    {
        switch (Container)
        {
            case JsonObject container:
                if (container.ContainsKey(_key!))
                {
                    _findings.Repaired(JsonPointer.Append(OpenPointer(), _key!), $"the key '{_key}' stands twice in one object; the last one counts");
                }

                container[_key!] = value;
                _key = null;
                break;
            case JsonArray container:
                container.Add(value);
                break;
            default:
                Root = value;
                break;
        }
    }

    private string OpenPointer()
    {
        string pointer = _prefix;
        for (int i = 1; i < _open.Count; i++)
        {
            pointer = _open[i].Key is { } key
                ? JsonPointer.Append(pointer, key)
                : JsonPointer.Append(pointer, ((JsonArray)_open[i - 1].Node).Count - 1);
        }

        return pointer;
    }
}
