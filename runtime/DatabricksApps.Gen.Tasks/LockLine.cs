using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Tasks;

/// <summary>A line of a lock, as far as a build has to understand it: what stands left of the gap is the key, the first word behind it the name in C#.</summary>
internal readonly struct LockLine
{
    private readonly string[] _key;

    public LockLine(string line)
    {
        int gap = line.IndexOf("  ", StringComparison.Ordinal);
        Key = gap > 0 ? line.Substring(0, gap) : line;
        _key = Key.Split(' ');
        Words = line.Substring(Key.Length).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
    }

    public string Key { get; }

    /// <summary>Gets the words behind the key, the name among them.</summary>
    public IReadOnlyList<string> Words { get; }

    public string Name => Words.FirstOrDefault() ?? "";

    /// <summary>Gets the operation or type that it belongs to: an operation is a method and a route, an endpoint a route, a type its name.</summary>
    public string Owner => _key.Length > 1 && _key[1].StartsWith("/", StringComparison.Ordinal) ? _key[0] + " " + _key[1]
        : _key[0].StartsWith("/", StringComparison.Ordinal) ? _key[0]
        : _key[0].Split('.')[0];

    public bool IsOperation => Key == Owner && Key.IndexOf('/') >= 0;

    public bool IsMember => _key.Length == 1 && Key.IndexOf('.') > 0 && Key[0] != '/';

    public bool IsValue => _key.Length == 3 && _key[1] == "=";
}
