using System.Text.Json;
using MyApp.ScalarsApi;

namespace DatabricksApps.Generated.Tests;

public sealed class ScalarsTests
{
    private static readonly string s_allScalars = """
        {"text":"a","flag":true,"count":1,"small":2,"big":1000000000000000000000000000000,"ratio":0.5,"single":1.5,
        "price":12.50,"at":"2024-05-06T04:08:09-03:00","day":"2024-05-06","hour":"07:08:09","span":"P1DT2H",
        "id":"123e4567-e89b-12d3-a456-426614174000","link":"https://example.com/a","data":"AAEC","secret":"hush",
        "anything":{"a":[1,null]}}
        """.ReplaceLineEndings("");

    [Fact]
    public async Task Every_scalar_goes_and_comes_as_its_format_says()
    {
        StubHandler app = StubHandler.Json(s_allScalars);
        ScalarsInput sent = new()
        {
            Text = "a",
            Flag = true,
            Count = 1,
            Small = 2,
            Big = System.Numerics.BigInteger.Pow(10, 30),
            Ratio = 0.5,
            Single = 1.5f,
            Price = 12.50m,
            At = new DateTimeOffset(2024, 5, 6, 4, 8, 9, TimeSpan.FromHours(-3)),
            Day = new DateOnly(2024, 5, 6),
            Hour = new TimeOnly(7, 8, 9),
            Span = new TimeSpan(1, 2, 0, 0),
            Id = new Guid("123e4567-e89b-12d3-a456-426614174000"),
            Link = new Uri("https://example.com/a"),
            Data = "AAEC",
            Secret = "hush",
            Anything = JsonElement.Parse("""{"a":[1,null]}"""),
        };

        Scalars received = await new ScalarsClient(app.Client()).EchoScalarsAsync(
            sent, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("POST /api/scalars", app.Last.Line);
        Assert.Equal("application/json", app.Last["Content-Type"]);
        Assert.Equal("application/json, */*;q=0.1", app.Last["Accept"]);
        Assert.Equal(s_allScalars, app.Last.Text);
        Assert.Equal(s_allScalars, JsonSerializer.Serialize(received));
        Assert.Equal(12.50m, received.Price);
        Assert.Equal(TimeSpan.FromHours(-3), received.At.Offset);
    }

    [Fact]
    public void A_secret_shows_in_no_text() => Assert.DoesNotContain("hush", JsonSerializer.Deserialize<Scalars>(s_allScalars)!.ToString());

    [Theory]
    [InlineData("\"price\":12.50", "\"price\":\"12.50\"")]
    [InlineData("\"count\":1,", "\"count\":1.0,")]
    [InlineData("\"count\":1,", "\"count\":\"1\",")]
    [InlineData("\"flag\":true", "\"flag\":\"true\"")]
    [InlineData("04:08:09-03:00", "04:08:09-0300")]
    public void Another_spelling_of_a_value_reads_as_the_same(string spelling, string other) => Assert.Equal(
        JsonSerializer.Deserialize<Scalars>(s_allScalars), JsonSerializer.Deserialize<Scalars>(s_allScalars.Replace(spelling, other)));

    [Fact]
    public void A_value_without_an_offset_is_UTC_and_comes_back_without_one()
    {
        string naive = s_allScalars.Replace("04:08:09-03:00", "07:08:09").Replace("\"hour\":\"07:08:09\"", "\"hour\":\"07:08:09-02:00\"");
        Scalars read = JsonSerializer.Deserialize<Scalars>(naive)!;

        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), read.At);
        Assert.Equal(new TimeOnly(7, 8, 9), read.Hour);
        Assert.Equal(naive, JsonSerializer.Serialize(new Scalars(read)));
        Assert.Contains("\"at\":\"2024-05-06T07:08:09Z\"", JsonSerializer.Serialize(new Scalars(read) { At = read.At }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_is_what_is_sent()
    {
        StubHandler app = StubHandler.Json("""{"required":1,"required_nullable":null,"version":1}""");
        ScalarsClient client = new(app.Client());

        Mixes received = await client.PatchMixesAsync(
            new Mixes { Required = 1, RequiredNullable = null }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("""{"required":1,"required_nullable":null,"version":1}""", app.Last.Text);
        Assert.Equal((10, "a \"quoted\" text", false, 5), (received.Defaulted, received.DefaultedText, received.DefaultedFlag, received.NullableDefaulted));
        Assert.Equal(["a"], received.DefaultedList);
        Assert.Equal("mix", received.Kind);

        await client.PatchMixesAsync(
            new Mixes
            {
                Required = 1,
                RequiredNullable = 2,
                Optional = null,
                OptionalNullable = null,
                OptionalText = null,
                NullableText = null,
                Defaulted = 10,
                NullableDefaulted = null,
                EmptyList = [],
                Kind = "mix",
            },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"required":1,"required_nullable":2,"optional_nullable":null,"nullable_text":null,"defaulted":10,"nullable_defaulted":null,"empty_list":[],"kind":"mix","version":1}""",
            app.Last.Text);
    }

    [Fact]
    public void A_copy_keeps_what_was_set()
    {
        Mixes original = JsonSerializer.Deserialize<Mixes>("""{"required":1,"required_nullable":null,"version":1,"optional_nullable":null,"later":[1]}""")!;

        Mixes copy = new(original) { Required = 2 };

        Assert.Equal("""{"required":2,"required_nullable":null,"optional_nullable":null,"version":1,"later":[1]}""", JsonSerializer.Serialize(copy));
    }
}
