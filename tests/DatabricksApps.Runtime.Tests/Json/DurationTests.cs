using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class DurationTests
{
    [Theory]
    [InlineData("PT0S", "00:00:00", "PT0S")]
    [InlineData("P1DT2H30M0.5S", "1.02:30:00.5", "P1DT2H30M0.5S")]
    [InlineData("P2W", "14.00:00:00", "P14D")]
    [InlineData("PT90M", "01:30:00", "PT1H30M")]
    [InlineData("PT0.000001S", "00:00:00.0000010", "PT0.000001S")]
    [InlineData("-P1DT1H", "-1.01:00:00", "-P1DT1H")]
    [InlineData("+PT1,5S", "00:00:01.5", "PT1.5S")]
    [InlineData("P1D", "1.00:00:00", "P1D")]
    [InlineData("PT86400S", "1.00:00:00", "P1D")]
    public void A_duration_reads_as_ISO_8601_and_is_written_in_its_shortest_form(string text, string expected, string written)
    {
        TimeSpan value = JsonOf.Read<TimeSpan, DurationJson>($"\"{text}\"");
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
        Assert.Equal($"\"{written}\"", JsonOf.Write<TimeSpan, DurationJson>(value));
    }

    [Fact]
    public void The_longest_durations_come_back()
    {
        foreach (TimeSpan value in new[] { TimeSpan.MinValue, TimeSpan.MaxValue })
        {
            Assert.Equal(value, JsonOf.Read<TimeSpan, DurationJson>(JsonOf.Write<TimeSpan, DurationJson>(value)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1.5H")]
    [InlineData("1 day, 2:00:00")]
    [InlineData("P99999999999999999D")]
    [InlineData("P99999999D")]
    public void A_duration_that_TimeSpan_cannot_hold_says_so(string text) => Assert.Equal(
        $"The string \"{text}\" cannot be read as a duration (ISO 8601, without years and months).",
        JsonOf.Fault<TimeSpan, DurationJson>($"\"{text}\""));
}
