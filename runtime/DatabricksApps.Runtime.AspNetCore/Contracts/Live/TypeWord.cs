namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Takes the word for a type in a lock apart: <c>Item[]?</c>, <c>{string}</c>, <c>(number,number)</c>.</summary>
internal static class TypeWord
{
    public static bool IsNullable(string word) => word.EndsWith('?');

    public static string NotNullable(string word) => word.TrimEnd('?');

    /// <summary>Gets the word for the items of a list; null: it is none.</summary>
    public static string? ItemOf(string word) => word.EndsWith("[]", StringComparison.Ordinal) ? word[..^2] : null;

    /// <summary>Gets the word for the values of a map; null: it is none.</summary>
    public static string? ValueOf(string word) => word is ['{', .. var value, '}'] ? value : null;

    public static bool IsTuple(string word) => word.StartsWith('(');

    /// <summary>Gets the kind of a scalar; null: it is none.</summary>
    public static JsonKinds? ScalarOf(string word) => word.Split(':')[0] switch
    {
        "string" => JsonKinds.String,
        "integer" => JsonKinds.Integer,
        "number" => JsonKinds.Number,
        "boolean" => JsonKinds.Boolean,
        _ => null,
    };

    /// <summary>Tells whether the client reads null where the document says nothing of it.</summary>
    public static bool TakesNull(string word) => word is "string" or "string:uri" || ScalarOf(word) is null;
}
