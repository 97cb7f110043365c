using System.Numerics;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>How well the text of a scalar fits a type in a union.</summary>
public sealed class ScalarFitTests
{
    [Theory]
    [InlineData("7", JsonFit.Exact + 2)]
    [InlineData("-0", JsonFit.Spelled)]
    [InlineData("7.0", JsonFit.Spelled)]
    [InlineData("7e0", JsonFit.Spelled)]
    [InlineData("2147483648", JsonFit.None)]
    [InlineData("\"7\"", JsonFit.None)]
    public void Of_32_bits(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<int, Int32Json>(json));

    [Theory]
    [InlineData("2147483648", JsonFit.Exact + 1)]
    [InlineData("9223372036854775808", JsonFit.None)]
    [InlineData("1.5", JsonFit.None)]
    public void Of_64_bits(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<long, Int64Json>(json));

    [Theory]
    [InlineData("1.5", JsonFit.Exact - 2)]
    [InlineData("1.50", JsonFit.Spelled + 2)]
    [InlineData("1.0", JsonFit.Spelled + 2)]
    [InlineData("1e999", JsonFit.None)]
    [InlineData("\"NaN\"", JsonFit.None)]
    public void Of_double_precision(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<double, DoubleJson>(json));

    [Theory]
    [InlineData("1.50", JsonFit.Exact - 1)]
    [InlineData("1e3", JsonFit.Spelled + 3)]
    public void Of_a_decimal(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<decimal, DecimalJson>(json));

    [Theory]
    [InlineData("\"1.50\"", JsonFit.Exact - 1)]
    [InlineData("\"1e3\"", JsonFit.Spelled)]
    [InlineData("1.5", JsonFit.Spelled)]
    [InlineData("\"a\"", JsonFit.None)]
    public void Of_a_decimal_in_a_string(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<decimal, DecimalStringJson>(json));

    [Theory]
    [InlineData("\"2024-01-01T10:00:00Z\"", JsonFit.Exact)]
    [InlineData("\"2024-01-01T10:00:00\\u005a\"", JsonFit.Exact)]
    [InlineData("\"2024-01-01T10:00:00\"", JsonFit.Spelled + 1)]
    [InlineData("\"soon\"", JsonFit.None)]
    public void Of_a_point_in_time(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<DateTimeOffset, DateTimeJson>(json));

    [Theory]
    [InlineData("\"2024-01-01\"", JsonFit.Exact)]
    [InlineData("\"2024-01-01T00:00:00\"", JsonFit.Spelled)]
    public void Of_a_date(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<DateOnly, DateJson>(json));

    [Theory]
    [InlineData("[\"2024-01-01\",\"2024-01-01T00:00:00\"]", JsonFit.Spelled)]
    [InlineData("[\"2024-01-01\",\"x\"]", JsonFit.None)]
    [InlineData("[]", JsonFit.Kind)]
    public void A_list_fits_as_its_worst_item(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<IReadOnlyList<DateOnly>, ListJson<DateOnly, DateJson>>(json));

    [Theory]
    [InlineData("{\"a\":\"2024-01-01T00:00:00\"}", JsonFit.Spelled)]
    [InlineData("{\"a\":\"2024-01-01\",\"b\":1}", JsonFit.None)]
    [InlineData("{\"a\":\"2024-01-01\"}", JsonFit.Kind - 1)]
    public void A_map_fits_as_its_worst_value(string json, int fit) =>
        Assert.Equal(fit, JsonOf.Fit<IReadOnlyDictionary<string, DateOnly>, MapJson<DateOnly, DateJson>>(json));

    [Theory]
    [InlineData("[1,\"a\"]", JsonFit.Kind)]
    [InlineData("[1,2]", JsonFit.None)]
    [InlineData("[1]", JsonFit.None)]
    [InlineData("[1,\"a\",2]", JsonFit.None)]
    public void A_tuple_fits_as_its_worst_item(string json, int fit) =>
        Assert.Equal(fit, JsonOf.Fit<(long, string), TupleJson<long, Int64Json, string, StringJson>>(json));

    [Theory]
    [InlineData("1.0", JsonFit.Spelled)]
    [InlineData("0.5", JsonFit.None)]
    public void Of_any_integer(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<BigInteger, BigIntegerJson>(json));
}
