using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Checks;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds an operation to a method.</summary>
internal sealed class OperationBinder
{
    private readonly BindingContext _context;
    private readonly ParameterBinder _parameters;
    private readonly BodyBinder _bodies;
    private readonly ResponseBinder _responses;
    private readonly ErrorBinder _errors;
    private readonly SecurityBinder _security;
    private readonly CallChecks? _checks;

    public OperationBinder(BindingContext context, ApiDocument document, NamedTypes types, TypeNames names, TypeModels models, CallChecks? checks)
    {
        _checks = checks;
        _context = context;
        _parameters = new ParameterBinder(models, context.Kept);
        _bodies = new BodyBinder(models, context.Kept, context.Findings);
        _responses = new ResponseBinder(context, types, names, models);
        _errors = new ErrorBinder(models);
        _security = new SecurityBinder(document);
    }

    /// <summary>Gets the results that hold answers of several types, which the methods give.</summary>
    public IReadOnlyList<TypeModel> Results => _responses.Results;

    /// <param name="method">The method.</param>
    /// <param name="all">The methods of its group.</param>
    public OperationModel Bind(MethodName method, IReadOnlyList<MethodName> all)
    {
        CallChoice call = method.Call;
        IReadOnlyList<string> names = WordNames.Parameters(
            ParameterBinder.Asked(call).Select(p => Parameter(call, p.Location, p.Parameter.Name, p.Parameter.Pointer))
                .Concat(call.UndeclaredPathParameters.Select(name => Parameter(call, ParameterLocation.Path, name, call.Operation.Pointer)))
                .Concat(_bodies.Asked(call.Body).Select(
                    field => WordNames.Parameter(field.Name, "Body", field.Schema.Pointer, _context.Kept.FieldOf(call.Name, field.Name)))),
            call.Body is null ? "" : _context.Kept.BodyOf(call.Name),
            _context.Findings);
        int count = ParameterBinder.Asked(call).Count() + call.UndeclaredPathParameters.Count;
        List<ParameterModel> parameters = _parameters.Bind(call, names);
        Dictionary<string, string> pathNames = parameters.Where(p => p.Location == ParameterLocation.Path).ToDictionary(p => p.WireName, p => p.Name);
        BodyModel? body = call.Body is null ? null : _bodies.Bind(call.Name, call.Body, names.Skip(count).ToList(), new HashSet<string>(names.Take(count)));
        return new OperationModel(
            method.Name,
            new RouteModel(call.Operation.Method, call.Route, PathTemplate.Bind(call.Route, pathNames)),
            parameters.ToEquatableArray(),
            body,
            _responses.Bind(method, all),
            _errors.Bind(call),
            Docs.BindOperation(_context, call.Operation, _security.Describe(call.Operation)),
            call.Operation.IsDeprecated)
        {
            Checks = _checks?.Bind(call, parameters, body) ?? default,
            ApiKeys = _security.BindKeys(call.Operation),
            Scopes = SecurityBinder.ScopesOf(call.Operation),
        };
    }

    private Wanted Parameter(CallChoice call, ParameterLocation location, string wireName, string pointer) =>
        WordNames.Parameter(wireName, location.ToString(), pointer, _context.Kept.ParameterOf(call.Name, location, wireName));
}
