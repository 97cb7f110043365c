using System;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>The keywords of a schema object: the one list of them.</summary>
/// <remarks>
/// What is asked of several keywords at once is a set of these, in <see cref="KeywordSets"/>, and not a row of properties,
/// of which one may be forgotten. Tests walk this list against reading, comparing and everything that goes through schemas.
/// </remarks>
[Flags]
internal enum SchemaKeyword : ulong
{
    None = 0,

    // References.
    Ref = 1UL << 0,

    // Of any type.
    Type = 1UL << 1,
    Format = 1UL << 2,
    Enum = 1UL << 3,
    Const = 1UL << 4,
    Nullable = 1UL << 5,

    // Annotations.
    Title = 1UL << 6,
    Description = 1UL << 7,
    Deprecated = 1UL << 8,
    ReadOnly = 1UL << 9,
    WriteOnly = 1UL << 10,
    Default = 1UL << 11,
    Example = 1UL << 12,
    Examples = 1UL << 13,

    // Objects.
    Properties = 1UL << 14,
    Required = 1UL << 15,
    AdditionalProperties = 1UL << 16,
    PatternProperties = 1UL << 17,
    UnevaluatedProperties = 1UL << 18,
    MinProperties = 1UL << 19,
    MaxProperties = 1UL << 20,

    // Arrays.
    Items = 1UL << 21,
    PrefixItems = 1UL << 22,
    AdditionalItems = 1UL << 23,
    UnevaluatedItems = 1UL << 24,
    MinItems = 1UL << 25,
    MaxItems = 1UL << 26,
    UniqueItems = 1UL << 27,

    // Several schemas.
    AllOf = 1UL << 28,
    AnyOf = 1UL << 29,
    OneOf = 1UL << 30,
    Discriminator = 1UL << 31,
    DiscriminatorValue = 1UL << 32,

    // Texts and what they hold.
    ContentMediaType = 1UL << 33,
    ContentEncoding = 1UL << 34,
    ContentSchema = 1UL << 35,
    Pattern = 1UL << 36,
    MinLength = 1UL << 37,
    MaxLength = 1UL << 38,

    // Numbers.
    Minimum = 1UL << 39,
    Maximum = 1UL << 40,
    ExclusiveMinimum = 1UL << 41,
    ExclusiveMaximum = 1UL << 42,
    MultipleOf = 1UL << 43,

    // What no C# type has.
    Not = 1UL << 44,
    If = 1UL << 45,
    Then = 1UL << 46,
    Else = 1UL << 47,
    Contains = 1UL << 48,
    DependentSchemas = 1UL << 49,
    DependentRequired = 1UL << 50,
    Dependencies = 1UL << 51,
}
