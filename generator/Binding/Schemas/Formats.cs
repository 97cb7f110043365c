using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Chooses the C# type of a scalar schema.</summary>
internal static class Formats
{
    private const string AspNetNumber = @"^-?(?:0|[1-9]\d*)";

    /// <summary>Tells whether a format means a string even where the document gives no type.</summary>
    public static bool ImpliesString(string? format) =>
        format is "date-time" or "date" or "time" or "uuid" or "uuid4" or "uri" or "url" or "binary" or "byte" or "password" or "email";

    /// <summary>Tells which number a schema without a type is; None: it does not say.</summary>
    /// <remarks>ASP.NET Core's documents of 3.0 leave out the type of what it reads from strings too: 3.0 has one type a schema.</remarks>
    public static ApiType ImpliedNumber(ApiSchema schema) => schema.Format switch
    {
        "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" => ApiType.Integer,
        "float" or "double" => ApiType.Number,
        null when schema.Pattern == AspNetNumber + "$" => ApiType.Integer,
        null when IsNumberPattern(schema.Pattern) => ApiType.Number,
        _ => ApiType.None,
    };

    /// <summary>Leaves out the branch by which ASP.NET Core says of a number that it may be <c>"NaN"</c> too: every number is read and written so.</summary>
    public static IReadOnlyList<ApiSchema> WithoutNotFinite(IReadOnlyList<ApiSchema> branches) =>
        branches.Any(IsNotFinite) && branches.Any(branch => SchemaFacts.TypesOf(branch) == ApiType.Number)
            ? branches.Where(branch => !IsNotFinite(branch)).ToList()
            : branches;

    private static bool IsNotFinite(ApiSchema branch) =>
        branch.Enum is { Count: > 0 } values && values.All(v => v.Node is JsonValue value && value.ToString() is "NaN" or "Infinity" or "-Infinity");

    /// <summary>Chooses the type of a string.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="writer">What wrote the document, if it says so.</param>
    public static TypeKind OfString(ApiSchema schema, string? writer = null) => schema.Format switch
    {
        "date-time" => TypeKind.DateTime,
        "date" => TypeKind.Date,
        "time" => TypeKind.Time,
        "duration" => IsConstantDuration(schema, writer) ? TypeKind.ConstantDuration : TypeKind.Duration,
        "uuid" or "uuid1" or "uuid3" or "uuid4" or "uuid5" => TypeKind.Guid,
        "uri" or "url" or "uri-reference" => TypeKind.Uri,
        "byte" or "base64" => TypeKind.Bytes,
        "binary" when schema.ContentEncoding == "base64" => TypeKind.Bytes,
        "decimal" => TypeKind.DecimalString,
        null when schema.ContentEncoding == "base64" => TypeKind.Bytes,
        null when IsDecimalPattern(schema.Pattern) => TypeKind.DecimalString,
        _ => TypeKind.String,
    };

    public static TypeKind OfInteger(ApiSchema schema) => schema.Format switch
    {
        "int32" or "int16" or "int8" or "uint16" or "uint8" => TypeKind.Int32,
        "uint64" => TypeKind.BigInteger,
        _ => IsBeyondInt64(schema.Maximum) || IsBeyondInt64(schema.Minimum) ? TypeKind.BigInteger : TypeKind.Int64,
    };

    public static TypeKind OfNumber(ApiSchema schema) => schema.Format switch
    {
        "float" => TypeKind.Single,
        "decimal" => TypeKind.Decimal,
        "int32" => TypeKind.Int32,
        "int64" => TypeKind.Int64,
        "double" when schema.Pattern == AspNetNumber + @"(?:\.\d+)?$" => TypeKind.Decimal,
        _ => TypeKind.Double,
    };

    /// <summary>Tells whether a string is the bytes of a file where there is a place for them.</summary>
    /// <remarks>
    /// 3.0 writes <c>format: binary</c>, 3.1 a <c>contentMediaType</c> that is no text, without an encoding (3.1.1, "Working
    /// with Binary Data"); FastAPI has written both.
    /// </remarks>
    public static bool IsBinary(ApiSchema schema) =>
        schema is { Format: "binary", ContentEncoding: null }
        || (schema is { ContentMediaType: { } mediaType, ContentEncoding: null, ContentSchema: null, Format: null } && !IsTextual(mediaType));

    // NSwag, and FastEndpoints by it, calls .NET's TimeSpan a duration, though it is not written as ISO 8601 has it. What
    // an example or the default shows counts first.
    private static bool IsConstantDuration(ApiSchema schema, string? writer)
    {
        string shown = (schema.Example?.Node ?? schema.Default?.Node)?.ToString() ?? "";
        return shown.Contains(":")
            || (!shown.TrimStart('-', '+').StartsWith("P", StringComparison.Ordinal)
                && writer?.StartsWith("NSwag", StringComparison.OrdinalIgnoreCase) == true);
    }

    private static bool IsTextual(string mediaType) =>
        mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0
        || mediaType.IndexOf("xml", StringComparison.OrdinalIgnoreCase) >= 0
        || mediaType.IndexOf("yaml", StringComparison.OrdinalIgnoreCase) >= 0
        || mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a pattern is Pydantic's for <c>Decimal</c>.</summary>
    /// <remarks>Pydantic writes <c>^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$</c>, with the digits counted where they are limited.</remarks>
    public static bool IsDecimalPattern(string? pattern) =>
        pattern is not null
        && pattern.StartsWith("^(?!^[-+.]*$)[+-]?0*", StringComparison.Ordinal)
        && pattern.EndsWith("$", StringComparison.Ordinal);

    /// <summary>Tells whether a string beside a number is only ASP.NET Core's other spelling of that number.</summary>
    /// <remarks>
    /// Its apps read numbers from strings too, and say so by a second type and a pattern; they write numbers. The pattern
    /// of <c>decimal</c>, which has the format <c>double</c>, knows no exponent.
    /// </remarks>
    public static bool IsNumberPattern(string? pattern) =>
        pattern is not null && pattern.StartsWith(AspNetNumber, StringComparison.Ordinal);

    private static bool IsBeyondInt64(string? bound) =>
        bound is not null
        && double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && Math.Abs(value) > 9.3e18;
}
