using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DatabricksApps.Generated;

/// <summary>Resolves generated types, lists, arrays and maps of them, and what else a client gives, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonTypes : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, TypeInfos> _types = [];
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _values = [];

    /// <summary>Adds a generated type.</summary>
    public void Add<T>()
        where T : IJsonModel, IJsonModel<T> => _types[typeof(T)] = new TypeInfos<T>();

    /// <summary>Adds another type by its codec.</summary>
    public void Add<T, TJson>()
        where TJson : IJson<T> =>
        _values[typeof(T)] = static options => JsonMetadataServices.CreateValueInfo<T>(options, new CodecConverter<T, TJson>());

    /// <summary>Adds a stream of items.</summary>
    public void AddStream<T>() => _values[typeof(IAsyncEnumerable<T>)] =
        static options => JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(
            options, new JsonCollectionInfoValues<IAsyncEnumerable<T>>());

    /// <summary>Adds a stream of events, and the events, by the codec of their data.</summary>
    public void AddEvents<T, TJson>()
        where TJson : IJson<T>
    {
        _values[typeof(AppEvent<T>)] = static options => JsonMetadataServices.CreateValueInfo<AppEvent<T>>(options, new EventConverter<T, TJson>());
        AddStream<AppEvent<T>>();
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        return _values.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? value) ? value(options) : OfGenerated(type, options);
    }

    // Of generated types also what no member has: a program makes lists of its own.
    private JsonTypeInfo? OfGenerated(Type type, JsonSerializerOptions options)
    {
        if (_types.TryGetValue(type, out TypeInfos? infos))
        {
            return infos.Value(options);
        }

        if (type.IsSZArray)
        {
            return _types.TryGetValue(type.GetElementType()!, out infos) ? infos.Array(options) : null;
        }

        if (!type.IsConstructedGenericType || !_types.TryGetValue(type.GenericTypeArguments[^1], out infos))
        {
            return null;
        }

        Type definition = type.GetGenericTypeDefinition();
        return definition == typeof(List<>) ? infos.List(options)
            : definition == typeof(IReadOnlyList<>) ? infos.ReadOnlyList(options)
            : type.GenericTypeArguments[0] != typeof(string) ? null
            : definition == typeof(Dictionary<,>) ? infos.Dictionary(options)
            : definition == typeof(IReadOnlyDictionary<,>) ? infos.Map(options)
            : null;
    }

    private abstract class TypeInfos
    {
        public abstract JsonTypeInfo Value(JsonSerializerOptions options);

        public abstract JsonTypeInfo Array(JsonSerializerOptions options);

        public abstract JsonTypeInfo List(JsonSerializerOptions options);

        public abstract JsonTypeInfo ReadOnlyList(JsonSerializerOptions options);

        public abstract JsonTypeInfo Dictionary(JsonSerializerOptions options);

        public abstract JsonTypeInfo Map(JsonSerializerOptions options);
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

        // By the codec, as members are: a map's keys are the app's own, and no policy of the options renames them.
        public override JsonTypeInfo Dictionary(JsonSerializerOptions options) =>
            JsonMetadataServices.CreateValueInfo<Dictionary<string, T>>(options, new DictionaryConverter<T>());

        public override JsonTypeInfo Map(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<IReadOnlyDictionary<string, T>>(
            options, new CodecConverter<IReadOnlyDictionary<string, T>, MapJson<T, ModelJson<T>>>());
    }
}
