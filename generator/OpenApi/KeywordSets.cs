using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>The keywords of which one thing holds.</summary>
internal static class KeywordSets
{
    /// <summary>
    /// What a schema is told about that limits no value. Beside a reference (from 3.1 on, and before by authors who mean
    /// it) these describe the reference; everything else makes the schema more than that.
    /// </summary>
    public const SchemaKeyword Annotations =
        SchemaKeyword.Title | SchemaKeyword.Description | SchemaKeyword.Deprecated | SchemaKeyword.ReadOnly | SchemaKeyword.WriteOnly
        | SchemaKeyword.Default | SchemaKeyword.Example | SchemaKeyword.Examples | SchemaKeyword.DiscriminatorValue;

    /// <summary>What the server checks and no C# type says, so that it is told.</summary>
    public const SchemaKeyword Unchecked =
        SchemaKeyword.Not | SchemaKeyword.If | SchemaKeyword.Then | SchemaKeyword.Else | SchemaKeyword.Contains
        | SchemaKeyword.DependentSchemas | SchemaKeyword.DependentRequired | SchemaKeyword.Dependencies;

    /// <summary>
    /// What makes a schema more than the reference beside it. A format alone does not, since those who write one there
    /// repeat that of the target; null is put around the reference.
    /// </summary>
    public const SchemaKeyword BesideReference =
        ~(Annotations | Unchecked | SchemaKeyword.Ref | SchemaKeyword.Format | SchemaKeyword.Nullable);

    /// <summary>The branches of a union.</summary>
    public const SchemaKeyword Branches = SchemaKeyword.AnyOf | SchemaKeyword.OneOf;

    /// <summary>What decides, by itself, which C# type a value has.</summary>
    public const SchemaKeyword Shape =
        SchemaKeyword.Format | SchemaKeyword.Enum | SchemaKeyword.Const
        | SchemaKeyword.Properties | SchemaKeyword.PatternProperties
        | SchemaKeyword.Items | SchemaKeyword.PrefixItems
        | SchemaKeyword.AllOf | Branches;

    /// <summary>What gives the branches of a union a shape of their own around them.</summary>
    public const SchemaKeyword AroundBranches =
        (Shape & ~Branches) | SchemaKeyword.Type | SchemaKeyword.Required | SchemaKeyword.AdditionalProperties | SchemaKeyword.Discriminator;

    /// <summary>Gets the keywords of a set one by one.</summary>
    public static IEnumerable<SchemaKeyword> Each(this SchemaKeyword set)
    {
        for (SchemaKeyword left = set; left != SchemaKeyword.None; left &= left - 1)
        {
            yield return left & ~(left - 1);
        }
    }
}
