using System.Text.Json;
using MyApp.EnumsApi;

namespace DatabricksApps.Generated.Tests;

public sealed class EnumsTests
{
    private const string Minimal = """{"color":"green","level":3,"kind":"paint","only":"one","by_color":{"red":1},"colors":["red","1st"]}""";

    [Fact]
    public async Task Enums_go_as_their_wire_text()
    {
        StubHandler app = StubHandler.Json(Minimal);

        Paint received = await new EnumsClient(app.Client()).EchoEnumsAsync(
            Color.LightBlue,
            new Paint
            {
                Color = Color.Green,
                Size = Size.ValueMinus3,
                Level = PaintLevel.Value3,
                ByColor = new Dictionary<string, long> { ["red"] = 1 },
                Colors = [Color.Red, Color._1st, "of my own"],
            },
            sizes: [Size.Value1, Size.Value2],
            mode: EchoEnumsMode.Slow,
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("POST /api/enums/light-blue?sizes=1&sizes=2&mode=slow", app.Last.Line);
        Assert.Equal(
            """{"color":"green","size":-3,"level":3,"kind":"paint","only":"one","by_color":{"red":1},"colors":["red","1st","of my own"]}""",
            app.Last.Text);
        Assert.Equal(Color.Known.Green, received.Color.Kind);
        Assert.Equal(Color.Green, received.DefaultColor);
        Assert.Equal(PaintFinish.Matt, received.Finish);
        Assert.Null(received.Size);
    }

    [Fact]
    public void An_unknown_value_is_kept()
    {
        string json = Minimal.Replace("green", "mauve").Replace(":3,", ":{\"a\":1},");

        Paint paint = JsonSerializer.Deserialize<Paint>(json)!;

        Assert.Equal(("mauve", false, Color.Known.Unknown), (paint.Color.Value, paint.Color.IsKnown, paint.Color.Kind));
        Assert.False(paint.Level.IsKnown);
        Assert.Equal(json, JsonSerializer.Serialize(paint));
    }
}
