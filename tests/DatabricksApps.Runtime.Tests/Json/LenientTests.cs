using System.Numerics;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>What the document does not tell, and can be read without losing or inventing anything.</summary>
public sealed class LenientTests
{
    [Fact]
    public void A_number_is_read_from_its_text_and_written_as_a_number()
    {
        Assert.Equal(-5, JsonOf.Read<int, Int32Json>("\"-5\""));
        Assert.Equal(9007199254740993, JsonOf.Read<long, Int64Json>("\"9007199254740993\""));
        Assert.Equal(1000, JsonOf.Read<long, Int64Json>("\"1e3\""));
        Assert.Equal(7, Int64OrNull("\"\\u0037\""));
        Assert.Equal(BigInteger.Pow(10, 30), JsonOf.Read<BigInteger, BigIntegerJson>("\"1000000000000000000000000000000\""));
        Assert.Equal(1.1, JsonOf.Read<double, DoubleJson>("\"1.10\""));
        Assert.Equal(1e300, JsonOf.Read<double, DoubleJson>("\"1e300\""));
        Assert.Equal(0.1f, JsonOf.Read<float, SingleJson>("\"0.1\""));
        Assert.Equal(1.10m, JsonOf.Read<decimal, DecimalJson>("\"1.10\""));
        Assert.Equal("[1,2]", JsonOf.Write<IReadOnlyList<long>, ListJson<long, Int64Json>>(
            JsonOf.Read<IReadOnlyList<long>, ListJson<long, Int64Json>>("[\"1\",2]")));
    }

    [Fact]
    public void A_Boolean_is_read_from_the_text_of_one()
    {
        Assert.True(JsonOf.Read<bool, BooleanJson>("\"true\""));
        Assert.False(JsonOf.Read<bool, BooleanJson>("\"false\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("1}")]
    [InlineData("1 2")]
    [InlineData("None")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\\ud800")]
    public void What_only_may_mean_a_number_is_none(string text) => Assert.EndsWith(
        "cannot be read as an integer of 64 bits.", JsonOf.Fault<long, Int64Json>($"\"{text}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"True\"")]
    [InlineData("\"yes\"")]
    [InlineData("\"1\"")]
    [InlineData("1")]
    public void What_only_may_mean_a_Boolean_is_none(string json) =>
        Assert.EndsWith("cannot be read as true or false.", JsonOf.Fault<bool, BooleanJson>(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"12345678901234567890\"", "The number 12345678901234567890 cannot be read as an integer of 64 bits.")]
    [InlineData("12345678901234567890123456789012345678901234567890", "The number 1234567890123456789012345678901234567890… cannot be read as an integer of 64 bits.")]
    [InlineData("\"12345678901234567890123456789012345678901234567890x\"", "The string \"123456789012345678901234567890123456789…\" cannot be read as an integer of 64 bits.")]
    [InlineData("\"a\\u0000\\nb\\u202e\"", "The string \"a\\u0000\\u000ab\\u202e\" cannot be read as an integer of 64 bits.")]
    public void A_value_beyond_its_type_shows_its_start(string json, string message) =>
        Assert.Equal(message, JsonOf.Fault<long, Int64Json>(json));

    [Fact]
    public void A_null_is_read_where_CSharp_has_one()
    {
        Assert.Null(JsonOf.Read<string, StringJson>("null"));
        Assert.Null(JsonOf.Read<Uri, UriJson>("null"));
        Assert.Null(JsonOf.Read<byte[], BytesJson>("null"));
        Assert.Null(JsonOf.Read<IReadOnlyList<long>, ListJson<long, Int64Json>>("null"));
        Assert.Null(JsonOf.Read<IReadOnlyDictionary<string, long>, MapJson<long, Int64Json>>("null"));
        Assert.Equal("[\"a\",null]", JsonOf.Write<IReadOnlyList<string>, ListJson<string, StringJson>>(
            JsonOf.Read<IReadOnlyList<string>, ListJson<string, StringJson>>("[\"a\",null]")));
        Assert.Equal("{\"a\":null}", JsonOf.Write<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>(
            JsonOf.Read<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>("{\"a\":null}")));
    }

    [Fact]
    public void A_null_is_named_where_CSharp_has_none() => Assert.Equal(
        "$['a'][1]: null cannot be read as an integer of 64 bits. (at $['a'][1])",
        JsonOf.Fault<IReadOnlyDictionary<string, IReadOnlyList<long>>, MapJson<IReadOnlyList<long>, ListJson<long, Int64Json>>>("{\"a\":[1,null]}"));

    [Fact]
    public void How_well_a_value_fits_a_case_is_what_the_document_says()
    {
        Assert.Equal(JsonFit.None, JsonOf.Fit<long, Int64Json>("\"1\""));
        Assert.Equal(JsonFit.None, JsonOf.Fit<double, DoubleJson>("\"1.5\""));
        Assert.Equal(JsonFit.None, JsonOf.Fit<bool, BooleanJson>("\"true\""));
        Assert.Equal(JsonFit.None, JsonOf.Fit<string, StringJson>("null"));
        Assert.Equal(JsonFit.None, JsonOf.Fit<TimeOnly, TimeJson>("\"12:00:00+02:00\""));
        Assert.Equal(JsonFit.None, JsonOf.Fit<TimeSpan, DurationJson>("\"1.02:00:00\""));
        Assert.Equal(JsonFit.None, JsonOf.Fit<TimeSpan, ConstantDurationJson>("\"PT1H\""));
    }

    [Fact]
    public void A_member_that_is_a_secret_is_masked_and_any_other_shows_its_start()
    {
        Assert.Equal("The string \"hunter2\" cannot be read as true or false.", JsonOf.Fault<bool, BooleanJson>("\"hunter2\""));
        Assert.Equal(
            "Locked.pin: The string *** cannot be read as an integer of 64 bits. (at $.pin)",
            JsonOf.Fault<Locked, ModelJson<Locked>>("{\"pin\":\"hunter2\"}"));
        Assert.Equal(
            "Locked.pin: The number *** cannot be read as an integer of 64 bits. (at $.inner.pin)",
            JsonOf.Fault<Locked, ModelJson<Locked>>("{\"inner\":{\"pin\":1.5}}"));
    }

    [Fact]
    public void A_further_property_that_is_a_secret_is_shown_of_no_error() => Assert.Equal(
        "Pins.more: The string *** cannot be read as an integer of 64 bits. (at $.more)",
        JsonOf.Fault<Pins, ModelJson<Pins>>("{\"more\":\"hunter2\"}"));

    [Fact]
    public void A_value_that_fits_is_read_without_any_allocation()
    {
        // No double: code of .NET 8 that is not optimized yet allocates for each table of constants that it reads.
        byte[] json = "[1,true,\"2024-01-01T00:30:00+02:00\"]"u8.ToArray();
        Read(json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(json);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Read(byte[] json) => JsonText.Read<(long, bool, DateTimeOffset),
            TupleJson<long, Int64Json, bool, BooleanJson, DateTimeOffset, DateTimeJson>>(json);
    }

    private static long? Int64OrNull(string json) => JsonOf.Read<long?, NullableJson<long, Int64Json>>(json);
}
