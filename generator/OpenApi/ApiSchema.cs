using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>A schema as the document states it: keywords, nothing concluded from them.</summary>
/// <remarks>
/// A schema that is a reference has <see cref="Target"/> (or <see cref="ReferenceError"/>) and, of the keywords, only
/// the <see cref="Annotations"/> that stood beside <c>$ref</c>. Siblings that constrain are read as <c>allOf: [$ref]</c> with those siblings.
/// Cycles go through <see cref="Target"/>; the properties of a schema may be read lazily.
/// </remarks>
internal sealed class ApiSchema
{
    private SchemaKeyword? _says;

    /// <summary>Gets the JSON pointer, such as <c>/components/schemas/Item/properties/price</c>.</summary>
    public required string Pointer { get; init; }

    /// <summary>Gets the component that a reference points at.</summary>
    public ApiComponent? Target { get; set; }

    /// <summary>Gets the text of a reference that points at nothing.</summary>
    public string? ReferenceError { get; init; }

    /// <summary>Gets the types; <see cref="ApiType.None"/> if the document gives none.</summary>
    public ApiType Types { get; init; }

    /// <summary>Gets whether <c>nullable: false</c> takes null from what the schema refers to or is put together of.</summary>
    public bool ForbidsNull { get; init; }

    /// <summary>Gets whether it says <c>nullable: true</c> and nothing else: any value by itself, null as a branch of a union.</summary>
    public bool IsNullableAlone { get; init; }

    public string? Format { get; init; }

    /// <summary>Gets what describes it.</summary>
    public ApiAnnotations Annotations { get; init; } = ApiAnnotations.None;

    public string? Title => Annotations.Title;

    public string? Description => Annotations.Description;

    public bool IsDeprecated => Annotations.IsDeprecated;

    public bool IsReadOnly => Annotations.IsReadOnly;

    public bool IsWriteOnly => Annotations.IsWriteOnly;

    public ApiValue? Default => Annotations.Default;

    public ApiValue? Example => Annotations.Example;

    /// <summary>Gets the constant; a JSON null is <see cref="ApiValue.Null"/>, none is null.</summary>
    public ApiValue? Const { get; init; }

    /// <summary>Gets the values of <c>enum</c>; null if there is no such keyword.</summary>
    public IReadOnlyList<ApiValue>? Enum { get; init; }

    /// <summary>Gets the properties, in the document's order.</summary>
    public IReadOnlyList<ApiProperty> Properties { get; init; } = Array.Empty<ApiProperty>();

    /// <summary>Gets the members that must be there where another one is: that one first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> DependentRequired { get; init; } = Array.Empty<IReadOnlyList<string>>();

    public IReadOnlyCollection<string> Required { get; init; } = Array.Empty<string>();

    /// <summary>Gets what <c>additionalProperties</c> says.</summary>
    public ApiAdditional AdditionalProperties { get; init; }

    /// <summary>Gets the schema of <see cref="ApiAdditional.Schema"/>.</summary>
    public ApiSchema? AdditionalPropertiesSchema { get; init; }

    public IReadOnlyList<ApiProperty> PatternProperties { get; init; } = Array.Empty<ApiProperty>();

    public ApiSchema? Items { get; init; }

    public IReadOnlyList<ApiSchema> PrefixItems { get; init; } = Array.Empty<ApiSchema>();

    /// <summary>Gets whether <c>items: false</c> (or its equivalent) forbids items beyond <see cref="PrefixItems"/>.</summary>
    public bool IsItemsForbidden { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public IReadOnlyList<ApiSchema> AllOf { get; init; } = Array.Empty<ApiSchema>();

    public IReadOnlyList<ApiSchema> AnyOf { get; init; } = Array.Empty<ApiSchema>();

    public IReadOnlyList<ApiSchema> OneOf { get; init; } = Array.Empty<ApiSchema>();

    public ApiDiscriminator? Discriminator { get; init; }

    /// <summary>Gets <c>x-ms-discriminator-value</c>: what 2.0, which has no mapping, says in its place.</summary>
    public string? DiscriminatorValue { get; init; }

    public string? ContentMediaType { get; init; }

    public string? ContentEncoding { get; init; }

    public ApiSchema? ContentSchema { get; init; }

    public string? Pattern { get; init; }

    /// <summary>Gets the bounds as the document spells them, for documentation.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? ExclusiveMinimum { get; init; }

    public string? ExclusiveMaximum { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Gets the number that values are multiples of, as the document spells it.</summary>
    public string? MultipleOf { get; init; }

    public int? MinProperties { get; init; }

    public int? MaxProperties { get; init; }

    /// <summary>Gets whether the schema allows nothing (<c>false</c>).</summary>
    public bool IsNever { get; init; }

    /// <summary>Gets which keywords say something; an empty list or map says nothing. A reference says what stands beside it.</summary>
    public SchemaKeyword Says => _says ??=
        Flag(Types != ApiType.None, SchemaKeyword.Type)
        | Flag(ForbidsNull, SchemaKeyword.Nullable)
        | Flag(Format, SchemaKeyword.Format)
        | Flag(Title, SchemaKeyword.Title)
        | Flag(Description, SchemaKeyword.Description)
        | Flag(IsDeprecated, SchemaKeyword.Deprecated)
        | Flag(IsReadOnly, SchemaKeyword.ReadOnly)
        | Flag(IsWriteOnly, SchemaKeyword.WriteOnly)
        | Flag(Default, SchemaKeyword.Default)
        | Flag(Const, SchemaKeyword.Const)
        | Flag(Enum, SchemaKeyword.Enum)
        | Flag(Example, SchemaKeyword.Example)
        | Flag(Properties.Count > 0, SchemaKeyword.Properties)
        | Flag(Required.Count > 0, SchemaKeyword.Required)
        | Flag(AdditionalProperties != ApiAdditional.Unspecified, SchemaKeyword.AdditionalProperties)
        | Flag(PatternProperties.Count > 0, SchemaKeyword.PatternProperties)
        | Flag(MinProperties, SchemaKeyword.MinProperties)
        | Flag(MaxProperties, SchemaKeyword.MaxProperties)
        | Flag(Items, SchemaKeyword.Items)
        | Flag(IsItemsForbidden, SchemaKeyword.AdditionalItems)
        | Flag(PrefixItems.Count > 0, SchemaKeyword.PrefixItems)
        | Flag(MinItems, SchemaKeyword.MinItems)
        | Flag(MaxItems, SchemaKeyword.MaxItems)
        | Flag(AllOf.Count > 0, SchemaKeyword.AllOf)
        | Flag(AnyOf.Count > 0, SchemaKeyword.AnyOf)
        | Flag(OneOf.Count > 0, SchemaKeyword.OneOf)
        | Flag(Discriminator, SchemaKeyword.Discriminator)
        | Flag(DiscriminatorValue, SchemaKeyword.DiscriminatorValue)
        | Flag(ContentMediaType, SchemaKeyword.ContentMediaType)
        | Flag(ContentEncoding, SchemaKeyword.ContentEncoding)
        | Flag(ContentSchema, SchemaKeyword.ContentSchema)
        | Flag(Pattern, SchemaKeyword.Pattern)
        | Flag(MinLength, SchemaKeyword.MinLength)
        | Flag(MaxLength, SchemaKeyword.MaxLength)
        | Flag(Minimum, SchemaKeyword.Minimum)
        | Flag(Maximum, SchemaKeyword.Maximum)
        | Flag(ExclusiveMinimum, SchemaKeyword.ExclusiveMinimum)
        | Flag(ExclusiveMaximum, SchemaKeyword.ExclusiveMaximum)
        | Flag(MultipleOf, SchemaKeyword.MultipleOf);

    /// <summary>Tells whether one of these keywords says something.</summary>
    public bool Has(SchemaKeyword any) => (Says & any) != SchemaKeyword.None;

    private static SchemaKeyword Flag(object? value, SchemaKeyword keyword) => value is null ? SchemaKeyword.None : keyword;

    private static SchemaKeyword Flag(bool isSaid, SchemaKeyword keyword) => isSaid ? keyword : SchemaKeyword.None;
}

/// <summary>A property of an object schema (or a pattern of <c>patternProperties</c>).</summary>
internal sealed class ApiProperty
{
    public required string Name { get; init; }

    public required ApiSchema Schema { get; init; }
}

/// <summary>The keyword <c>discriminator</c>.</summary>
internal sealed class ApiDiscriminator
{
    public required string PropertyName { get; init; }

    /// <summary>Gets the values with the component that each names, in the document's order.</summary>
    public required IReadOnlyList<KeyValuePair<string, ApiComponent>> Mapping { get; init; }
}

/// <summary>The types that a schema allows.</summary>
[Flags]
internal enum ApiType
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}

/// <summary>What <c>additionalProperties</c> says.</summary>
internal enum ApiAdditional
{
    /// <summary>The keyword is absent.</summary>
    Unspecified,

    /// <summary><c>true</c> or an empty schema.</summary>
    Allowed,

    /// <summary><c>false</c></summary>
    Forbidden,

    /// <summary>A schema.</summary>
    Schema,
}
