namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Names the fields behind generated properties.</summary>
internal static class Fields
{
    /// <summary>Gets the field of a property: its name in camel case behind an underscore.</summary>
    public static string Of(string property) =>
        CSharpText.Identifier("_" + char.ToLowerInvariant(property[0]) + property.Substring(1));

    /// <summary>Gets the static field of a property's default.</summary>
    public static string DefaultOf(string property) => CSharpText.Identifier("s" + Of(property).TrimStart('@') + "Default");
}
