using System.Reflection;
using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Emit.Operations;
using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Operations.Models;

namespace DatabricksApps.Gen.Tests.Emit.Operations;

public class SignatureTests
{
    [Fact]
    public void Required_parameters_come_first_and_the_body_last_of_each()
    {
        OperationModel operation = Operation("CreateAsync", "POST", "/api/x", Query("a", Int64Type, true), Query("b", Int64Type)) with
        {
            Body = Body(BodyKind.Form, "application/x-www-form-urlencoded", Field("c", StringType), Field("d", StringType, false)),
            Response = Json(Int64Type),
        };

        MethodInfo method = EmittedClient.Load(Client(operation)).Client.GetType().GetMethod("CreateAsync")!;

        Assert.Equal(
            "Int64 a, String c, Nullable`1 b = null, String d = null, AppRequestOptions options = null, CancellationToken cancellationToken = null",
            string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}")));
        Assert.Equal(typeof(Task<long>), method.ReturnType);
    }

    [Fact]
    public async Task Locals_and_keywords_clash_with_no_parameter()
    {
        OperationModel operation = Operation(
            "CreateAsync", "POST", "/api/x", Query("request", StringType), Query("request2", StringType), Query("class", StringType), Query("response", StringType)) with
        {
            Body = Body(BodyKind.JsonFields, "application/json", Field("fields", StringType), Field("app", StringType)),
        };
        EmittedClient client = EmittedClient.Load(Client(operation));

        await client.CallAsync("CreateAsync", ("request", "1"), ("class", "2"), ("fields", "3"), ("app", "4"));

        Assert.StartsWith("POST /api/x?request=1&class=2\n", client.Sent);
        Assert.EndsWith("\n\n{\"fields\":\"3\",\"app\":\"4\"}", client.Sent);
    }

    [Fact]
    public void A_required_object_that_is_null_is_refused_by_name()
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("GetAsync", "GET", "/api/x", Query("q", StringType, true))));

        ArgumentNullException exception = Assert.Throws<ArgumentNullException>(() => { _ = client.CallAsync("GetAsync", ("q", null)).GetAwaiter().GetResult(); });

        Assert.Equal("q", exception.ParamName);
    }

    [Fact]
    public void Names_of_the_document_hide_nothing_that_generated_code_needs()
    {
        string[] names = ["Task", "Uri", "System", "String", "Exception", "DatabricksApps", "HttpClient", "List", "AppException", "CancellationToken"];
        GroupModel[] groups = [.. names.Select(name => new GroupModel(
            name, name + "Operations", DocModel.None,
            EquatableArray.Create(Operation("GetAsync") with
            {
                Response = Json(TypeRef.Named(TypeKind.Object, name)),
                Errors = EquatableArray.Create(new ErrorModel(404, 404, ErrorBody.Typed, TypeRef.Named(TypeKind.Object, name), "No")),
            })))];
        TypeModel[] types = [.. names.Select(name => new ObjectTypeModel(
            name, name, DocModel.None, false, EquatableArray<PropertyModel>.Empty, null))];

        EmittedClient client = EmittedClient.Load(Client(groups, types));

        Assert.Equal("SystemOperations", client.Client.GetType().GetProperty("System")!.GetValue(client.Client)!.GetType().Name);
    }

    [Fact]
    public void A_deprecated_operation_is_obsolete()
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("GetAsync") with { IsDeprecated = true }));

        Assert.NotNull(client.Client.GetType().GetMethod("GetAsync")!.GetCustomAttribute<ObsoleteAttribute>());
    }

    [Fact]
    public void The_documentation_names_route_place_parameters_and_errors()
    {
        OperationModel operation = Operation(
            "GetAsync", "GET", "/api/x", Query("q", StringType) with { Doc = DocModel.None with { Summary = "What to find", Constraints = "Minimum length 3." } }) with
        {
            Response = Json(Int64Type),
            Doc = new DocModel
            {
                Summary = "Find <things>",
                Remarks = "First paragraph\nof two.\n\nSecond */ \u2028 one.",
                Sources = EquatableArray.Create("shop.openapi.json#/paths/~1api~1x/get"),
            },
            Errors = EquatableArray.Create(new ErrorModel(409, 409, ErrorBody.Typed, Int64Type, "Taken"), new ErrorModel(422, 422, ErrorBody.Validation, null, "Validation Error")),
        };

        string file = OperationsFile.Write(Buckets.Cut(Client(operation)).Operations.SelectMany(bucket => bucket.Files).Single());

        Assert.Contains(
            """
                /// <summary>Find &lt;things&gt;</summary>
                /// <remarks>
                /// <para>First paragraph of two.</para>
                /// <para>Second */ one.</para>
                /// <para><c>GET /api/x</c></para>
                /// <para><c>shop.openapi.json#/paths/~1api~1x/get</c></para>
                /// </remarks>
                /// <param name="q">What to find. Minimum length 3.</param>
                /// <param name="options">What this call does differently: headers, time, a look at the answer.</param>
                /// <param name="cancellationToken">Cancels the call.</param>
                /// <exception cref="global::DatabricksApps.AppException{T}">409: Taken. T is <c>long</c>.</exception>
                /// <exception cref="global::DatabricksApps.AppValidationException">422: Validation Error.</exception>
                /// <exception cref="global::DatabricksApps.AppException">The call failed; the message says why and what to do.</exception>
            """,
            file);
    }
}
