namespace DatabricksApps.Gen.Tests.Binding;

public class EncodingTests
{
    private const string Size = """{"type":"object","properties":{"w":{"type":"integer"}}}""";

    [Theory]
    [InlineData("multipart/form-data", "\"style\":\"deepObject\"", 1)]
    [InlineData("multipart/form-data", "\"explode\":false", 1)]
    [InlineData("multipart/form-data", "\"contentType\":\"application/json\"", 0)]
    [InlineData("application/x-www-form-urlencoded", "\"style\":\"deepObject\"", 0)]
    public void The_style_of_an_object_is_told_where_it_has_no_effect(string mediaType, string encoding, int count)
    {
        const string Document =
            """{"/api/a":{"post":{"operationId":"a","requestBody":{"content":{"MEDIA":{"schema":{"type":"object","properties":{"size":SIZE,"name":{"type":"string"}}},"encoding":{"size":{ENCODING},"name":{"style":"form"}}}}},"responses":{}}}}""";
        BoundDocument bound = BoundDocument.OfPaths(
            Document.Replace("MEDIA", mediaType).Replace("SIZE", Size).Replace("ENCODING", encoding));

        Assert.Equal(
            Enumerable.Repeat($"DBXAPP0108 /paths/~1api~1a/post/requestBody/content/{mediaType.Replace("/", "~1")}/schema/properties/size", count),
            bound.FindingPlaces.Where(place => place.StartsWith("DBXAPP0108", StringComparison.Ordinal)));
    }
}
