using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Spells what a method returns.</summary>
internal static class ReturnType
{
    public static string Of(ResponseModel response)
    {
        const string task = "global::System.Threading.Tasks.Task";
        const string stream = "global::System.Collections.Generic.IAsyncEnumerable";
        return response.Kind switch
        {
            ResponseKind.None => task,
            ResponseKind.Text => $"{task}<string>",
            ResponseKind.File => $"{task}<{RuntimeNames.AppFile}>",
            ResponseKind.Events => $"{stream}<{RuntimeNames.AppEvent}<{ItemType(response)}>>",
            ResponseKind.Lines => $"{stream}<{TypeSyntax.Type(response.Type!)}>",
            _ => $"{task}<{TypeSyntax.Type(response.Type!)}>",
        };
    }

    /// <summary>Whether the data of the events is text rather than JSON.</summary>
    public static bool IsText(ResponseModel response) => response.Type is null or { Kind: TypeKind.String };

    private static string ItemType(ResponseModel response) => IsText(response) ? "string" : TypeSyntax.Type(response.Type!);
}
