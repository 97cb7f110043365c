using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds an endpoint to a method, a generator to a second one that streams.</summary>
internal sealed class EndpointBinder
{
    private const string Suffix = "Async";

    private readonly BindingContext _context;
    private readonly InputBinder _inputs;
    private readonly OutputBinder _outputs;

    public EndpointBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _inputs = new InputBinder(context, schemas);
        _outputs = new OutputBinder(context, schemas);
    }

    public IEnumerable<OperationModel> Bind(GradioEndpoint endpoint, NameScope names)
    {
        string stem = Words.Pascal(endpoint.Name);
        string spelled = Words.PascalWithSymbols(endpoint.Name.TrimStart('/'));
        stem = stem.Length == 0 ? (spelled.Length == 0 ? "Call" : spelled) : stem;
        string methodName = names.Take(stem + Suffix, spelled + Suffix);
        if (methodName != stem + Suffix)
        {
            _context.Findings.Renamed(endpoint.Pointer, $"the method of '{endpoint.Name}' is called '{methodName}', because '{stem + Suffix}' is another one");
        }

        Hint hint = new(methodName.Substring(0, methodName.Length - Suffix.Length), endpoint.Name);
        BodyModel inputs = _inputs.Bind(endpoint, hint);
        ResponseModel outputs = _outputs.Bind(endpoint, hint);
        yield return Operation(endpoint, methodName, inputs, outputs);
        if (endpoint.IsGenerator && outputs.Type is not null)
        {
            string streamName = names.Take(hint.Name + "StreamAsync");
            yield return Operation(endpoint, streamName, inputs, outputs with { Kind = ResponseKind.OutputStream });
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
