using System.IO.Compression;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Makes what goes wrong on a connection.</summary>
/// <param name="answers">Makes answers, some of which are right.</param>
/// <param name="streams">Makes answers that are streams.</param>
internal sealed class FaultBuilder(AnswerBuilder answers, StreamBuilder streams)
{
    private static readonly string[] s_ends = ["", "", "shut", "reset", "stall", "wait 20"];

    private static readonly string[] s_garbage =
    [
        "send \\0\\0\\0", "send HTTP/1.1", "send HTTP/9.9 200 OK\\r\\n\\r\\n", "send HTTP/1.1 abc\\r\\n\\r\\n", "send SSH-2.0-OpenSSH\\r\\n",
        "send HTTP/1.1 200 OK\\r\\nNo colon\\r\\n\\r\\n", "send HTTP/1.1 200 OK\\nContent-Length: 2\\n\\n{}",
        "send HTTP/1.1 200 OK\\r\\nContent-Length: -1\\r\\n\\r\\n", "send HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n",
        "send HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n", "send HTTP/1.1 0 \\r\\n\\r\\n",
        "send HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nffffffffffffffff\\r\\n",
        "send HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\nContent-Length: 7\\r\\n\\r\\n",
        "send HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: x\\r\\n\\r\\n", "send \\r\\n\\r\\n",
        "repeat 200 HTTP/1.1 100 Continue\\r\\n\\r\\n", "repeat 20000 HTTP/1.1 100 Continue\\r\\n\\r\\n",
        "repeat 500 HTTP/1.1 103 Early Hints\\r\\nLink: x\\r\\n\\r\\n", "repeat 20000 a",
        "repeat 5000 HTTP/1.1 200 OK\\r\\nX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        "send HTTP/1.1 200 OK\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n",
        "send HTTP/1.1 413 Payload Too Large\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\n{}", "send HTTP/2 200\\r\\n\\r\\n",
        "send <html>",
    ];

    private static readonly string[] s_sources =
    [
        "0", "10", "100000", "3000000", "0 IOException", "10 InvalidOperationException", "100000 IOException", "3000000 IOException",
        "10 HttpRequestException", "70000 OperationCanceledException", "10 ObjectDisposedException", "10 TimeoutException",
    ];

    /// <summary>Makes the fault of any call.</summary>
    public Script Build(Chance chance)
    {
        Script answer = chance.Is(70) ? answers.Build(chance) : streams.Build(chance);
        Script script = Start(answer.Get("@call"), chance);
        return AddActions(script, answer, chance);
    }

    /// <summary>Makes the fault of a call that sends a file, or the fault of the file.</summary>
    public Script BuildUpload(Chance chance)
    {
        Script script = Start(chance.Pick(ThingCall.OfFiles).Name, chance).Add("@source", chance.Pick(s_sources));
        Script answer = answers.Build(chance);
        if (chance.Is(50))
        {
            answer = new Script { Body = "{\"accepted\":true}"u8.ToArray() }.Add("@status", "200").Add("Content-Type", "application/json");
        }

        return AddActions(script, answer, chance);
    }

    private static Script Start(string call, Chance chance) => new Script()
        .Add("@call", call)
        .Add("@via", chance.Pick(["create", "client"]))
        .Add("@timeout", chance.Pick(["300", "1000"]));

    private static Script AddActions(Script script, Script answer, Chance chance)
    {
        string before = chance.Pick(["read", "read", "read", "read", "read", "take 1", "take 1000", "wait 1", "refuse"]);
        script.Add("@server", before);
        if (chance.Is(15))
        {
            return script.Add("@server", chance.Pick(["reset", "stall", "shut", "wait 1"]));
        }

        if (chance.Is(25))
        {
            return script.Add("@server", chance.Pick(s_garbage)).Add("@server", chance.Pick(["reset", "stall", "shut", "wait 1"]));
        }

        script.Body = answer.Body;
        bool isPacked = chance.Is(20);
        if (isPacked)
        {
            script.Body = Pack(answer.Body);
            if (script.Body.Length > 10 && chance.Is(50))
            {
                // Within what was packed, so that its end is missing and not only its checksum.
                script.Body = script.Body[..chance.Between(1, script.Body.Length - 9)];
                script.Add("@packed", "cut");
            }
        }

        bool isChunked = chance.Is(40);
        string headers = string.Concat(answer.Headers
            .Where(header => header.Name != "Content-Encoding")
            .Select(header => $"{header.Name}: {header.Value}\\r\\n"));
        int length = script.Body.Length + (chance.Is(25) ? chance.Pick([1, 1000, -1]) : 0);
        string framing = isChunked ? "Transfer-Encoding: chunked"
            : chance.Is(85) ? $"Content-Length: {Math.Max(0, length)}"
            : "Connection: close";
        script.Add("@server", (chance.Is(15) ? "slowly" : "send")
            + $" HTTP/1.1 {answer.Get("@status")} X\\r\\n{headers}{(isPacked ? "Content-Encoding: gzip\\r\\n" : "")}{framing}\\r\\n\\r\\n");
        if (isChunked)
        {
            script.Add("@server", $"send {script.Body.Length:x}\\r\\n")
                .Add("@server", "body")
                .Add("@server", chance.Is(70) ? "send \\r\\n0\\r\\n\\r\\n" : chance.Pick(["send \\r\\n", "send zz", "send 5\\r\\nab"]));
        }
        else
        {
            script.Add("@server", "body");
        }

        return script.Add("@server", chance.Pick(s_ends));
    }

    private static byte[] Pack(byte[] body)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}
