using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>The base of the models whose further properties have a schema.</summary>
/// <typeparam name="T">The C# type of a further property.</typeparam>
/// <typeparam name="TJson">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonModel<T, TJson> : JsonModel
    where TJson : IJson<T>
{
    private IReadOnlyDictionary<string, T>? _additionalProperties;

    /// <summary>Initializes a model without assigned members.</summary>
    protected JsonModel()
    {
    }

    /// <summary>Initializes a copy.</summary>
    /// <param name="original">The model to copy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    protected JsonModel(JsonModel<T, TJson> original)
        : base(original) => _additionalProperties = original._additionalProperties;

    /// <summary>Gets the properties beyond the named ones; they are written behind the others.</summary>
    public new IReadOnlyDictionary<string, T> AdditionalProperties
    {
        get => _additionalProperties ?? ReadOnlyDictionary<string, T>.Empty;
        init => _additionalProperties = value;
    }

    private protected override bool ReadAdditional(JsonMembers members, string name, ref Utf8JsonReader reader)
    {
        try
        {
            _additionalProperties ??= new Dictionary<string, T>(StringComparer.Ordinal);
            ((Dictionary<string, T>)_additionalProperties)[name] = TJson.Read(ref reader);
            return true;
        }
        catch (JsonException exception) when (JsonFault.Passes(exception, GetType(), name, members.MasksAdditional))
        {
            throw;
        }
    }

    private protected override void WriteAdditional(Utf8JsonWriter writer, JsonMembers members)
    {
        foreach (KeyValuePair<string, T> property in AdditionalProperties)
        {
            if (members.Find(Encoding.UTF8.GetBytes(property.Key)) < 0)
            {
                writer.WritePropertyName(property.Key);
                if (members.MasksAdditional && JsonMask.Masks(writer))
                {
                    writer.WriteStringValue(JsonMask.Mask);
                    continue;
                }

                TJson.Write(writer, property.Value);
            }
        }
    }
}
