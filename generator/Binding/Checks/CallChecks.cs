using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Checks;

/// <summary>Binds what is checked of a call before it is sent: first the parameters, as FastAPI does, then the body.</summary>
internal sealed class CallChecks
{
    private const string Body = "body";

    private readonly RuleBinder _rules;

    public CallChecks(RuleBinder rules) => _rules = rules;

    public EquatableArray<CheckModel> Bind(CallChoice call, IEnumerable<ParameterModel> parameters, BodyModel? body) =>
        Parameters(call, parameters).Concat(call.Body is { } choice && body is not null ? Bodies(choice, body) : Enumerable.Empty<CheckModel>()).ToEquatableArray();

    private IEnumerable<CheckModel> Parameters(CallChoice call, IEnumerable<ParameterModel> parameters)
    {
        Dictionary<(ParameterLocation Location, string Name), ApiSchema> schemas = new();
        foreach (ParameterChoice choice in call.Parameters.Where(choice => choice.Schema is not null))
        {
            schemas[(choice.Location, choice.Parameter.Name)] = choice.Schema!;
        }

        foreach (ParameterModel parameter in parameters.Where(parameter => parameter.Constant is null).OrderBy(parameter => Rank(parameter.Location)))
        {
            if (schemas.TryGetValue((parameter.Location, parameter.WireName), out ApiSchema? schema) && _rules.NameOf(schema, parameter.WireName) is { } rule)
            {
                yield return new CheckModel(PlaceOf(parameter.Location), parameter.WireName, parameter.Name, parameter.Type, rule);
            }
        }
    }

    private IEnumerable<CheckModel> Bodies(BodyChoice choice, BodyModel body)
    {
        if (body.Kind is BodyKind.Json or BodyKind.JsonFields)
        {
            if ((choice.Whole ?? choice.Fields) is { } whole && _rules.NameOf(whole, Body) is { } rule)
            {
                yield return new CheckModel(Body, "", "", null, rule);
            }

            yield break;
        }

        if (choice.Whole is { } form && !body.Fields[0].Type.HasFiles && _rules.NameOf(form, Body) is { } ofForm)
        {
            yield return new CheckModel(Body, "", body.Fields[0].Name, body.Fields[0].Type, ofForm);
        }

        foreach (ApiProperty field in choice.Parts is null ? Enumerable.Empty<ApiProperty>() : choice.TypedFields())
        {
            if (body.Fields.FirstOrDefault(known => known.WireName == field.Name) is { } own && !own.Type.HasFiles && _rules.NameOf(field.Schema, field.Name) is { } rule)
            {
                yield return new CheckModel(Body, field.Name, own.Name, own.Type, rule);
            }
        }
    }

    private static int Rank(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => 0,
        ParameterLocation.Query or ParameterLocation.QueryString => 1,
        ParameterLocation.Header => 2,
        _ => 3,
    };

    private static string PlaceOf(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Header => "header",
        ParameterLocation.Cookie => "cookie",
        _ => "query",
    };
}
