using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>What a server does on a bad day, over real connections: each reason is what happened.</summary>
public sealed class BadDayTests
{
    private const string MayBeDone = "The app may have carried the request out: call again if doing it twice does no harm, else look first.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_was_read_is_lost_and_the_request_may_have_been_carried_out()
    {
        AppException seen = await SeesAsync(async connection =>
        {
            await connection.ReadHeadAsync();
            connection.Reset();
        });

        Assert.Equal(AppErrorReason.ConnectionLost, seen.Reason);
        Assert.StartsWith("GET /api/items: the connection was cut before an answer came. Likely cause: the app stopped or failed", seen.Message);
        Assert.Contains(MayBeDone, seen.Message);
    }

    [Fact]
    public async Task So_is_one_that_is_closed_without_an_answer()
    {
        AppException seen = await SeesAsync(connection => connection.ReadHeadAsync());

        Assert.Equal(AppErrorReason.ConnectionLost, seen.Reason);
        Assert.Contains("before an answer came", seen.Message);
    }

    [Fact]
    public async Task One_that_breaks_within_the_answer_says_so()
    {
        AppException seen = await SeesAsync(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n\"x");
        });

        Assert.Equal(AppErrorReason.ConnectionLost, seen.Reason);
        Assert.Contains("before the answer was complete", seen.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_listen_was_never_sent_anything()
    {
        RawServer server = new(_ => Task.CompletedTask);
        using AppConnection app = server.Connect();
        server.Dispose();

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.Unreachable, seen.Reason);
        Assert.DoesNotContain("carried", seen.Message);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "what came back is not HTTP")]
    [InlineData("HTTP/1.1 abc\r\n\r\n", "what came back is not HTTP")]
    [InlineData("HTTP/1.1 200 OK\r\nno header\r\n\r\n", "what came back is not HTTP")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "what came back is not HTTP")]
    public async Task What_is_not_HTTP_is_told_as_that(string answer, string what)
    {
        AppException seen = await SeesAsync(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(answer);
        });

        Assert.Equal(AppErrorReason.InvalidResponse, seen.Reason);
        Assert.Contains(what, seen.Message);
        Assert.Contains(MayBeDone, seen.Message);
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_told_as_that()
    {
        AppException seen = await SeesAsync(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nX: {new string('y', 70_000)}\r\nContent-Length: 3\r\n\r\n\"x\"");
        });

        Assert.Equal(AppErrorReason.InvalidResponse, seen.Reason);
        Assert.Contains("the answer is beyond a limit of the HttpClient: The HTTP response headers length exceeded the set limit of 65536 bytes", seen.Message);
    }

    [Fact]
    public async Task So_are_interim_answers_without_end()
    {
        AppException seen = await SeesAsync(async connection =>
        {
            await connection.ReadHeadAsync();
            while (true)
            {
                await connection.WriteAsync("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
            }
        });

        Assert.Equal(AppErrorReason.InvalidResponse, seen.Reason);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    [InlineData(20_000_000)]
    public async Task An_upload_that_is_answered_413_before_its_end_is_too_large(int size)
    {
        using RawServer server = new(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 413 Payload Too Large\r\nContent-Type: application/json\r\nContent-Length: 22\r\nConnection: close\r\n\r\n{\"detail\":\"too large\"}");
        });
        using AppConnection app = server.Connect();

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Upload(size)));

        Assert.Equal(AppErrorReason.RequestTooLarge, seen.Reason);
        Assert.Contains("413 (Payload Too Large): too large", seen.Message);
    }

    [Fact]
    public async Task So_is_one_over_a_connection_that_was_used_before_whether_it_is_closed_or_broken()
    {
        foreach (bool isBroken in (bool[])[false, true, false, true])
        {
            using RawServer server = new(async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n\"x\"");
                await connection.ReadHeadAsync();
                await connection.WriteAsync("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                if (isBroken)
                {
                    connection.Reset();
                }
            });
            using AppConnection app = server.Connect();
            Assert.Equal("x", await app.StringAsync(Calls.Get()));

            AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Upload(8_000_000)));

            // What a reset overtakes is lost on the way, and nobody can know of it.
            Assert.True(seen.Reason is AppErrorReason.RequestTooLarge || (isBroken && seen.Reason is AppErrorReason.ConnectionLost), seen.Message);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_that_is_cut_without_an_answer_is_a_lost_connection(bool isUsedBefore)
    {
        using RawServer server = new(async connection =>
        {
            await connection.ReadHeadAsync();
            if (isUsedBefore)
            {
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n\"x\"");
                await connection.ReadHeadAsync();
            }

            connection.Reset();
        });
        using AppConnection app = server.Connect();
        if (isUsedBefore)
        {
            await app.StringAsync(Calls.Get());
        }

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Upload(20_000_000)));

        Assert.Equal(AppErrorReason.ConnectionLost, seen.Reason);
        Assert.Contains("it did not want the whole of a large body", seen.Message);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\nabc", "abc")]
    [InlineData("Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "abc")]
    [InlineData("Content-Type: text/plain\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "")]
    public async Task A_refusal_whose_body_cannot_be_read_whole_keeps_its_status(string rest, string body)
    {
        AppException seen = await SeesAsync(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 403 Forbidden\r\n" + rest);
        });

        Assert.Equal((AppErrorReason.Forbidden, 403, body), (seen.Reason, (int?)seen.StatusCode, seen.Body));
    }

    [Fact]
    public async Task A_caller_who_leaves_while_an_errors_body_stalls_is_let_go_at_once()
    {
        using CancellationTokenSource source = new();
        using RawServer server = new(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 500 Oh\r\nContent-Length: 100\r\n\r\nabc");
            source.Cancel();
            await connection.StallAsync();
        });
        using AppConnection app = server.Connect();

        OperationCanceledException seen = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => app.SendAsync<string, StringJson>(Calls.Get(), null, source.Token));

        Assert.Equal(source.Token, seen.CancellationToken);
    }

    private static AppRequest Upload(int size)
    {
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromBytes(new byte[size]), "application/octet-stream");
        return request;
    }

    private static async Task<AppException> SeesAsync(Func<RawConnection, Task> serve)
    {
        using RawServer server = new(serve);
        using AppConnection app = server.Connect();
        return await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));
    }
}
