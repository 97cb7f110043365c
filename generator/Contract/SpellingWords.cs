using System.Collections.Generic;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

// Apart from the words: what reads locks alone knows no model.
internal static partial class SpellingWords
{
    private const string Json = "application/json";

    public static IEnumerable<string> Of(ParameterModel parameter)
    {
        ParameterStyle usual = parameter.Location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;
        return parameter.IsJson ? ["content=" + Json]
            : IsComposite(parameter.Type) ? StylesOf(parameter.Style, parameter.Explode, usual)
            : parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? [StyleOf(parameter.Style)]
            : [];
    }

    public static IEnumerable<string> Of(BodyModel body, BodyFieldModel field)
    {
        bool isJsonAnyway = IsComposite(field.Type) && !(field.Type.Kind == TypeKind.List && !IsComposite(field.Type.Item));
        return body.Kind switch
        {
            BodyKind.Multipart => field.ContentType is { } type && !(isJsonAnyway && type == Json) ? ["content=" + type] : [],
            BodyKind.Form when field.IsJson => isJsonAnyway ? [] : ["content=" + Json],
            BodyKind.Form when isJsonAnyway => StylesOf(field.Style, field.Explode, usual: null),
            BodyKind.Form when IsComposite(field.Type) => StylesOf(field.Style, field.Explode, ParameterStyle.Form),
            _ => [],
        };
    }

    private static IEnumerable<string> StylesOf(ParameterStyle style, bool explodes, ParameterStyle? usual)
    {
        if (style != usual)
        {
            yield return StyleOf(style);
        }

        // The objects of deepObject are always spelled so, and the values of others by commas unless they are exploded.
        if (style != ParameterStyle.DeepObject && explodes != (style == ParameterStyle.Form))
        {
            yield return explodes ? "explode=true" : "explode=false";
        }
    }

    private static string StyleOf(ParameterStyle style)
    {
        string name = style.ToString();
        return "style=" + char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static bool IsComposite(TypeRef type) =>
        type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Tuple or TypeKind.Object or TypeKind.TupleRecord or TypeKind.Union or TypeKind.Any;
}
