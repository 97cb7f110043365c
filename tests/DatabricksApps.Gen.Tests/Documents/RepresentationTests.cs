using System.Net;
using System.Reflection;
using System.Text;
using DatabricksApps.Gen.Tests.Binding;
using DatabricksApps.Gen.Tests.Emit;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>Which kind of content each method of a generated client asks for and reads, and what it says of others.</summary>
public sealed class RepresentationTests
{
    private const string Document = """
        openapi: 3.2.0
        info: {title: T, version: "1"}
        paths:
          /api/report:
            get:
              operationId: report
              responses:
                200: {description: '', content: {application/pdf: {}, text/csv: {schema: {type: string}}}}
                202: {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
          /api/chat:
            get:
              operationId: chat
              responses: {200: {description: '', content: {text/event-stream: {itemSchema: {oneOf: [
                {properties: {event: {const: token}, data: {type: string}}},
                {properties: {event: {const: done}, data: {contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Job'}}}}]}}}}}
        components: {schemas: {Job: {type: object, required: [id], properties: {id: {type: string}}}}}
        """;

    [Fact]
    public async Task Each_method_reads_its_own_status_and_names_the_one_that_reads_another()
    {
        EmittedClient pdf = Load(HttpStatusCode.OK, "application/pdf", "%PDF");
        EmittedClient job = Load(HttpStatusCode.Accepted, "application/json", """{"id":"7"}""");

        await using (AppFile file = (AppFile)(await pdf.CallAsync("ReportFileAsync"))!)
        {
            Assert.Equal("application/pdf", file.ContentType);
        }

        Assert.Equal("GET /api/report\nAccept: application/pdf, */*;q=0.1\n", pdf.Sent);
        Assert.Equal("""{"id":"7"}""", (await job.CallAsync("ReportJsonAsync"))!.ToString());
        Assert.Equal("GET /api/report\nAccept: application/json, */*;q=0.1\n", job.Sent);

        AppException seen = await Assert.ThrowsAsync<AppException>(() => job.CallAsync("ReportFileAsync"));
        Assert.Equal((AppErrorReason.UnexpectedContent, HttpStatusCode.Accepted), (seen.Reason, seen.StatusCode));
        Assert.Equal(
            "GET /api/report: the app answered 202, whose content this method does not read. Likely cause: the app answers this call in several ways. "
            + "Next step: Call ReportJsonAsync, or AnswerOfAsync of the client for whichever it is.",
            seen.Message);
        Assert.Equal(AppErrorReason.UnexpectedContent, (await Assert.ThrowsAsync<AppException>(() => pdf.CallAsync("ReportJsonAsync"))).Reason);
    }

    [Fact]
    public async Task An_event_is_what_its_kind_says_and_one_that_the_document_does_not_know_is_its_JSON_or_text()
    {
        EmittedClient client = Load(
            HttpStatusCode.OK, "text/event-stream",
            "event: token\ndata: Hi\n\nevent: done\ndata: {\"id\":\"7\"}\n\nevent: ping\ndata: {\"n\":1}\n\ndata: plain\n\ndata: [DONE]\n\ndata: after\n\n");

        object events = (await client.CallAsync("ChatAsync"))!;
        Type item = events.GetType().GetInterface("IAsyncEnumerable`1")!.GetGenericArguments()[0];
        Task<List<object>> all = (Task<List<object>>)typeof(RepresentationTests).GetMethod(nameof(AllAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item).Invoke(null, [events])!;
        IEnumerable<string> seen = (await all).Select(one =>
        {
            object data = Of(one, "Data");
            return $"{Of(one, "EventType")} {Of(data, "Value").GetType().Name} {Of(data, "Value")}";
        });

        Assert.Equal(["token String Hi", """done Job {"id":"7"}""", """ping JsonElement {"n":1}""", "message JsonElement plain"], seen);
    }

    private static object Of(object owner, string property) => owner.GetType().GetProperty(property)!.GetValue(owner)!;

    private static async Task<List<object>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        List<object> all = [];
        await foreach (T item in items)
        {
            all.Add(item!);
        }

        return all;
    }

    private static EmittedClient Load(HttpStatusCode status, string mediaType, string body) => EmittedClient.Load(
        BoundDocument.Of(Document).Client,
        _ => new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { { "Content-Type", mediaType } } },
        });
}
