using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Binds an operation to a method.</summary>
/// <remarks>
/// Of the document's server only the path counts, as a prefix of the route. Its host is where the document was written,
/// often localhost; which app is called the client's options say.
/// </remarks>
internal sealed class OperationBinder
{
    private static readonly string[] s_reservedParameters = { "options", "cancellationToken" };

    private readonly BindingContext _context;
    private readonly ParameterBinder _parameters;
    private readonly BodyBinder _bodies;
    private readonly ResponseBinder _responses;
    private readonly ErrorBinder _errors;
    private readonly SecurityBinder _security;

    public OperationBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _parameters = new ParameterBinder(context, schemas);
        _bodies = new BodyBinder(context, schemas);
        _responses = new ResponseBinder(context, schemas);
        _errors = new ErrorBinder(schemas);
        _security = new SecurityBinder(context.Document);
    }

    public OperationModel Bind(ApiOperation operation, string methodName)
    {
        Hint hint = new(methodName.Substring(0, methodName.Length - "Async".Length), operation.Method + " " + operation.Path);
        NameScope names = new(s_reservedParameters);
        string prefix = _context.Options.BasePath ?? (operation.ServerUrl is { } server ? PathBinder.PathOf(server) : string.Empty);
        string route = PathBinder.Join(prefix, operation.Path);
        List<ParameterModel> parameters = _parameters.Bind(operation, route, names, hint with { Direction = Direction.Sent });
        BodyModel? body = _bodies.Bind(operation, names, hint with { Direction = Direction.Sent });
        Dictionary<string, string> pathNames = parameters.Where(p => p.Location == ParameterLocation.Path).ToDictionary(p => p.WireName, p => p.Name);
        return new OperationModel(
            methodName,
            new RouteModel(operation.Method, route, PathBinder.Bind(route, pathNames)),
            parameters.ToEquatableArray(),
            body,
            _responses.Bind(operation, hint),
            _errors.Bind(operation, hint),
            Docs.BindOperation(_context, operation, _security.Describe(operation)),
            operation.IsDeprecated)
        {
            ApiKeys = _security.BindKeys(operation),
        };
    }
}
