using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Names the type of each component schema.</summary>
/// <remarks>
/// FastAPI's keys are the class name (<c>Item</c>), for generics with the arguments (<c>Page_Item_</c>, titled
/// <c>Page[Item]</c>), for two classes of one name with their module (<c>app__models__Item</c>), and for one class that
/// differs between request and response <c>Item-Input</c> and <c>Item-Output</c>.
/// </remarks>
internal static class ComponentNames
{
    /// <summary>Proposes a name for each component; twins share one.</summary>
    /// <param name="components">The components of the document.</param>
    /// <param name="twins">The pairs of requests and responses.</param>
    /// <param name="nullables">The components that are another one or null.</param>
    /// <param name="scope">The names that are taken.</param>
    public static Dictionary<ApiComponent, string> Propose(
        IReadOnlyList<ApiComponent> components,
        IReadOnlyDictionary<ApiComponent, ApiComponent> twins,
        IReadOnlyDictionary<ApiComponent, ApiComponent> nullables,
        NameScope scope)
    {
        List<ApiComponent> named = components.Where(c => !nullables.ContainsKey(c) && (!twins.ContainsKey(c) || Twins.IsInput(c))).ToList();
        Dictionary<ApiComponent, string> names = new();
        ILookup<string, ApiComponent> byShortName = named.ToLookup(c => ShortName(c, twins), StringComparer.Ordinal);

        // Names that nobody else wants are given first, so that a clash lengthens only those that clash.
        foreach (ApiComponent component in named)
        {
            string name = ShortName(component, twins);
            if (byShortName[name].Count() == 1 && scope.TryTake(name))
            {
                names.Add(component, name);
            }
        }

        foreach (ApiComponent component in named.Where(c => !names.ContainsKey(c)))
        {
            names.Add(component, scope.Take(Candidates(component, ShortName(component, twins)).ToArray()));
        }

        foreach (ApiComponent twin in components.Where(c => !names.ContainsKey(c)).ToList())
        {
            names.Add(twin, names[nullables.TryGetValue(twin, out ApiComponent? plain) ? plain : twins[twin]]);
        }

        return names;
    }

    private static string ShortName(ApiComponent component, IReadOnlyDictionary<ApiComponent, ApiComponent> twins)
    {
        string key = component.Name;
        if (twins.ContainsKey(component))
        {
            key = Twins.BaseName(key)!;
        }

        // The key of a generic has an underscore for each bracket and comma; its title still shows which is which.
        if (component.Schema.Title is { } title && title.IndexOf('[') > 0 && (Twins.BaseName(key) ?? key).EndsWith("_", StringComparison.Ordinal))
        {
            return Words.Pascal(title + Twins.Suffix(key));
        }

        int module = key.LastIndexOf("__", StringComparison.Ordinal);
        if (module > 0 && module + 2 < key.Length && !key.EndsWith("_", StringComparison.Ordinal))
        {
            key = key.Substring(module + 2);
        }

        return Words.Pascal(key);
    }

    private static IEnumerable<string> Candidates(ApiComponent component, string shortName)
    {
        // One word of the module path, then two, …: Item becomes ModelsItem, then AppModelsItem.
        string[] path = component.Name.Split(new[] { "__" }, StringSplitOptions.RemoveEmptyEntries);
        string prefix = string.Empty;
        for (int i = path.Length - 2; i >= 0; i--)
        {
            prefix = Words.Pascal(path[i]) + prefix;
            yield return Words.Fit(prefix + shortName);
        }

        yield return shortName;
        yield return Words.Pascal(component.Name);
        yield return Words.PascalWithSymbols(component.Name);
    }
}
