using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class KindsTests
{
    private static readonly DateTimeOffset s_time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Every_member_that_has_a_value_is_written() => Assert.Equal(
        """
        {"text":"a","text2":"a","text3":"a",
        "uri":"http://a","uri2":"http://a","uri3":"http://a",
        "model":{"id":1},"model2":{"id":1},"model3":{"id":1},
        "number":7,"number2":7,"number3":7,
        "flag":true,"flag2":true,"flag3":true,
        "time":"2026-01-02T03:04:05Z","time2":"2026-01-02T03:04:05Z","time3":"2026-01-02T03:04:05Z"}
        """.ReplaceLineEndings(""),
        Write(Full(areSecret: false).Assigned()));

    [Fact]
    public void Without_values_only_what_is_always_written_is() => Assert.Equal(
        """{"text":null,"uri":null,"model":null,"number":0,"flag":false,"time":"0001-01-01T00:00:00Z"}""", Write(new Kinds()));

    [Fact]
    public void What_was_assigned_is_written_null_too() => Assert.Equal(
        """
        {"text":null,"text3":null,"uri":null,"uri3":null,"model":null,"model3":null,"number":0,"number3":0,"flag":false,"flag3":false,
        "time":"0001-01-01T00:00:00Z","time3":"0001-01-01T00:00:00Z"}
        """.ReplaceLineEndings(""),
        Write(new Kinds().Assigned()));

    [Fact]
    public void Texts_for_people_mask_secrets_of_every_kind()
    {
        Kinds secrets = Full(areSecret: true).Assigned();
        string masked = string.Join(",", new[] { "text", "uri", "model", "number", "flag", "time" }.SelectMany(
            name => new[] { "", "2", "3" }, (name, number) => $"\"{name}{number}\":\"***\""));
        Assert.Equal("{" + masked + "}", secrets.ToString());
        Assert.Equal(Write(Full(areSecret: false).Assigned()), Write(secrets));
    }

    [Fact]
    public void Null_is_read_as_null() => Assert.Equal("null null null null null", ReadAll("null", "null", "null", "null", "null"));

    [Fact]
    public void Values_are_read_as_those_that_cannot_be_null_are() => Assert.Equal(
        "a http://a/ 7 True 2026-01-02T03:04:05.0000000+00:00",
        ReadAll("\"a\"", "\"http://a/\"", "7", "true", "\"2026-01-02T03:04:05Z\""));

    [Fact]
    public void What_is_neither_null_nor_a_value_says_what_was_wanted() =>
        Assert.Equal("The string \"x\" cannot be read as an integer of 64 bits.", Assert.Throws<JsonFault>(() => Read("\"x\"", Int64Json.ReadOrNull)).Message);

    private static Kinds Full(bool areSecret) => new()
    {
        AreSecret = areSecret, Text = "a", Uri = new Uri("http://a"), Model = new Order { Id = 1 }, Number = 7, Flag = true, Time = s_time,
    };

    private delegate T Reading<T>(ref Utf8JsonReader reader);

    private static string ReadAll(string text, string uri, string number, string flag, string time) => string.Join(
        " ",
        Read(text, StringJson.ReadOrNull) ?? "null",
        Read(uri, UriJson.ReadOrNull)?.ToString() ?? "null",
        Read(number, Int64Json.ReadOrNull)?.ToString(null, null) ?? "null",
        Read(flag, BooleanJson.ReadOrNull)?.ToString() ?? "null",
        Read(time, DateTimeJson.ReadOrNull)?.ToString("O") ?? "null");

    private static T Read<T>(string json, Reading<T> read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return read(ref reader);
    }

    private static string Write(Kinds kinds)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            kinds.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
