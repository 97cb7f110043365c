using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>The members of OpenAPI's objects that are read, of all versions, each with its kind: the one list of them.</summary>
/// <remarks>Tests walk it with every wrong kind, and look for members that are read and not in it.</remarks>
internal static class MemberKinds
{
    public static readonly IReadOnlyDictionary<string, MemberKind> Root = Of(
        MemberKind.Version, "openapi swagger",
        MemberKind.Object, "info components webhooks x-webhooks definitions securityDefinitions",
        MemberKind.Other, "paths",
        MemberKind.Objects, "tags servers security",
        MemberKind.Text, "host basePath $self",
        MemberKind.Texts, "schemes consumes produces");

    public static readonly IReadOnlyDictionary<string, MemberKind> Info = Of(
        MemberKind.Text, "title summary description",
        MemberKind.Version, "version");

    public static readonly IReadOnlyDictionary<string, MemberKind> Components = Of(MemberKind.Object, "schemas securitySchemes");

    public static readonly IReadOnlyDictionary<string, MemberKind> Tag = Of(MemberKind.Text, "name description");

    public static readonly IReadOnlyDictionary<string, MemberKind> Server = Of(MemberKind.Text, "url", MemberKind.Object, "variables");

    public static readonly IReadOnlyDictionary<string, MemberKind> ServerVariable = Of(MemberKind.Text, "default", MemberKind.Texts, "enum");

    public static readonly IReadOnlyDictionary<string, MemberKind> PathItem = Of(
        MemberKind.Objects, "parameters servers",
        MemberKind.Other, "additionalOperations");

    public static readonly IReadOnlyDictionary<string, MemberKind> Operation = Of(
        MemberKind.Text, "operationId summary description",
        MemberKind.Flag, "deprecated",
        MemberKind.Texts, "tags consumes produces x-databricks-scopes",
        MemberKind.Objects, "parameters security servers",
        MemberKind.Object, "responses callbacks",
        MemberKind.Other, "requestBody");

    public static readonly IReadOnlyDictionary<string, MemberKind> Parameter = Of(
        MemberKind.Text, "name in description style collectionFormat",
        MemberKind.Flag, "required deprecated explode allowReserved",
        MemberKind.Object, "content examples",
        MemberKind.Other, "schema example type");

    public static readonly IReadOnlyDictionary<string, MemberKind> RequestBody = Of(
        MemberKind.Text, "description",
        MemberKind.Flag, "required",
        MemberKind.Object, "content");

    public static readonly IReadOnlyDictionary<string, MemberKind> Response = Of(
        MemberKind.Text, "description",
        MemberKind.Object, "content headers links",
        MemberKind.Other, "schema");

    public static readonly IReadOnlyDictionary<string, MemberKind> MediaType = Of(
        MemberKind.Object, "encoding examples",
        MemberKind.Other, "schema itemSchema example");

    public static readonly IReadOnlyDictionary<string, MemberKind> Example = Of(MemberKind.Other, "value");

    public static readonly IReadOnlyDictionary<string, MemberKind> Encoding = Of(
        MemberKind.Text, "contentType style",
        MemberKind.Flag, "explode");

    public static readonly IReadOnlyDictionary<string, MemberKind> SecurityScheme = Of(MemberKind.Text, "type in name scheme description");

    public static readonly IReadOnlyDictionary<string, MemberKind> Discriminator = Of(MemberKind.Text, "propertyName", MemberKind.Object, "mapping");

    // What holds schemas is told by their reader, a type by its own, counts that are none by theirs, and what only the server
    // checks in any case.
    public static readonly IReadOnlyDictionary<string, MemberKind> Schema = Of(
        MemberKind.Text, "$ref $dynamicRef $id $anchor $dynamicAnchor format title description pattern contentMediaType contentEncoding x-ms-discriminator-value",
        MemberKind.Flag, "deprecated readOnly writeOnly nullable x-nullable uniqueItems",
        MemberKind.Number, "minimum maximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties",
        MemberKind.NumberOrFlag, "exclusiveMinimum exclusiveMaximum",
        MemberKind.Texts, "required",
        MemberKind.Values, "enum",
        MemberKind.Array, "examples",
        MemberKind.Objects, "allOf anyOf oneOf prefixItems",
        MemberKind.Object, "properties patternProperties $defs",
        MemberKind.SchemaOrFlag, "additionalProperties unevaluatedProperties additionalItems unevaluatedItems",
        MemberKind.ObjectOrText, "discriminator",
        MemberKind.Other, "type items contentSchema const default example not if then else contains dependentSchemas dependentRequired dependencies");

    /// <summary>A parameter of 2.0, which has the keywords of its schema itself; <c>required</c> is the parameter's there, and so is <c>$ref</c>.</summary>
    public static readonly IReadOnlyDictionary<string, MemberKind> ParameterWithSchema =
        Schema.Where(member => member.Key != "$ref").Concat(Parameter).GroupBy(member => member.Key).ToDictionary(member => member.Key, member => member.Last().Value, StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, MemberKind> Of(params object[] kinds)
    {
        Dictionary<string, MemberKind> members = new(StringComparer.Ordinal);
        for (int i = 0; i < kinds.Length; i += 2)
        {
            foreach (string member in ((string)kinds[i + 1]).Split(' '))
            {
                members.Add(member, (MemberKind)kinds[i]);
            }
        }

        return members;
    }
}
