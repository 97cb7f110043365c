using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>The media types that the user wants where the document offers several: the item's <c>MediaTypes</c>, the best first.</summary>
internal sealed class PreferredMediaTypes
{
    private readonly IReadOnlyList<string> _names;

    public PreferredMediaTypes(IReadOnlyList<string> names) => _names = names;

    public bool Has(string mediaType) => RankOf(mediaType) < _names.Count;

    /// <summary>Gets the place of a media type in the list; behind the list if it is not there.</summary>
    /// <remarks>One without parameters means all that differ in their parameters.</remarks>
    public int RankOf(string mediaType)
    {
        string whole = MediaTypes.OnWire(mediaType);
        string essence = MediaTypes.Essence(mediaType);
        for (int i = 0; i < _names.Count; i++)
        {
            string wanted = MediaTypes.OnWire(_names[i]);
            if (string.Equals(wanted, whole, StringComparison.OrdinalIgnoreCase) || string.Equals(wanted, essence, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return _names.Count;
    }
}
