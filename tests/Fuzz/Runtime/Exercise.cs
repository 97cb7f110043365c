using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Does with what was read all that a caller can do without being at fault.</summary>
internal static class Exercise
{
    private const int DeepestDepth = 12;

    // As deep as answers are read.
    private static readonly JsonSerializerOptions s_json = new() { MaxDepth = 2_000 };

    /// <summary>Uses a value, and what it holds.</summary>
    /// <exception cref="UsedException">It threw, or is not equal to what it writes.</exception>
    public static void Use(object? value) => Use(value, 0);

    private static void Use(object? value, int depth)
    {
        if (value is null or string or JsonElement or JsonDocument || depth > DeepestDepth)
        {
            // A JsonElement of text that is none throws when it is asked for it: that is .NET's own.
            return;
        }

        Try(value, "ToString", () => value.ToString());
        Try(value, "GetHashCode", () => value.GetHashCode());
        Try(value, "Equals", () => value.Equals(value) ? true : throw new InvalidOperationException("It is not equal to itself."));
        if (value is IJsonModel)
        {
            UseModel(value);
        }

        foreach (object? part in PartsOf(value))
        {
            Use(part, depth + 1);
        }
    }

    private static void UseModel(object value)
    {
        byte[] json = [];
        Try(value, "writing", () => json = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), s_json));
        Try(value, "reading what it wrote", () =>
        {
            object? again = JsonSerializer.Deserialize(json, value.GetType(), s_json);
            return value.Equals(again) || IsNoText(json)
                ? again
                : throw new InvalidOperationException($"What it wrote is not equal to it: {Encoding.UTF8.GetString(json)}");
        });
    }

    // What was no text is written as the character that stands for it, which is another text.
    private static bool IsNoText(byte[] json) =>
        Encoding.UTF8.GetString(json) is var text && (text.Contains('\uFFFD') || text.Contains("\\uFFFD", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<object?> PartsOf(object value)
    {
        switch (value)
        {
            case AppException exception:
                return exception is AppValidationException validation
                    ? [.. validation.Errors, exception.Body]
                    : [exception.Body, exception.GetType().GetProperty("Error")?.GetValue(exception)];
            case ITuple tuple:
                return Enumerable.Range(0, tuple.Length).Select(i => tuple[i]);
            case IEnumerable items:
                return items.Cast<object?>();
        }

        Type type = value.GetType();
        bool isOurs = type.Namespace?.StartsWith("DatabricksApps", StringComparison.Ordinal) == true;
        return !isOurs && !type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal)
            ? []
            : from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
              where property.GetIndexParameters().Length == 0
              select Get(property, value);
    }

    private static object? Get(PropertyInfo property, object value)
    {
        object? result = null;
        Try(value, property.Name, () => result = property.GetValue(value));
        return result;
    }

    private static void Try(object value, string what, Func<object?> use)
    {
        try
        {
            use();
        }
        catch (Exception exception)
        {
            Exception cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new UsedException($"{what} of {value.GetType().Name}", cause);
        }
    }
}

/// <summary>What was read cannot be used.</summary>
/// <param name="what">What was done.</param>
/// <param name="cause">What was thrown.</param>
internal sealed class UsedException(string what, Exception cause) : Exception(what, cause);
