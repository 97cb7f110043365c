using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Spells what a method returns.</summary>
internal static class ReturnType
{
    /// <summary>What a method returns that has no result.</summary>
    public const string Task = "global::System.Threading.Tasks.Task";

    public static string Of(ResponseModel response)
    {
        const string stream = "global::System.Collections.Generic.IAsyncEnumerable";
        return response.Kind switch
        {
            ResponseKind.None => Task,
            ResponseKind.Outputs when response.Type is null => Task,
            ResponseKind.OutputStream => $"{stream}<{TypeSyntax.Type(response.Type!)}>",
            ResponseKind.Text => $"{Task}<string>",
            ResponseKind.File => $"{Task}<{RuntimeNames.AppFile}>",
            ResponseKind.Events => $"{stream}<{RuntimeNames.AppEvent}<{ItemType(response)}>>",
            ResponseKind.Lines or ResponseKind.Pages => $"{stream}<{TypeSyntax.Type(response.Type!)}>",
            _ => $"{Task}<{TypeSyntax.Type(response.Type!)}>",
        };
    }

    /// <summary>Whether the data of the events is text rather than JSON.</summary>
    public static bool IsText(ResponseModel response) => response.Type is null or { Kind: TypeKind.String };

    private static string ItemType(ResponseModel response) => IsText(response) ? "string" : TypeSyntax.Type(response.Type!);
}
