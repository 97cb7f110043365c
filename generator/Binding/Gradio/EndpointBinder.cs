using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Models;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds an endpoint to a method, a generator to a second one that streams.</summary>
internal sealed class EndpointBinder
{
    private readonly BindingContext _context;
    private readonly InputBinder _inputs;
    private readonly OutputBinder _outputs;

    public EndpointBinder(BindingContext context, TypeModels types, TypeNames names)
    {
        _context = context;
        _inputs = new InputBinder(types, context.Kept, context.Findings);
        _outputs = new OutputBinder(context, types, names);
    }

    /// <summary>Gets the models of what endpoints with several outputs return.</summary>
    public IReadOnlyList<TypeModel> Results => _outputs.Results;

    public IEnumerable<OperationModel> Bind(GradioEndpoint endpoint, EndpointNames names)
    {
        BodyModel inputs = _inputs.Bind(endpoint);
        ResponseModel outputs = _outputs.Bind(endpoint);
        yield return Operation(endpoint, names.Method, inputs, outputs);
        if (names.Stream is { } stream && outputs.Type is not null)
        {
            yield return Operation(endpoint, stream, inputs, outputs with { Kind = ResponseKind.OutputStream });
        }
    }

    private OperationModel Operation(GradioEndpoint endpoint, string methodName, BodyModel inputs, ResponseModel outputs) => new(
        methodName,
        new EndpointModel(endpoint.Name),
        EquatableArray<ParameterModel>.Empty,
        inputs,
        outputs,
        EquatableArray<ErrorModel>.Empty,
        Docs.BindEndpoint(_context, endpoint, outputs.Kind == ResponseKind.OutputStream),
        false);
}
