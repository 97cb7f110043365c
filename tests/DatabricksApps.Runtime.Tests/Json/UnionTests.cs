using System.Globalization;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>Which case of a union a value is read as.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData("[100,200,150]", 2)]
    [InlineData("[150,100,200]", 3)]
    [InlineData("[200,150,100]", 1)]
    [InlineData("[0,0,2]", 3)]
    public void The_case_that_fits_best_wherever_it_stands(string fits, int number) => Assert.Equal(number, ByShape.Read(fits).Number);

    [Theory]
    [InlineData("[200,200,100]", 1)]
    [InlineData("[100,200,200]", 2)]
    [InlineData("[100,100,100]", 1)]
    public void Of_cases_that_fit_alike_the_one_that_the_document_names_first(string fits, int number) =>
        Assert.Equal(number, ByShape.Read(fits).Number);

    [Theory]
    [InlineData("[0,0,0]")]
    [InlineData("[201,101,101]")]
    public void Where_none_fits_or_can_be_read_any_JSON(string fits) => Assert.Equal(0, ByShape.Read(fits).Number);

    // What fitted best and cannot be read leaves the others as they were.
    [Theory]
    [InlineData("[201,100,150]", 3)]
    [InlineData("[201,100,151]", 2)]
    [InlineData("[0,101,100]", 3)]
    public void Else_the_next_best_that_can_be_read(string fits, int number) => Assert.Equal(number, ByShape.Read(fits).Number);

    // A union within a union is told from the other cases by its discriminator, before its shape.
    [Theory]
    [InlineData("""{"kind":"cat"}""", JsonFit.Exact)]
    [InlineData("""{"kind":"cow"}""", JsonFit.Any)]
    [InlineData("""{"kind":7}""", JsonFit.Exact)]
    [InlineData("""{"kind":null}""", 100)]
    [InlineData("""{"name":"Tom"}""", 100)]
    [InlineData("7", 100)]
    public void A_union_with_a_discriminator_fits(string json, int fit) => Assert.Equal(fit, JsonOf.Fit<Tagged, ModelJson<Tagged>>(json));

    [Theory]
    [InlineData("[100,0,150]", 150)]
    [InlineData("[0,0,0]", JsonFit.Any)]
    public void One_without_fits_as_its_best_case_and_never_not_at_all(string fits, int fit) =>
        Assert.Equal(fit, JsonOf.Fit<ByShape, ModelJson<ByShape>>(fits));

    /// <summary>Three cases that fit a list of three numbers as it says; what is odd fits, and yet cannot be read.</summary>
    private sealed record ByShape(int Number) : IJsonUnion<ByShape>
    {
        private static readonly JsonUnion s_union = new(3);

        public static ByShape Read(string json) => JsonOf.Read<ByShape, ModelJson<ByShape>>(json);

        public static ByShape ReadFrom(ref Utf8JsonReader reader) => s_union.Read<ByShape>(ref reader);

        public static int FitOf(Utf8JsonReader reader) => s_union.Fit<ByShape>(reader);

        public static ByShape ReadCase(int number, ref Utf8JsonReader reader)
        {
            if (number > 0 && FitCase(number, reader) % 2 == 1)
            {
                throw JsonFault.Expected(reader, $"case {number}");
            }

            reader.Skip();
            return new ByShape(number);
        }

        public static int FitCase(int number, Utf8JsonReader reader)
        {
            using JsonDocument list = JsonDocument.ParseValue(ref reader);
            return list.RootElement[number - 1].GetInt32();
        }

        public void WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Two cases that a property names, and that fit any value by its kind.</summary>
    private sealed record Tagged(int Number) : IJsonUnion<Tagged>
    {
        private static readonly JsonUnion s_union = new(2, "kind"u8, ("cat", 1), ("7", 2));

        public static Tagged ReadFrom(ref Utf8JsonReader reader) => s_union.Read<Tagged>(ref reader);

        public static int FitOf(Utf8JsonReader reader) => s_union.Fit<Tagged>(reader);

        public static Tagged ReadCase(int number, ref Utf8JsonReader reader)
        {
            reader.Skip();
            return new Tagged(number);
        }

        public static int FitCase(int number, Utf8JsonReader reader) => JsonFit.Kind;

        public void WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Number.ToString(CultureInfo.InvariantCulture));
    }
}
