using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DatabricksApps.Generated;

/// <summary>Resolves generated types, and lists and arrays of them, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonTypes : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, TypeInfos> _types = [];

    /// <summary>Adds a generated type.</summary>
    public void Add<T>()
        where T : IJsonModel, IJsonModel<T> => _types[typeof(T)] = new TypeInfos<T>();

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        if (_types.TryGetValue(type, out TypeInfos? infos))
        {
            return infos.Value(options);
        }

        if (type.IsSZArray)
        {
            return _types.TryGetValue(type.GetElementType()!, out infos) ? infos.Array(options) : null;
        }

        if (!type.IsConstructedGenericType || !_types.TryGetValue(type.GenericTypeArguments[0], out infos))
        {
            return null;
        }

        Type definition = type.GetGenericTypeDefinition();
        return definition == typeof(List<>) ? infos.List(options)
            : definition == typeof(IReadOnlyList<>) ? infos.ReadOnlyList(options)
            : null;
    }

    private abstract class TypeInfos
    {
        public abstract JsonTypeInfo Value(JsonSerializerOptions options);

        public abstract JsonTypeInfo Array(JsonSerializerOptions options);

        public abstract JsonTypeInfo List(JsonSerializerOptions options);

        public abstract JsonTypeInfo ReadOnlyList(JsonSerializerOptions options);
    }

    private sealed class TypeInfos<T> : TypeInfos
        where T : IJsonModel, IJsonModel<T>
    {
        public override JsonTypeInfo Value(JsonSerializerOptions options) =>
            JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>());

        public override JsonTypeInfo Array(JsonSerializerOptions options) =>
            JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>());

        public override JsonTypeInfo List(JsonSerializerOptions options) => JsonMetadataServices.CreateListInfo<List<T>, T>(
            options,
            new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });

        public override JsonTypeInfo ReadOnlyList(JsonSerializerOptions options) =>
            JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());
    }
}
