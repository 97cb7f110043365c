using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds the declared errors that have a JSON body.</summary>
internal sealed class ErrorBinder
{
    private readonly TypeModels _types;

    public ErrorBinder(TypeModels types) => _types = types;

    public EquatableArray<ErrorModel> Bind(CallChoice call) => call.Errors.Select(Bind).ToEquatableArray();

    // Without a type the body stays text.
    private ErrorModel Bind(ErrorChoice error)
    {
        TypeRef? type = error.Schema is null ? null : _types.Of(error.Schema, Direction.Received).AsNotNullable();
        ErrorBody body = type?.Kind == TypeKind.Any ? ErrorBody.Text : error.Body;
        return new ErrorModel(error.Statuses.First, error.Statuses.Last, body, body == ErrorBody.Typed ? type : null, error.Response.Description);
    }
}
