using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>How a parameter spells arrays and objects (OpenAPI, <c>style</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>a,b,c</c></summary>
    Simple,

    /// <summary><c>.a,b,c</c></summary>
    Label,

    /// <summary><c>;name=a,b,c</c></summary>
    Matrix,

    /// <summary><c>name=a,b,c</c>, or a pair for each item.</summary>
    Form,

    /// <summary><c>name=a%20b%20c</c></summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb%7Cc</c></summary>
    PipeDelimited,

    /// <summary><c>name[key]=value</c></summary>
    DeepObject,

    /// <summary><c>name=a%09b%09c</c> (OpenAPI 2.0, <c>collectionFormat: tsv</c>)</summary>
    TabDelimited,
}
