using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>What a change means: of what is received less promised matters, of what is sent more demanded.</summary>
public sealed class EffectTests
{
    private const string Items = "/paths/~1api~1items";
    private const string Schemas = "/components/schemas";

    [Theory]
    [InlineData($"{Items}/post", null, "operation.removed", nameof(Effect.Compile))]
    [InlineData($"{Items}/get/deprecated", "true", "operation.deprecated", nameof(Effect.Note))]
    [InlineData($"{Items}/get/parameters/0", null, "parameter.removed", nameof(Effect.Compile))]
    [InlineData($"{Items}/get/parameters/0/schema/type", "\"integer\"", "parameter.type", nameof(Effect.Compile))]
    [InlineData($"{Items}/get/parameters/0/schema/maxLength", "3", "constraint.narrowed", nameof(Effect.Meaning))]
    [InlineData($"{Items}/get/parameters/0/schema/maxLength", "90", "constraint.widened", nameof(Effect.None))]
    [InlineData($"{Items}/get/parameters/1/schema/default", "5", "parameter.default", nameof(Effect.Meaning))]
    [InlineData($"{Items}/get/parameters/-", """{"name":"sort","in":"query","schema":{"type":"string"}}""", "parameter.added", nameof(Effect.None))]
    [InlineData($"{Items}/get/parameters/0", """{"name":"sort","in":"query","schema":{"type":"integer"}}""", "parameter.added", nameof(Effect.Meaning))]
    [InlineData($"{Items}/get/parameters/2/required", "false", "parameter.optional", nameof(Effect.None))]
    [InlineData($"{Items}/post/responses/410", """{"description":"gone","content":{"application/json":{"schema":{"$ref":"#/components/schemas/NameTaken"}}}}""", "error.added", nameof(Effect.Note))]
    [InlineData($"{Items}/post/responses/409", null, "error.removed", nameof(Effect.Meaning))]
    [InlineData($"{Schemas}/Item/required/0", null, "property.optional", nameof(Effect.Meaning))]
    [InlineData($"{Schemas}/Item/required/-", "\"note\"", "property.required", nameof(Effect.None))]
    [InlineData($"{Schemas}/Bolt/required/-", "\"size\"", "property.required", nameof(Effect.Compile))]
    [InlineData($"{Items}/get/parameters/0", """{"name":"q","in":"query","required":true,"schema":{"const":"x"}}""", "parameter.constant", nameof(Effect.Compile))]
    [InlineData($"{Schemas}/Item/properties/more", """{"type":"string"}""", "property.added", nameof(Effect.None))]
    [InlineData($"{Schemas}/NewItem/required/-", "\"urgent\"", "property.required", nameof(Effect.Compile))]
    [InlineData($"{Schemas}/NewItem/required/0", null, "property.optional", nameof(Effect.None))]
    [InlineData($"{Schemas}/NewItem/properties/urgent/default", "true", "property.default", nameof(Effect.Meaning))]
    [InlineData($"{Schemas}/NewItem/properties/name/minLength", "5", "constraint.narrowed", nameof(Effect.Meaning))]
    [InlineData($"{Schemas}/Color/enum/-", "\"black\"", "enum.value.added", nameof(Effect.Note))]
    [InlineData($"{Schemas}/Color/enum/0", null, "enum.value.removed", nameof(Effect.Compile))]
    public void A_change_is_judged_by_the_way_that_the_value_goes(string pointer, string? value, string kind, string effect)
    {
        EquatableArray<Fact> before = DepotDocument.Facts(), after = DepotDocument.Facts(DepotDocument.With(pointer, value));
        Effects effects = new(before, after);

        Assert.Contains((kind, effect), Difference.Of(before, after).Select(change => (change.Kind, effects.Of(change).ToString())));
    }
}
