using System.Globalization;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class DateTimeTests
{
    [Theory]
    [InlineData("2024-02-29T12:34:56Z", "2024-02-29T12:34:56.0000000+00:00")]
    [InlineData("2024-02-29t12:34:56z", "2024-02-29T12:34:56.0000000+00:00")]
    [InlineData("2024-02-29T12:34:56+02:00", "2024-02-29T12:34:56.0000000+02:00")]
    [InlineData("2024-02-29T12:34:56-0930", "2024-02-29T12:34:56.0000000-09:30")]
    [InlineData("2024-02-29T12:34:56-05", "2024-02-29T12:34:56.0000000-05:00")]
    [InlineData("2024-02-29T12:34:56+14:00", "2024-02-29T12:34:56.0000000+14:00")]
    [InlineData("2024-02-29T12:34:56-14:00", "2024-02-29T12:34:56.0000000-14:00")]
    [InlineData("2024-02-29T12:34:56+13:59", "2024-02-29T12:34:56.0000000+13:59")]
    [InlineData("2024-02-29T12:34:56.123456+00:00", "2024-02-29T12:34:56.1234560+00:00")]
    [InlineData("2024-02-29T12:34:56.123456789Z", "2024-02-29T12:34:56.1234567+00:00")]
    [InlineData("2024-02-29T12:34Z", "2024-02-29T12:34:00.0000000+00:00")]
    [InlineData("2024-02-29 12:34:56.5", "2024-02-29T12:34:56.5000000+00:00")]
    [InlineData("2024-02-29T12:34:56", "2024-02-29T12:34:56.0000000+00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2024\\u002d02-29T12:34:56Z", "2024-02-29T12:34:56.0000000+00:00")]
    public void A_date_and_time_without_an_offset_is_UTC(string text, string expected) => Assert.Equal(
        expected,
        JsonOf.Read<DateTimeOffset, DateTimeJson>($"\"{text}\"").ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"2024-02-30T00:00:00Z\"")]
    [InlineData("\"2023-02-29\"")]
    [InlineData("\"2024-13-01\"")]
    [InlineData("\"0000-01-01\"")]
    [InlineData("\"2024-02-29T24:00:00Z\"")]
    [InlineData("\"2024-02-29T12:60:00Z\"")]
    [InlineData("\"2024-02-29T12:34:56.Z\"")]
    [InlineData("\"2024-02-29T12:34:56+14:01\"")]
    [InlineData("\"2024-02-29T12:34:56-14:01\"")]
    [InlineData("\"2024-02-29T12:34:56+12:60\"")]
    [InlineData("\"2024-02-29T12:34:56 UTC\"")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("\"9999-12-31T23:59:60Z\"")]
    [InlineData("\"29/02/2024\"")]
    [InlineData("1709210096")]
    [InlineData("null")]
    public void What_is_no_date_and_time_says_so(string json) =>
        Assert.EndsWith("cannot be read as a date and time (RFC 3339).", JsonOf.Fault<DateTimeOffset, DateTimeJson>(json));

    [Theory]
    [InlineData("2024-01-01T00:30:00+02:00", "2024-01-01T00:30:00+02:00")]
    [InlineData("2024-02-29T12:34:56.5-09:30", "2024-02-29T12:34:56.5-09:30")]
    [InlineData("2024-02-29T12:34:56.1234567+14:00", "2024-02-29T12:34:56.1234567+14:00")]
    [InlineData("2024-02-29T12:34:56+00:00", "2024-02-29T12:34:56Z")]
    [InlineData("2024-02-29T12:34:56.5Z", "2024-02-29T12:34:56.5Z")]
    [InlineData("2024-02-29T12:34:56.1234567Z", "2024-02-29T12:34:56.1234567Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void A_date_and_time_is_written_with_its_offset_and_no_digit_lost(string text, string expected) => Assert.Equal(
        $"\"{expected}\"",
        JsonOf.Write<DateTimeOffset, DateTimeJson>(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_date_reads_alone_and_from_midnight()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), JsonOf.Read<DateOnly, DateJson>("\"2024-02-29\""));
        Assert.Equal(new DateOnly(2024, 2, 29), JsonOf.Read<DateOnly, DateJson>("\"2024-02-29T00:00:00\""));
        Assert.Equal("The string \"2024-02-29T01:00:00\" cannot be read as a date.", JsonOf.Fault<DateOnly, DateJson>("\"2024-02-29T01:00:00\""));
        Assert.Equal("\"0987-06-05\"", JsonOf.Write<DateOnly, DateJson>(new DateOnly(987, 6, 5)));
    }

    [Theory]
    [InlineData("14:30:00", "14:30:00")]
    [InlineData("14:30", "14:30:00")]
    [InlineData("14:30:00.250000", "14:30:00.25")]
    [InlineData("14:30:00Z", "14:30:00")]
    [InlineData("14:30:00+00:00", "14:30:00")]
    public void A_time_of_day_reads_without_an_offset(string text, string expected)
    {
        TimeOnly time = JsonOf.Read<TimeOnly, TimeJson>($"\"{text}\"");
        Assert.Equal($"\"{expected}\"", JsonOf.Write<TimeOnly, TimeJson>(time));
    }

    [Theory]
    [InlineData("14:30:00+02:00")]
    [InlineData("24:00:00")]
    [InlineData("23:59:60")]
    [InlineData("noon")]
    public void A_time_of_day_that_TimeOnly_cannot_hold_says_so(string text) => Assert.Equal(
        $"The string \"{text}\" cannot be read as a time of day without an offset.",
        JsonOf.Fault<TimeOnly, TimeJson>($"\"{text}\""));
}
