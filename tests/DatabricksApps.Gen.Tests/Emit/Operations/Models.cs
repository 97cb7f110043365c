using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Emit.Operations;

/// <summary>Models that are built by hand, from an operation with nothing upwards.</summary>
internal static class Models
{
    public static readonly TypeRef StringType = TypeRef.Of(TypeKind.String);
    public static readonly TypeRef Int64Type = TypeRef.Of(TypeKind.Int64);
    public static readonly TypeRef DateType = TypeRef.Of(TypeKind.Date);
    public static readonly TypeRef FileType = TypeRef.Of(TypeKind.File);
    public static readonly TypeRef ListType = TypeRef.ListOf(StringType);

    public static readonly ResponseModel NoResponse = new(ResponseKind.None, null, "", EquatableArray<ResponseCaseModel>.Empty, DocModel.None);

    public static ClientModel Client(params OperationModel[] operations) =>
        Client([new GroupModel(null, "ShopClient", DocModel.None, operations.ToEquatableArray())]);

    public static ClientModel Client(GroupModel[] groups, params TypeModel[] types) => new(
        "shop.openapi.json", "MyApp.ShopApi", "Shop", "ShopClient", "ShopJson", true, DocModel.None,
        EquatableArray<string>.Empty, groups.ToEquatableArray(), types.ToEquatableArray());

    public static OperationModel Operation(string name, string method = "GET", string route = "/api/x", params ParameterModel[] parameters) => new(
        name, new RouteModel(method, route, EquatableArray.Create(new PathPartModel(false, route))), parameters.ToEquatableArray(), null, NoResponse,
        EquatableArray<ErrorModel>.Empty,
        DocModel.None with { Sources = EquatableArray.Create("shop.openapi.json#/paths/~1api~1x/get") }, false);

    public static ParameterModel Query(string name, TypeRef type, bool isRequired = false) => new()
    {
        Name = name,
        WireName = name,
        Location = ParameterLocation.Query,
        Type = isRequired ? type : type.AsNullable(),
        IsRequired = isRequired,
        Style = ParameterStyle.Form,
        Explode = true,
    };

    public static BodyFieldModel Field(string name, TypeRef type, bool isRequired = true) => new()
    {
        Name = name,
        WireName = name,
        Type = isRequired ? type : type.AsNullable(),
        IsRequired = isRequired,
        Style = ParameterStyle.Form,
        Explode = true,
    };

    public static BodyModel Body(BodyKind kind, string mediaType, params BodyFieldModel[] fields) =>
        new(kind, mediaType, true, null, fields.ToEquatableArray());

    public static ResponseModel Json(TypeRef type) => NoResponse with { Kind = ResponseKind.Json, Type = type, Accept = "application/json" };
}
