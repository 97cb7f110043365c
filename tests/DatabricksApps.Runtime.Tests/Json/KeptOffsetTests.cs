using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>What a member's text said of its offset goes back as it came, until the member is assigned.</summary>
public sealed class KeptOffsetTests
{
    [Theory]
    [InlineData("{\"when\":\"2024-01-01T00:30:00\"}")]
    [InlineData("{\"when\":\"2024-01-01T00:30:00.25Z\"}")]
    [InlineData("{\"when\":\"2024-01-01T00:30:00+02:00\"}")]
    [InlineData("{\"at\":\"14:30:00\"}")]
    [InlineData("{\"at\":\"14:30:00Z\"}")]
    [InlineData("{\"at\":\"14:30:00.5+02:00\"}")]
    [InlineData("{\"until\":\"2024-01-01T00:30:00\"}")]
    [InlineData("{\"until\":null}")]
    [InlineData("{\"when\":\"2024-01-01T00:30:00\",\"at\":\"14:30:00-05\",\"until\":\"2024-01-01T00:30:00\",\"more\":1}")]
    public void What_was_read_is_written_again_and_so_is_its_copy(string json)
    {
        Locked read = JsonOf.Read<Locked, ModelJson<Locked>>(json);

        Assert.Equal(json, JsonOf.Write<Locked, ModelJson<Locked>>(read));
        Assert.Equal(json, JsonOf.Write<Locked, ModelJson<Locked>>(new Locked(read)));
    }

    [Fact]
    public void The_value_is_UTC_and_the_clock()
    {
        Locked read = JsonOf.Read<Locked, ModelJson<Locked>>("{\"when\":\"2024-01-01T00:30:00\",\"at\":\"14:30:00+02:00\"}");

        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 30, 0, TimeSpan.Zero), read.When);
        Assert.Equal(new TimeOnly(14, 30), read.At);
    }

    [Fact]
    public void What_the_caller_gives_is_sent_as_given()
    {
        Locked read = JsonOf.Read<Locked, ModelJson<Locked>>(
            "{\"when\":\"2024-01-01T00:30:00\",\"at\":\"14:30:00+02:00\",\"until\":\"2024-01-01T00:30:00\"}");
        Locked changed = new(read) { When = read.When, Until = new DateTimeOffset(2024, 1, 1, 0, 30, 0, TimeSpan.FromHours(2)) };

        Assert.Equal(
            "{\"when\":\"2024-01-01T00:30:00Z\",\"at\":\"14:30:00+02:00\",\"until\":\"2024-01-01T00:30:00+02:00\"}",
            JsonOf.Write<Locked, ModelJson<Locked>>(changed));
        Assert.Equal("{\"at\":\"08:00:00\"}", JsonOf.Write<Locked, ModelJson<Locked>>(
            new Locked(JsonOf.Read<Locked, ModelJson<Locked>>("{\"at\":\"14:30:00+02:00\"}")) { At = new TimeOnly(8, 0) }));
    }

    [Fact]
    public void Of_a_member_that_comes_twice_the_last_one_counts() => Assert.Equal(
        "{\"when\":\"2024-01-02T00:00:00Z\",\"at\":\"14:30:00\"}",
        JsonOf.Write<Locked, ModelJson<Locked>>(JsonOf.Read<Locked, ModelJson<Locked>>(
            "{\"at\":\"14:00:00Z\",\"when\":\"2024-01-01T00:30:00\",\"when\":\"2024-01-02T00:00:00Z\",\"at\":\"14:30:00\"}")));

    [Fact]
    public void Of_models_that_were_read_alike_the_second_allocates_nothing_for_it()
    {
        long expected = Allocated("{\"when\":\"2024-01-01T00:30:00Z\",\"until\":\"2024-01-01T00:30:00Z\"}"u8.ToArray());

        Assert.Equal(expected, Allocated("{\"when\":\"2024-01-01T00:30:00\",\"until\":\"2024-01-01T00:30:00\"}"u8.ToArray()));

        static long Allocated(byte[] json)
        {
            JsonText.Read<Locked, ModelJson<Locked>>(json);
            long before = GC.GetAllocatedBytesForCurrentThread();
            JsonText.Read<Locked, ModelJson<Locked>>(json);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Models_that_share_what_they_keep_change_each_for_itself()
    {
        const string Json = "{\"when\":\"2024-01-01T00:30:00\",\"at\":\"14:30:00+02:00\",\"until\":\"2024-01-01T00:30:00\"}";
        Locked first = JsonOf.Read<Locked, ModelJson<Locked>>(Json);
        Locked second = JsonOf.Read<Locked, ModelJson<Locked>>(Json);
        Locked changed = new(second) { When = second.When };

        Assert.Equal(Json, JsonOf.Write<Locked, ModelJson<Locked>>(first));
        Assert.Equal(Json, JsonOf.Write<Locked, ModelJson<Locked>>(second));
        Assert.Equal(
            "{\"when\":\"2024-01-01T00:30:00Z\",\"at\":\"14:30:00+02:00\",\"until\":\"2024-01-01T00:30:00\"}",
            JsonOf.Write<Locked, ModelJson<Locked>>(changed));
    }

    [Fact]
    public void Out_of_a_model_only_what_loses_nothing_is_read() => Assert.Equal(
        "$[0]: The string \"14:30:00+02:00\" cannot be read as a time of day without an offset. (at $[0])",
        JsonOf.Fault<IReadOnlyList<TimeOnly>, ListJson<TimeOnly, TimeJson>>("[\"14:30:00+02:00\"]"));
}
