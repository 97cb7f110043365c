using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON's null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonNull
{
    /// <summary>Whether the reader stands on null.</summary>
    public static bool Is(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Whether the reader stands on a null that the document does not tell, and that is read as C#'s.</summary>
    public static bool IsUndeclared(ref Utf8JsonReader reader) => Leniency.IsNull(reader);
}
