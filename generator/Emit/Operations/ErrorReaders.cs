using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the methods that read declared errors: one for each different set of errors of a class.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="part">The number of the file if the class goes on in it; else null.</param>
internal sealed class ErrorReaders(CodeWriter writer, int? part)
{
    private readonly List<(EquatableArray<ErrorModel> Errors, string Name)> _readers = [];

    /// <summary>Gets the method that reads the errors of an operation; null: the runtime reads them by itself.</summary>
    public string? NameOf(OperationModel operation)
    {
        if (operation.Paging is not null)
        {
            return null;
        }

        // FastAPI's 422 is what the runtime looks for anyway.
        if (operation.Errors.All(e => e.Body == ErrorBody.Text || e is { Body: ErrorBody.Validation, FirstStatus: 422, LastStatus: 422 }))
        {
            return null;
        }

        foreach ((EquatableArray<ErrorModel> errors, string known) in _readers)
        {
            if (errors.Equals(operation.Errors))
            {
                return known;
            }
        }

        string name = NameOf(operation.Errors);
        _readers.Add((operation.Errors, name));
        return name;
    }

    public void Write()
    {
        foreach ((EquatableArray<ErrorModel> errors, string name) in _readers)
        {
            writer.WriteLine();
            using (writer.Block($"private static {RuntimeNames.AppException}? {name}({RuntimeNames.AppResponse} response)"))
            {
                foreach (ErrorModel error in errors)
                {
                    using (writer.Block($"if ({StatusPattern.Of(error.FirstStatus, error.LastStatus)})"))
                    {
                        writer.WriteLine($"return {Read(error)};");
                    }

                    writer.WriteLine();
                }

                writer.WriteLine("return null;");
            }
        }
    }

    // Such as Errors_404_422; no name of a document has an underscore within.
    private string NameOf(EquatableArray<ErrorModel> errors)
    {
        string name = $"Errors{part}_" + string.Join("_", errors.Select(e => e.FirstStatus == e.LastStatus ? $"{e.FirstStatus}" : $"{e.FirstStatus}to{e.LastStatus}"));
        string free = name;
        for (int number = 2; _readers.Any(reader => reader.Name == free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }

    private static string Read(ErrorModel error)
    {
        if (error.Body != ErrorBody.Typed)
        {
            return error.Body == ErrorBody.Validation ? "response.ReadValidationError()" : "null";
        }

        string description = string.IsNullOrWhiteSpace(error.Description) ? "" : CSharpText.Literal(error.Description!);
        return $"response.ReadError<{TypeSyntax.Type(error.Type!)}, {TypeSyntax.Codec(error.Type!)}>({description})";
    }
}
