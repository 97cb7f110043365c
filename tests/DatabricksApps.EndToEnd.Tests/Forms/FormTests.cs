using System.Text;
using DatabricksApps.EndToEnd.Tests.FormsApi;

namespace DatabricksApps.EndToEnd.Tests.Forms;

/// <summary>Forms that the generated client sends, as ASP.NET Core reads them.</summary>
public sealed class AspNetFormTests(AspNetForms app) : FormTests(app), IClassFixture<AspNetForms>;

/// <summary>Forms that the generated client sends, as Starlette and python-multipart read them.</summary>
public sealed class StarletteFormTests(StarletteForms app) : FormTests(app), IClassFixture<StarletteForms>;

/// <summary>What a server reads of a form is what was sent.</summary>
public abstract class FormTests(IFormApp app)
{
    private const string Odd = "a b+c&d=e%20;\"'\\ \u00e9\u6771\ud83c\udf89\r\nline";

    private readonly FormsClient _client = new(new HttpClient { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(Odd)]
    [InlineData("--databricksapps\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny")]
    public async Task A_text_of_any_characters(string text)
    {
        Assert.Equal([$"text={text}"], Show(await _client.SendPartsAsync(text, cancellationToken: Cancellation)));
        Assert.Equal([$"text={text}"], Show(await _client.SendFormAsync(text, cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task Fields_of_each_type()
    {
        IReadOnlyList<Field> came = await _client.SendPartsAsync(
            "t",
            words: ["one", Odd, "one"],
            count: long.MinValue,
            when: new DateTimeOffset(2026, 3, 1, 12, 30, 0, 500, TimeSpan.FromHours(2)),
            meta: new Meta { Title = Odd, Tags = ["x", "y"] },
            page: "<p>\u00fc</p>",
            cancellationToken: Cancellation);

        Assert.Equal(
            [
                "count=-9223372036854775808",
                "page=<p>\u00fc</p>",
                "text=t",
                "when=2026-03-01T12:30:00.5+02:00",
                "words=one",
                $"words={Odd}",
                "words=one",
            ],
            Show(came.Where(field => field.Name != "meta")));
        Meta? meta = System.Text.Json.JsonSerializer.Deserialize<Meta>(came.Single(field => field.Name == "meta").Value);
        Assert.Equal(new Meta { Title = Odd, Tags = ["x", "y"] }, meta);
    }

    [Fact]
    public async Task Files_with_their_names_and_types()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];
        byte[] likeABoundary = Encoding.ASCII.GetBytes("\r\n--databricksapps-\r\n\r\n--");

        IReadOnlyList<Field> came = await _client.SendPartsAsync(
            "t",
            photo: AppFile.FromBytes(all, "bild \u00fc\u6771.png"),
            more: [AppFile.FromBytes(default, "empty.txt", "text/plain"), AppFile.FromBytes(likeABoundary, "b;c=d,e'f.bin")],
            cancellationToken: Cancellation);

        Assert.Equal(
            [
                "more= empty.txt text/plain",
                $"more={Convert.ToBase64String(likeABoundary)} b;c=d,e'f.bin application/octet-stream",
                $"photo={Convert.ToBase64String(all)} bild \u00fc\u6771.png image/png",
                "text=t",
            ],
            Show(came));
    }

    [Fact]
    public async Task A_stream_that_is_read_once()
    {
        using MemoryStream stream = new("streamed"u8.ToArray());

        IReadOnlyList<Field> came = await _client.SendPartsAsync("t", photo: AppFile.FromStream(stream, "s.txt", "text/plain"), cancellationToken: Cancellation);

        Assert.Equal([$"photo={Convert.ToBase64String("streamed"u8)} s.txt text/plain", "text=t"], Show(came));
    }

    /// <summary>
    /// Quotes and line breaks in names are percent-encoded, as all browsers do (WHATWG HTML, "multipart/form-data encoding
    /// algorithm"); neither server decodes them, as it does not for browsers.
    /// </summary>
    [Fact]
    public async Task Names_of_any_characters()
    {
        IReadOnlyList<Field> came = await _client.SendPartsAsync(
            "t", straße東京: "1", aQuote: "2", twoLines: "3", photo: AppFile.FromBytes("x"u8.ToArray(), "a\"b\r\nc.png"), cancellationToken: Cancellation);

        Assert.Equal(
            ["a%22quote=2", $"photo={Convert.ToBase64String("x"u8)} a%22b%0D%0Ac.png image/png", "stra\u00dfe \u6771\u4eac=1", "text=t", "two%0D%0Alines=3"],
            Show(came));
    }

    [Fact]
    public async Task Fields_that_are_URL_encoded()
    {
        IReadOnlyList<Field> came = await _client.SendFormAsync(
            "t", ["one", Odd, ""], ["a", "b"], new Meta { Title = Odd }, Odd, cancellationToken: Cancellation);

        Assert.Equal(
            [$"a+b &=\u00e9\"={Odd}", "joined=a,b", "text=t", "words=one", $"words={Odd}", "words="],
            Show(came.Where(field => field.Name != "meta")));
        Assert.Equal(new Meta { Title = Odd }, System.Text.Json.JsonSerializer.Deserialize<Meta>(came.Single(field => field.Name == "meta").Value));
    }

    // By name, and of one name in the order in which they came: ASP.NET Core groups them.
    private static string[] Show(IEnumerable<Field> fields) =>
    [
        .. fields.OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => $"{field.Name}={field.Value}" + (field.FileName is null ? "" : $" {field.FileName} {field.ContentType}")),
    ];
}
