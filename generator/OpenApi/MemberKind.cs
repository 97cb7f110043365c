namespace DatabricksApps.Gen.OpenApi;

/// <summary>What a member of an OpenAPI object holds, and what is read in its place where it was likely meant.</summary>
internal enum MemberKind
{
    /// <summary>A text; a number or Boolean is read as it is spelled.</summary>
    Text,

    /// <summary>A text that is often a number, such as a version, which nobody needs to be told of.</summary>
    Version,

    /// <summary>A Boolean, also as a text.</summary>
    Flag,

    /// <summary>A number, also as a text.</summary>
    Number,

    /// <summary>A number, or a Boolean about the one beside it (until 3.0).</summary>
    NumberOrFlag,

    /// <summary>An array of texts; one text is read as a list of it.</summary>
    Texts,

    /// <summary>The values of an <c>enum</c>; one value that is no object is read as a list of it.</summary>
    Values,

    /// <summary>An array of objects; one object is read as a list of it.</summary>
    Objects,

    /// <summary>An array of anything.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A schema, or a Boolean that is one.</summary>
    SchemaOrFlag,

    /// <summary>An object, or a text in its place (2.0).</summary>
    ObjectOrText,

    /// <summary>What another place tells of, or what may be anything.</summary>
    Other,
}
