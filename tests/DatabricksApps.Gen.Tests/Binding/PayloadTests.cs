using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding;

/// <summary>Webhooks and callbacks: calls that the app makes.</summary>
public sealed class PayloadTests
{
    private const string Document = """
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"},
         "paths": {"/api/subscribe": {"post": {"operationId": "subscribe", "responses": {}, "callbacks": {
           "onEvent": {"{$request.query.url}/events": {"post": {
             "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["at"], "properties": {"at": {"type": "string", "format": "date-time"}}}}}},
             "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object", "properties": {"more": {"type": "boolean"}}}}}}}}}},
           "shared": {"$ref": "#/components/callbacks/Shared"}}}}},
         "webhooks": {
           "newPet": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}, "responses": {"200": {"description": ""}}}},
           "lostPet": {"$ref": "#/components/pathItems/Lost"}},
         "components": {
           "callbacks": {"Shared": {"{$request.body#/url}": {"put": {"operationId": "shared_event", "responses": {}, "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}}},
           "pathItems": {"Lost": {"post": {"operationId": "lost_pet", "responses": {}, "requestBody": {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "object", "properties": {"where": {"type": "string"}}}}}}}}}},
           "schemas": {"Pet": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer", "readOnly": true}}}}}}
        """;

    [Fact]
    public void What_the_app_sends_and_wants_answered_is_types()
    {
        BoundDocument bound = BoundDocument.Of(Document);

        Assert.Equal(
            [
                "record LostPetPayloadItem(Optional String? Where)",
                "record OnEventAnswer(Optional Boolean? More)",
                "record OnEventPayload(Required DateTime At)",
                "record Pet(Required Int64 Id)",
                "record SharedEventPayload(Optional String? A)",
            ],
            bound.Types);
        Assert.Equal(["SubscribeAsync() -> None"], bound.Operations);
        Assert.DoesNotContain("DBXAPP0108", bound.Findings.Select(finding => finding.Id));
        Assert.Equal(
            ["shop.openapi.json#/paths/~1api~1subscribe/post/callbacks/onEvent/{$request.query.url}~1events/post/requestBody/content/application~1json/schema"],
            bound.Client.Types.Single(type => type.Name == "OnEventPayload").Doc.Sources);
    }

    [Fact]
    public void Webhooks_before_3_1_are_read_too()
    {
        BoundDocument bound = BoundDocument.Of("""
            {"openapi": "3.0.3", "paths": {}, "x-webhooks": {"order": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}, "responses": {}}}}}
            """);

        Assert.Equal(["record OrderPayload(Optional String? A)"], bound.Types);
    }

    [Fact]
    public void An_item_that_wants_few_paths_wants_their_callbacks()
    {
        BoundDocument bound = BoundDocument.Of(
            Document, DocumentOptions.Default with { IncludePaths = EquatableArray.Create("/api/subscribe") });

        Assert.Equal(["OnEventAnswer", "OnEventPayload", "SharedEventPayload"], bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void A_callback_that_calls_back_itself_ends()
    {
        BoundDocument bound = BoundDocument.Of("""
            {"openapi": "3.1.0", "paths": {"/api/a": {"get": {"operationId": "a", "responses": {}, "callbacks": {"again": {"$ref": "#/components/callbacks/Again"}}}}},
             "components": {"callbacks": {"Again": {"{$url}": {"post": {"responses": {}, "callbacks": {"again": {"$ref": "#/components/callbacks/Again"}}}}}}}}
            """);

        Assert.Equal(["AAsync() -> None"], bound.Operations);
    }
}
