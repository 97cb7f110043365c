using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Spells what a schema has become, for a sentence. A type without a name is told by its kind.</summary>
internal static class TypeSpelling
{
    private const int Deepest = 4;
    private const int MostValues = 5;

    public static string Of(SchemaView view, SchemaViews views, int depth = 0)
    {
        if (view.IsAny || view.IsUnknown || view.Kinds == JsonKinds.None || depth > Deepest)
        {
            return "any";
        }

        IReadOnlyList<JsonElement> values = SchemaWords.ValuesOf(view.Node);
        return view.IsChoice ? string.Join('|', KindsOf(view.Kinds))
            : view.Name is { } name && (view.Kinds == JsonKinds.Object || values.Count > 1) ? OneWord(name)
            : values.Count is > 1 and <= MostValues ? OneWord(string.Join('|', values.Select(value => value.ToString())))
            : view.Kinds switch
            {
                JsonKinds.String => SchemaWords.StringOf(view.Node),
                JsonKinds.Integer => SchemaWords.IntegerOf(view.Node),
                JsonKinds.Array => (LiveDocument.Get(view.Node, "items") is { } items ? Of(views.Of(items), views, depth + 1) : "any") + "[]",
                _ => KindsOf(view.Kinds).First(),
            };
    }

    private static IEnumerable<string> KindsOf(JsonKinds kinds) =>
        Enum.GetValues<JsonKinds>().Where(kind => kind != JsonKinds.None && kinds.HasFlag(kind)).Select(kind => kind.ToString().ToLowerInvariant());

    // It is a word among others.
    private static string OneWord(string text) => text.Replace(' ', '_');
}
