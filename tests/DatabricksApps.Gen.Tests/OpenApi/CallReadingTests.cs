namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>What is read of the calls that an app makes.</summary>
public sealed class CallReadingTests
{
    [Theory]
    [InlineData("\"webhooks\":{\"a\":{\"post\":{}}}", "POST a")]
    [InlineData("\"x-webhooks\":{\"a\":{\"post\":{}}}", "POST a")]
    [InlineData("\"webhooks\":{\"a\":{\"post\":{}}},\"x-webhooks\":{\"b\":{\"post\":{}}}", "POST a")]
    [InlineData("\"webhooks\":{\"x-a\":{\"post\":{}},\"b\":{\"put\":{},\"get\":{}}}", "PUT b,GET b")]
    [InlineData("\"webhooks\":{\"a\":{\"$ref\":\"#/components/pathItems/P\"},\"b\":{\"$ref\":\"#/components/pathItems/P\"}}", "DELETE a")]
    [InlineData("\"webhooks\":[]", "")]
    public void Webhooks_are(string members, string expected)
    {
        Reading reading = Reading.Of($$$$$$"""{"openapi":"3.1.0",{{{{{{members}}}}}},"components":{"pathItems":{"P":{"delete":{}}}}}""");

        Assert.Equal(expected, string.Join(',', reading.Document.Webhooks.Select(call => call.Method + " " + call.Path)));
        Assert.Empty(reading.Document.Operations);
    }

    [Theory]
    [InlineData("\"onA\":{\"{$url}\":{\"post\":{}}}", "POST onA /onA/{$url}/post", "")]
    [InlineData("\"onA\":{\"x-a\":{\"post\":{}},\"{$url}\":{\"post\":{}}},\"x-b\":{\"{$url}\":{\"post\":{}}}", "POST onA /onA/{$url}/post", "")]
    [InlineData("\"onA\":1", "", "DBXAPP0105 an object is due here, not a number; the callback is left out")]
    [InlineData("\"onA\":{\"{$url}\":1}", "", "DBXAPP0105 an object is due here, not a number; the call is left out")]
    [InlineData("\"onA\":{\"{$url}\":{\"post\":1}}", "", "DBXAPP0105 an operation is an object, not a number")]
    [InlineData("\"onA\":{\"{$url}\":{\"copy\":{\"responses\":{}}}}", "", "DBXAPP0105 a path item has no 'copy'; other methods than its own stand in additionalOperations")]
    public void Callbacks_are(string callbacks, string expected, string findings)
    {
        Reading reading = Reading.OfOperation("\"callbacks\":{" + callbacks + "}");

        Assert.Equal(
            expected,
            string.Join(',', reading.Operation.Callbacks.Select(call => $"{call.Method} {call.Path} {call.Pointer["/paths/~1items~1{id}/get/callbacks".Length..]}")));
        Assert.Equal(findings, string.Join(',', reading.Findings.Select(finding => finding.Id + " " + finding.Message)));
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    public void Calls_because_of_calls_are_read_so_far(int depth, int findings)
    {
        string calls = string.Join(',', Enumerable.Range(1, depth).Select(i =>
            """ "@name":{"u":{"post":{"callbacks":{"c":{"$ref":"#/components/callbacks/@next"}}}}} """
                .Replace("@name", $"C{i}", StringComparison.Ordinal).Replace("@next", i == depth ? "End" : $"C{i + 1}", StringComparison.Ordinal)));
        Reading reading = Reading.OfOperation(
            """ "callbacks":{"c":{"$ref":"#/components/callbacks/C1"}} """, ",\"components\":{\"callbacks\":{\"End\":{}," + calls + "}}");

        Assert.Equal(findings, reading.Findings.Count);
        Assert.All(reading.Findings, finding => Assert.Equal("DBXAPP0105", finding.Id));
    }
}
