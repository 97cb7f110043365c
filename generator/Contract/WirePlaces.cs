using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract;

/// <summary>
/// Spells places so that they stay when a neighbour goes: a parameter by its name, not by its number in the list, which is that
/// of another one once a parameter before it is gone.
/// </summary>
internal sealed class WirePlaces
{
    private const string Parameters = "/parameters/";

    private static readonly string[] s_lists = { "oneOf", "anyOf", "allOf", "prefixItems" };

    private readonly Dictionary<string, string> _names;

    private WirePlaces(Dictionary<string, string> names) => _names = names;

    /// <summary>Gets what spells places as they are.</summary>
    public static WirePlaces None { get; } = new(new(StringComparer.Ordinal));

    /// <param name="parameters">The parameters of a document: the pointer of each, where it goes (<c>query</c>), its name.</param>
    public static WirePlaces Of(IEnumerable<(string Pointer, string Location, string Name)> parameters) => new(parameters
        .Where(parameter => parameter.Pointer.Length > 0)
        .GroupBy(parameter => parameter.Pointer, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Location + ":" + same.First().Name, StringComparer.Ordinal));

    /// <summary>
    /// Gets a place without the numbers of alternatives, which are those of others once something is inserted before them; null: it
    /// has none.
    /// </summary>
    public static string? WithoutNumbers(string place)
    {
        string[] words = place.Split('/');
        bool hasNumbers = false;
        for (int i = 1; i < words.Length; i++)
        {
            if (words[i].Length > 0 && words[i].All(char.IsDigit) && s_lists.Contains(words[i - 1]))
            {
                hasNumbers = true;
                words[i] = "*";
            }
        }

        return hasNumbers ? string.Join("/", words) : null;
    }

    /// <summary>Gets a place without the names of the path parameters of its route, whose places are on the wire.</summary>
    public static string WithoutNames(string place)
    {
        if (place.IndexOf('{') < 0)
        {
            return place;
        }

        string shape = RouteNames.Shape(place);
        foreach ((string name, int i) in RouteNames.Of(place).Select((name, i) => (name, i)))
        {
            shape = shape.Replace(Parameters + "path:" + name + "/", $"{Parameters}path:{{{i}}}/");
        }

        return shape;
    }

    /// <summary>Gets the place of a pointer.</summary>
    public string Of(string pointer)
    {
        int list = _names.Count == 0 ? -1 : pointer.IndexOf(Parameters, StringComparison.Ordinal);
        if (list < 0)
        {
            return pointer;
        }

        int end = pointer.IndexOf('/', list + Parameters.Length);
        end = end < 0 ? pointer.Length : end;
        return _names.TryGetValue(pointer.Substring(0, end), out string? name)
            ? Pointers.Below(pointer.Substring(0, list) + "/parameters", name) + pointer.Substring(end)
            : pointer;
    }
}
