using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>A generated type writes itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>Writes the value as JSON.</summary>
    /// <param name="writer">The writer.</param>
    void WriteTo(Utf8JsonWriter writer);
}

/// <summary>A generated type reads itself: a model, an open enum, a union.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel, IJsonModel<TSelf>
{
    /// <summary>Reads a value.</summary>
    /// <param name="reader">Stands on the value's first token, and afterwards on its last.</param>
    /// <exception cref="JsonException">The JSON is not a value of the type; the message names the member and the cause.</exception>
    static abstract TSelf ReadFrom(ref Utf8JsonReader reader);

    /// <summary>Tells how well a value fits the type; of models, a union asks their <see cref="JsonMembers"/> instead.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    /// <returns>0: not at all; else the higher, the better.</returns>
    static virtual int FitOf(Utf8JsonReader reader) => JsonFit.OfKind(reader, JsonTokenType.StartObject);
}
