using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds what an operation sends: a whole body as one parameter, or a parameter for each of its fields.</summary>
internal sealed class BodyBinder
{
    private readonly TypeModels _types;
    private readonly FieldBinder _fields;
    private readonly KeptNames _kept;

    public BodyBinder(TypeModels types, KeptNames kept, Findings findings)
    {
        _types = types;
        _kept = kept;
        _fields = new FieldBinder(types, kept, findings);
    }

    /// <summary>Gets the fields that become parameters.</summary>
    public IEnumerable<ApiProperty> Asked(BodyChoice? choice) =>
        choice is { Fields: not null } ? _fields.Asked(choice) : Enumerable.Empty<ApiProperty>();

    /// <summary>Binds a body.</summary>
    /// <param name="call">What the call is called.</param>
    /// <param name="choice">What is sent.</param>
    /// <param name="names">The names of the fields that become parameters.</param>
    /// <param name="taken">The names of the other parameters.</param>
    public BodyModel Bind(string call, BodyChoice choice, IReadOnlyList<string> names, ICollection<string> taken)
    {
        if (choice.Fields is not null)
        {
            return _fields.Bind(call, choice, names);
        }

        ApiRequestBody body = choice.Body;
        TypeRef type = choice.Kind switch
        {
            BodyKind.Text => TypeRef.Of(TypeKind.String),
            BodyKind.Bytes => TypeRef.Of(TypeKind.File),
            BodyKind.Multipart when choice.IsFiles => TypeRef.MapOf(TypeRef.Of(TypeKind.File)),
            _ => _types.Of(choice.Whole, Direction.Sent),
        };

        // A form whose fields have no names of their own is one parameter, whose members are the fields.
        bool isForm = choice.Kind is BodyKind.Form or BodyKind.Multipart;
        if (isForm && type.Kind is not (TypeKind.Object or TypeKind.Map or TypeKind.Union))
        {
            type = TypeRef.Of(TypeKind.Any);
        }

        // A body that may be left out is left out by null. It has no name in the document; a parameter that has one keeps it.
        BodyFieldModel field = new()
        {
            Name = new[] { _kept.BodyOf(call), "body", "requestBody", "wholeRequestBody" }.First(name => Words.IsIdentifier(name) && !taken.Contains(name)),
            WireName = string.Empty,
            Type = body.IsRequired ? type : type.AsNullable(),
            IsRequired = body.IsRequired,
            Style = ParameterStyle.Form,
            Explode = isForm,
            Doc = Docs.Text(body.Description) with { Bounds = choice.Whole is { } whole ? Bounds.OfValue(whole) : default },
        };
        return new BodyModel(
            choice.Kind, choice.MediaType, body.IsRequired, choice.Kind == BodyKind.Json ? type : null, EquatableArray.Create(field));
    }
}
