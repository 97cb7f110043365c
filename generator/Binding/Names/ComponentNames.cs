using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Finds the names that a component could have.</summary>
/// <remarks>
/// FastAPI's keys are the class name (<c>Item</c>), for generics with the arguments (<c>Page_Item_</c>, titled
/// <c>Page[Item]</c>), for two classes of one name with their module (<c>app__models__Item</c>), and for one class that
/// differs between request and response <c>Item-Input</c> and <c>Item-Output</c>.
/// </remarks>
internal static class ComponentNames
{
    public static IEnumerable<string> Candidates(ApiComponent component, ComponentTypes components)
    {
        string shortName = ShortName(component, components);
        yield return shortName;

        // One word of the module path, then two, …: Item becomes ModelsItem, then AppModelsItem.
        string[] path = component.Name.Split(new[] { "__" }, StringSplitOptions.RemoveEmptyEntries);
        string prefix = string.Empty;
        for (int i = path.Length - 2; i >= 0; i--)
        {
            prefix = Words.Pascal(path[i]) + prefix;
            yield return Words.Fit(prefix + shortName);
        }

        yield return Words.Pascal(component.Name);
        yield return Words.PascalWithSymbols(component.Name);
        yield return shortName.Length > 0 ? Words.Fit(shortName + "Schema") : "";
    }

    private static string ShortName(ApiComponent component, ComponentTypes components)
    {
        if (NumberedComponents.NameOf(component, components) is { } name)
        {
            return name;
        }

        string key = component.Name;
        if (components.IsTwin(component))
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
}
