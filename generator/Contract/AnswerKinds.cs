using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

// Apart from the words: what reads locks alone knows no model.
internal static partial class AnswerKinds
{
    public static string Of(ResponseKind kind) => kind switch
    {
        ResponseKind.Events or ResponseKind.Lines or ResponseKind.OutputStream => Stream,
        ResponseKind.Pages => Pages,
        ResponseKind.Text => Text,
        ResponseKind.File => File,
        _ => Json,
    };
}
