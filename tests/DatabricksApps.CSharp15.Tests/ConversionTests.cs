using System.Text.Json;
using DatabricksApps.CSharp15.Tests.ZooApi;
using static DatabricksApps.CSharp15.Tests.SwitchTests;

namespace DatabricksApps.CSharp15.Tests;

/// <summary>A value becomes a union wherever one is asked for, by the union's own conversions and by those of the language.</summary>
public sealed class ConversionTests
{
    private static readonly Cat s_cat = new() { Name = "Tom" };

    private static readonly IReadOnlyList<Cat> s_cats = [s_cat];

    private static readonly JsonElement s_json = JsonSerializer.SerializeToElement(new { kind = "fish" });

    [Fact]
    public void A_model()
    {
        Pet pet = s_cat;
        Pet? maybe = s_cat;
        Pet chosen = pet.Value is Cat ? new Dog { Name = "Rex" } : s_cat;

        Assert.Equal("cat Tom", Describe(pet));
        Assert.Equal("cat Tom", Describe(maybe.Value));
        Assert.Equal("dog Rex", Describe(chosen));
        Assert.Equal("cat Tom", Describe((Pet)s_cat));
        Assert.Equal("cat Tom", Describe(new Pet(s_cat)));
        Assert.Equal(Pet.FromCat(s_cat), pet);
        Assert.Equal("""{"kind":"cat","name":"Tom"}""", JsonSerializer.Serialize(pet));
    }

    [Fact]
    public void A_value_of_each_scalar()
    {
        Scalar[] scalars = [1, 2L, true, new DateOnly(2026, 4, 1), Size.Small, s_json, (short)3];
        Scalar? maybe = 5L;

        Assert.Equal(["int 1", "long 2", "bool True", "date 2026", "size small", "unknown Object", "int 3"], scalars.Select(Describe));
        Assert.Equal("long 5", Describe(maybe.Value));
    }

    [Fact]
    public void A_list_a_map_and_a_tuple()
    {
        Many cats = s_cats;
        Many list = new List<Cat> { s_cat, s_cat };
        Many array = new[] { s_cat };
        Many? maybe = s_cats;
        Many map = new Dictionary<string, long> { ["a"] = 1 };
        Many pair = (1L, "x");
        Many made = new([s_cat, s_cat, s_cat]);

        Assert.Equal(
            ["1 cats", "2 cats", "1 cats", "1 cats", "1 numbers", "pair 1 x", "3 cats"],
            new[] { cats, list, array, maybe.Value, map, pair, made }.Select(Describe));
        Assert.Equal("1 cats", Describe(s_cats));
    }

    [Fact]
    public void A_union()
    {
        Pet pet = s_cat;
        Nested nested = pet;
        Nested? maybe = pet;

        Assert.Equal("cat Tom", Describe(nested));
        Assert.Equal("cat Tom", Describe(maybe.Value));
    }

    [Fact]
    public void Json_that_is_no_case()
    {
        Pet pet = s_json;
        Many many = s_json;

        Assert.Equal("""unknown {"kind":"fish"}""", Describe(pet));
        Assert.True(pet.TryGetUnknown(out JsonElement json));
        Assert.Equal("fish", json.GetProperty("kind").GetString());
        Assert.Equal("""{"kind":"fish"}""", JsonSerializer.Serialize(pet));
        Assert.Equal("unknown Object", Describe(many));
    }

    [Fact]
    public void Null()
    {
        Pet? pet = null;
        Many? many = null;
        Visit visit = new() { Pet = s_cat, Scalar = 1, Friend = null, Many = null };

        Assert.True(pet is null);
        Assert.True(many is null && visit.Many is null && visit.Friend is null);
        Assert.True(visit.Friend is not { });
        Assert.Throws<ArgumentNullException>(() => new Pet((Cat)null!));
        Assert.Throws<ArgumentNullException>(() => new Many((IReadOnlyList<Cat>)null!));
    }

    [Fact]
    public void In_members_arguments_and_collections()
    {
        Visit visit = new()
        {
            Pet = s_cat, Scalar = 1L, Friend = new Dog { Name = "Rex" }, Many = new List<Cat> { s_cat }, Nested = "x", Value = 1.5,
        };
        Pet[] pets = [s_cat, new Dog { Name = "Rex" }, s_json, default];
        List<Pet?> maybe = [s_cat, null];

        Assert.Equal("dog Rex", Describe(visit.Friend.Value));
        Assert.Equal(["cat Tom", "dog Rex", """unknown {"kind":"fish"}""", "unknown "], pets.Select(Describe));
        Assert.Equal([true, false], maybe.Select(pet => pet.HasValue));
        Assert.Equal("number 1.5", Describe(visit.Value!.Value));
        Assert.Equal(
            """{"pet":{"kind":"cat","name":"Tom"},"scalar":1,"friend":{"kind":"dog","name":"Rex"},"many":[{"kind":"cat","name":"Tom"}],"nested":"x","value":1.5}""",
            JsonSerializer.Serialize(visit));
    }

    [Fact]
    public void What_there_was_before_is_still_there()
    {
        Pet pet = s_cat;

        Assert.True(pet.TryGetCat(out Cat? cat) && ReferenceEquals(cat, s_cat));
        Assert.False(pet.TryGetDog(out _));
        Assert.Equal("Tom", pet.Match(onCat: cat => cat.Name, onDog: dog => dog.Name, onUnknown: json => json.ToString()));
        Assert.True(pet.TryGetValue(out Cat? value) && ReferenceEquals(value, s_cat));
        Assert.False(pet.TryGetValue(out JsonElement _));
    }
}
