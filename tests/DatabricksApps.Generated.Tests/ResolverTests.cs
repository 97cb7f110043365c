using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MyApp.EnumsApi;
using MyApp.ErrorsApi;
using MyApp.ResponsesApi;
using MyApp.ScalarsApi;
using MyApp.StructuresApi;
using MyApp.UnionsApi;

namespace DatabricksApps.Generated.Tests;

/// <summary>Where reflection is off, the resolver of a client knows everything that a method or member of the client gives.</summary>
public sealed class ResolverTests
{
    private static readonly Dictionary<string, IJsonTypeInfoResolver> s_resolvers = new()
    {
        [typeof(EnumsClient).Namespace!] = EnumsJson.TypeInfoResolver,
        [typeof(ErrorsClient).Namespace!] = ErrorsJson.TypeInfoResolver,
        [typeof(ResponsesClient).Namespace!] = ResponsesJson.TypeInfoResolver,
        [typeof(ScalarsClient).Namespace!] = ScalarsJson.TypeInfoResolver,
        [typeof(StructuresClient).Namespace!] = StructuresJson.TypeInfoResolver,
        [typeof(UnionsClient).Namespace!] = UnionsJson.TypeInfoResolver,
    };

    public static TheoryData<string> Namespaces => [.. s_resolvers.Keys];

    [Theory]
    [MemberData(nameof(Namespaces))]
    public void It_knows_what_every_public_member_gives(string space)
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = s_resolvers[space] };
        List<Type> given = typeof(ResolverTests).Assembly.GetTypes()
            .Where(type => type.Namespace == space && type.IsPublic)
            .SelectMany(GivenBy)
            .Distinct()
            .ToList();

        Assert.NotEmpty(given);
        Assert.Empty(given.Where(type => !options.TryGetTypeInfo(type, out _)).Select(type => type.ToString()));
    }

    [Fact]
    public async Task It_writes_streams_maps_and_what_may_be_null()
    {
        JsonSerializerOptions responses = new() { TypeInfoResolver = ResponsesJson.TypeInfoResolver };
        ResponsesClient client = new(StubHandler.Json("[]").Client());
        using MemoryStream stream = new();
        await JsonSerializer.SerializeAsync(stream, await client.ReadListAsync(cancellationToken: TestContext.Current.CancellationToken), responses, TestContext.Current.CancellationToken);
        Assert.Equal("[]"u8.ToArray(), stream.ToArray());

        JsonSerializerOptions enums = new() { TypeInfoResolver = EnumsJson.TypeInfoResolver };
        Assert.Equal("\"teal\"", JsonSerializer.Serialize<Color?>(new Color("teal"), enums));
        Assert.Equal("null", JsonSerializer.Serialize<Color?>(null, enums));
        Assert.Equal("""{"a":"teal"}""", JsonSerializer.Serialize<IReadOnlyDictionary<string, Color>>(new Dictionary<string, Color> { ["a"] = new("teal") }, enums));

        JsonSerializerOptions structures = new() { TypeInfoResolver = StructuresJson.TypeInfoResolver };
        Assert.Equal("""{"a":{"id":1}}""", JsonSerializer.Serialize(new Dictionary<string, Base> { ["a"] = new() { Id = 1 } }, structures));
    }

    private static IEnumerable<Type> GivenBy(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance;
        bool isCaller = type.Name.EndsWith("Client", StringComparison.Ordinal) || type.Name.EndsWith("Operations", StringComparison.Ordinal);
        if (isCaller)
        {
            return type.GetMethods(own | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
                .SelectMany(method => ResultsOf(method.ReturnType));
        }

        bool isModel = type.GetInterfaces().Any(face => face == typeof(IJsonModel));
        return !isModel ? [] : type.GetProperties(own)

            // What a value says about itself is no JSON: Value of a union, and of an enum which of its names it has.
            .Where(property => property.PropertyType != typeof(object) && property.Name != "IsKnown" && property.PropertyType.DeclaringType != type)
            .Select(property => property.PropertyType)
            .Concat(type.GetMethods(own).Where(method => method.Name.StartsWith("TryGet", StringComparison.Ordinal)).Select(method => method.GetParameters()[0].ParameterType.GetElementType()!))
            .Append(type)
            .Append(type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type)
            .Append(typeof(IReadOnlyDictionary<,>).MakeGenericType(typeof(string), type))
            .Append(typeof(IReadOnlyList<>).MakeGenericType(type))
            .SelectMany(PartsOf);
    }

    // A file, an answer as it came and a failure are read and not written; what any call gives is that of the call.
    private static IEnumerable<Type> ResultsOf(Type returned) =>
        !returned.IsGenericType ? []
        : returned.GetGenericTypeDefinition() == typeof(Task<>) ? PartsOf(returned.GenericTypeArguments[0]).Where(type => !type.ContainsGenericParameters && type != typeof(AppFile) && type != typeof(AppAnswer) && type != typeof(AppException))
        : PartsOf(returned);

    // With what it consists of: an item is given as well as its list.
    private static IEnumerable<Type> PartsOf(Type type) =>
        type.IsConstructedGenericType ? type.GenericTypeArguments.SelectMany(PartsOf).Append(type) : [type];
}
