using System.Net;
using System.Reflection;
using MyApp.ErrorsApi;

// The tests name what the document calls deprecated.
#pragma warning disable CS0618

namespace DatabricksApps.Generated.Tests;

public sealed class ErrorsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declared_error_has_its_body()
    {
        AppException<Message> error = await Assert.ThrowsAsync<AppException<Message>>(
            () => Answering(HttpStatusCode.NotFound, """{"message":"gone"}""").Items.ReadItemAsync(1, cancellationToken: Token));

        Assert.Equal((HttpStatusCode.NotFound, "/api/items/{item_id}", "gone"), (error.StatusCode, error.Route, error.Error.MessageValue));
    }

    [Fact]
    public async Task A_class_of_errors_and_the_default_have_theirs()
    {
        await Assert.ThrowsAsync<AppException<Crash>>(
            () => Answering(HttpStatusCode.BadGateway, """{"trace_id":"t"}""").Items.ReadItemAsync(1, cancellationToken: Token));
        await Assert.ThrowsAsync<AppException<Message>>(
            () => Answering(HttpStatusCode.Gone, """{"message":"gone"}""").Items.ReadItemAsync(1, cancellationToken: Token));
    }

    // The document says of 409 that it has no body: whatever comes with it, the class around it says nothing of it.
    [Fact]
    public async Task An_error_without_a_body_is_none_of_the_class_around_it()
    {
        AppException error = await Assert.ThrowsAsync<AppException>(
            () => Answering(HttpStatusCode.Conflict, """{"message":"taken"}""").Items.ReadItemAsync(1, cancellationToken: Token));

        Assert.Equal((typeof(AppException), HttpStatusCode.Conflict), (error.GetType(), error.StatusCode));
    }

    [Fact]
    public async Task A_validation_error_names_the_member()
    {
        AppValidationException error = await Assert.ThrowsAsync<AppValidationException>(() => Answering(
            HttpStatusCode.UnprocessableEntity,
            """{"detail":[{"loc":["path","item_id"],"msg":"Input should be greater than 0","type":"greater_than"}]}""")
            .Items.ReadItemAsync(1, cancellationToken: Token));

        AppValidationError first = Assert.Single(error.Errors);
        Assert.Equal(("Input should be greater than 0", "greater_than"), (first.Message, first.Type));
        Assert.Equal(["path", "item_id"], first.Location.Select(segment => segment.Name));
    }

    [Fact]
    public void What_is_deprecated_is_obsolete()
    {
        Assert.NotNull(typeof(ItemsOperations).GetMethod("DeleteItemAsync")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(typeof(Item).GetProperty("Old")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(typeof(Crash).GetCustomAttribute<ObsoleteAttribute>());
        Assert.Null(typeof(ItemsOperations).GetMethod("ReadItemAsync")!.GetCustomAttribute<ObsoleteAttribute>());
    }

    private static ErrorsClient Answering(HttpStatusCode status, string body) => new(StubHandler.Json(body, status).Client());
}
