namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Names and texts that code, comments, URLs and logs are not made for.</summary>
internal static class Texts
{
    /// <summary>
    /// What no generated code has outside texts and comments. Names are written in Pascal and camel case and without
    /// underscores there, so this one cannot come out of a name either.
    /// </summary>
    public const string Canary = "zq7_canary_x";

    private static readonly string[] s_canaries =
    [
        Canary, $"{Canary}();", $"\"; {Canary}(); //", $"\"\"\"; {Canary}(); \"\"\"", $"\"\"\"\"\"; {Canary}(); //", $"*/ {Canary}(); /*",
        $"\n{Canary}();\n", $"\r{Canary}();\r", $"\u2028{Canary}();\u2029", $"\u0085{Canary}();\u000B", $"\n#error {Canary}\n",
        $"\n#pragma warning disable {Canary}\n",
        $"\n#if {Canary}\n", $"{{{Canary}}}", $"{{{{{Canary}}}}}", $"</summary><{Canary}/><summary>", $"<see cref=\"{Canary}\"/>", $"]]> <{Canary}>",
        $"\\\"; {Canary}(); //",
        $"'; {Canary}(); //", $"@\"{Canary}", $"$\"{{{Canary}}}\"", $"}} {Canary}() {{", $"\\u0022; {Canary}(); //", $"&quot;{Canary}&#10;",
        $"\0{Canary}", $"<!-- {Canary} --",
        $"../../{Canary}.cs", $"\u001b[31m{Canary}\u001b[0m", $"\u202E{Canary}\u202C", $"::error file=x::{Canary}",
        $"##vso[task.setvariable]{Canary}", $"\"u8, {Canary}(), \"",
    ];

    private static readonly string[] s_names =
    [
        "", " ", "_", "__", "-", "$", "@", "1", "1st", "class", "Class", "record", "field", "value", "var", "file", "required", "scoped", "global",
        "await", "async", "nameof",
        "string", "String", "Object", "object", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "Task", "System",
        "JsonElement", "Item", "item",
        "Client", "FuzzClient", "Options", "options", "cancellationToken", "body", "request", "result", "id", "ID", "Id", "i_d", "a/e", "win_%",
        "$schema", "a~b", "a.b.c", "x-y_z",
        "AdditionalProperties", "IsKnown", "Match", "TryGet", "Value", "Values", "Count", "this", "base", "new", "get", "GET", "Async", "getAsync",
        "Create", "Dispose", "T", "TJson",
        "Generated", "Json", "global::System", "List<int>", "int?", "int[]", "__root__", "type", "data", "event", "__arglist", "__makeref", "naïve",
        "ﬁ", "ß", "İ", "ı", "ǅ", "Ⅷ", "²",
    ];

    private static readonly string[] s_unicode =
    [
        "\u200B", "\uFEFF", "\u00AD", "\u0301", "e\u0301", "é", "\uD83D\uDE00", "\uD835\uDD38", "\uD800", "\uDC00", "\uDFFF\uD800", "\u2028",
        "\u2029", "\u0085", "\u000C", "\u007F",
        "\u0001", "\uFFFF", "\uFFFE", "\uFDD0", "\u0000", "中文", "العربية", "हिन्दी", "ᏛԜ∀", "ᴓड़ᦾ", "\u3164", "\u17B5", "\u2060", "\u180E", "\u00B7",
        "\u203F", "\uFF3F", "𠮷", "\t", "\r\n", "％",
    ];

    /// <summary>Makes a text.</summary>
    public static string Any(Chance chance) => chance.Below(20) switch
    {
        < 8 => chance.Pick(s_names),
        < 14 => chance.Pick(s_canaries),
        < 17 => chance.Pick(s_unicode) + chance.Pick(s_names) + chance.Pick(s_unicode),
        17 => Repeat(chance.Pick(["a", "Ab", "_", "中", "a/", "word ", "x\n", "é", "\uD83D\uDE00"]), chance.Pick([50, 101, 260, 1_100, 5_000])),
        18 => Characters(chance),
        _ => Any(chance) + Any(chance),
    };

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    // Of all planes, assigned or not.
    private static string Characters(Chance chance) => string.Concat(Enumerable.Range(0, chance.Between(1, 12)).Select(_ =>
        chance.Is(80) ? ((char)chance.Below(0x10000)).ToString() : char.ConvertFromUtf32(chance.Between(0x10000, 0x10FFFF))));
}
