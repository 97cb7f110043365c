using System.Numerics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml;
using DatabricksApps.Instances;

namespace DatabricksApps.Prism;

/// <summary>Makes the arguments of a generated method from the document's schemas.</summary>
/// <param name="document">The document.</param>
/// <param name="operation">The operation.</param>
/// <param name="kind">Which instances of the schemas.</param>
internal sealed class Arguments(RawDocument document, Operation operation, InstanceKind kind)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        MaxDepth = 200,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new DurationConverter(), new BigIntegerConverter(), new TupleConverterFactory() },
    };

    /// <summary>Makes the argument of each parameter.</summary>
    /// <exception cref="InvalidOperationException">A parameter is none of the document's.</exception>
    public object?[] Make(MethodInfo method)
    {
        JsonNode? body = Filled(operation.Body);
        return [.. method.GetParameters().Select(parameter => Make(parameter, body))];
    }

    private object? Make(ParameterInfo parameter, JsonNode? body)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (parameter.ParameterType == typeof(AppRequestOptions))
        {
            return null;
        }

        string name = Plain(parameter.Name!);
        bool isOptional = parameter.HasDefaultValue;
        if (operation.Parameters.FirstOrDefault(given => IsNamed(name, given)) is { } own)
        {
            // An empty list has no spelling in a path.
            InstanceKind ownKind = own["in"]?.ToString() == "path" ? kind with { HasOptional = true } : kind;
            return isOptional && !kind.HasOptional ? null
                : Operation.SchemaOf(own) is { } schema ? Convert(new InstanceBuilder(document, ownKind).Build(schema), parameter.ParameterType)
                : Convert(JsonValue.Create("text"), parameter.ParameterType);
        }

        if (name is "body" or "requestbody" && !operation.IsForm)
        {
            return Convert(body, parameter.ParameterType);
        }

        if (operation.Body is not null && body is JsonObject members && members.FirstOrDefault(member => Plain(member.Key) == name || Plain("body_" + member.Key) == name) is { Key: not null } found)
        {
            return Convert(found.Value, parameter.ParameterType);
        }

        if (name is "body" or "requestbody")
        {
            return Convert(body, parameter.ParameterType);
        }

        return isOptional ? null
            : parameter.ParameterType == typeof(string) ? "text"
            : operation.Body is not null ? Convert(body, parameter.ParameterType)
            : throw new InvalidOperationException($"The parameter '{parameter.Name}' is none of the document's.");
    }

    // A request is one without what only the server sets.
    private JsonNode? Filled(JsonNode? schema) => schema is null ? null : new InstanceBuilder(document, kind with { IsRequest = true }).Build(schema);

    private static object? Convert(JsonNode? value, Type type)
    {
        if (type == typeof(AppFile))
        {
            return AppFile.FromBytes(new byte[] { 1, 2, 3 }, "file.bin", null);
        }

        if (type == typeof(IReadOnlyList<AppFile>))
        {
            return new[] { AppFile.FromBytes(new byte[] { 1, 2, 3 }, "file.bin", null) };
        }

        return type == typeof(string) && value is not JsonValue ? value?.ToJsonString() ?? "text" : value.Deserialize(type, s_options);
    }

    private static bool IsNamed(string name, JsonObject given)
    {
        string wire = given["name"]?.ToString() ?? "";
        return Plain(wire) == name || Plain($"{given["in"]}_{wire}") == name;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => XmlConvert.ToTimeSpan(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class BigIntegerConverter : JsonConverter<BigInteger>
    {
        public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            BigInteger.Parse(JsonElement.ParseValue(ref reader).ToString(), System.Globalization.CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
