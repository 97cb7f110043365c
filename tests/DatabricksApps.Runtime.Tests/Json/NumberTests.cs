using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-42", -42)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    public void An_integer_reads_in_every_spelling_of_JSON(string json, long expected) =>
        Assert.Equal(expected, JsonOf.Read<long, Int64Json>(json));

    [Theory]
    [InlineData("1.5", "The number 1.5 cannot be read as an integer of 64 bits.")]
    [InlineData("9223372036854775808", "The number 9223372036854775808 cannot be read as an integer of 64 bits.")]
    [InlineData("1e4097", "The number 1e4097 cannot be read as an integer of 64 bits.")]
    [InlineData("1e999999999", "The number 1e999999999 cannot be read as an integer of 64 bits.")]
    [InlineData("\"1.5\"", "The number 1.5 cannot be read as an integer of 64 bits.")]
    [InlineData("null", "null cannot be read as an integer of 64 bits.")]
    [InlineData("true", "true cannot be read as an integer of 64 bits.")]
    [InlineData("{}", "An object cannot be read as an integer of 64 bits.")]
    [InlineData("[1]", "An array cannot be read as an integer of 64 bits.")]
    public void What_is_no_integer_says_so(string json, string message) =>
        Assert.Equal(message, JsonOf.Fault<long, Int64Json>(json));

    [Fact]
    public void A_smaller_integer_has_its_own_limits()
    {
        Assert.Equal(int.MinValue, JsonOf.Read<int, Int32Json>("-2147483648.0"));
        Assert.Equal(
            "The number 2147483648 cannot be read as an integer of 32 bits.",
            JsonOf.Fault<int, Int32Json>("2147483648"));
    }

    [Fact]
    public void A_big_integer_keeps_all_digits()
    {
        BigInteger big = BigInteger.Pow(10, 40) + 1;
        Assert.Equal(big, JsonOf.Read<BigInteger, BigIntegerJson>("10000000000000000000000000000000000000001"));
        Assert.Equal("10000000000000000000000000000000000000001", JsonOf.Write<BigInteger, BigIntegerJson>(big));
    }

    [Theory]
    [InlineData("1e4096", true)]
    [InlineData("1e4097", false)]
    [InlineData("1e-4096", false)]
    [InlineData("0e-4096", true)]
    [InlineData("0e-4097", false)]
    [InlineData("1e2147483648", false)]
    public void Of_how_many_digits_an_integer_may_be_is_seen_before_they_are_made(string json, bool isRead) =>
        Assert.Equal(isRead ? JsonFit.Spelled : JsonFit.None, JsonOf.Fit<BigInteger, BigIntegerJson>(json));

    [Theory]
    [InlineData(4096, JsonFit.Exact)]
    [InlineData(4097, JsonFit.None)]
    public void Nor_are_more_digits_read_than_that(int digits, int fit) =>
        Assert.Equal(fit, JsonOf.Fit<BigInteger, BigIntegerJson>(new string('9', digits)));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("0.1")]
    [InlineData("20.25")]
    [InlineData("123456789012345")]
    [InlineData("0.123456789012345")]
    [InlineData("0.12345678901234567")]
    [InlineData("9007199254740993")]
    [InlineData("-179.99999")]
    [InlineData("1e-5")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("5e-324")]
    public void A_double_reads_as_the_nearest_one(string json) => Assert.Equal(
        BitConverter.DoubleToInt64Bits(double.Parse(json, CultureInfo.InvariantCulture)),
        BitConverter.DoubleToInt64Bits(JsonOf.Read<double, DoubleJson>(json)));

    [Theory]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    public void Numbers_that_JSON_cannot_spell_are_strings(string json, double value)
    {
        Assert.Equal(value, JsonOf.Read<double, DoubleJson>(json));
        Assert.Equal(json, JsonOf.Write<double, DoubleJson>(value));
        Assert.Equal((float)value, JsonOf.Read<float, SingleJson>(json));
        Assert.Equal(json, JsonOf.Write<float, SingleJson>((float)value));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("\"1e400\"")]
    public void A_number_beyond_a_double_is_no_infinity(string json)
    {
        Assert.Equal($"The number {json.Trim('"')} cannot be read as a number of double precision.", JsonOf.Fault<double, DoubleJson>(json));
        Assert.Equal($"The number {json.Trim('"')} cannot be read as a number of single precision.", JsonOf.Fault<float, SingleJson>(json));
    }

    [Fact]
    public void A_number_beyond_a_float_is_no_infinity()
    {
        Assert.Equal("The number 3.5e38 cannot be read as a number of single precision.", JsonOf.Fault<float, SingleJson>("3.5e38"));
        Assert.Equal(3.4e38f, JsonOf.Read<float, SingleJson>("3.4e38"));
        Assert.Equal(3.5e38, JsonOf.Read<double, DoubleJson>("3.5e38"));
    }

    [Fact]
    public void Any_other_string_is_no_number() =>
        Assert.Equal("The string \"1,5\" cannot be read as a number.", JsonOf.Fault<double, DoubleJson>("\"1,5\""));

    [Theory]
    [InlineData("1.10", "1.10")]
    [InlineData("\"1.10\"", "1.10")]
    [InlineData("\"-0.000000000000000000000000001\"", "-0.000000000000000000000000001")]
    public void A_decimal_string_reads_from_strings_and_numbers_and_keeps_its_scale(string json, string expected)
    {
        decimal value = JsonOf.Read<decimal, DecimalStringJson>(json);
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal($"\"{expected}\"", JsonOf.Write<decimal, DecimalStringJson>(value));
    }

    [Fact]
    public void A_decimal_number_is_written_as_a_number()
    {
        Assert.Equal("1.10", JsonOf.Write<decimal, DecimalJson>(JsonOf.Read<decimal, DecimalJson>("1.10")));
        Assert.Equal(
            "The number 1e40 cannot be read as a decimal number.",
            JsonOf.Fault<decimal, DecimalJson>("1e40"));
    }

    [Fact]
    public void A_decimal_number_is_read_from_a_string_too()
    {
        Assert.Equal(12.50m, JsonOf.Read<decimal, DecimalJson>("\"12.50\""));
        Assert.Equal(
            "The string \"dear\" cannot be read as a decimal number.",
            JsonOf.Fault<decimal, DecimalJson>("\"dear\""));
    }

    [Fact]
    public void Text_behind_the_value_is_an_error() =>
        Assert.ThrowsAny<JsonException>(() => JsonOf.Read<long, Int64Json>("1 2"));
}
