using System.Text;
using System.Text.Json.Nodes;
using DatabricksApps.Fuzz.Mutations;
using DatabricksApps.Instances;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Makes streams of events and of lines, cut and spelled in any way.</summary>
internal sealed class StreamBuilder(RawDocument things)
{
    private const int MostItems = 6;

    private static readonly string[] s_fields =
    [
        "event:\n", "event: \n", "event: message\n", "event:x\n", "event: \u00e9\n", "id: 1\n", "id:\n", "id: \0\n", "retry: 1\n", "retry: x\n",
        "retry: 99999999999999999999\n", "retry: -1\n", "retry:\n",
        ": a comment\n", ":\n", "data\n", "data:\n", "nonsense\n", "nonsense: x\n", "data: [DONE]\n\n", "\n", "\n\n", "event: error\ndata: {}\n\n",
        "Data: x\n", " data: x\n", "id: 2\u2028\n",
    ];

    private readonly AnswerBuilder _values = new(things);

    /// <summary>Makes the answer to any method whose answer is a stream.</summary>
    public Script Build(Chance chance)
    {
        ThingCall call = chance.Pick(ThingCall.OfStreams);
        byte[] body = Body(call, chance);
        if (chance.Is(30))
        {
            body = body[..chance.Below(body.Length + 1)];
        }

        if (chance.Is(20))
        {
            body = ByteMutations.Mutate(body, Encoding.UTF8.GetBytes(string.Concat(s_fields)), chance);
        }

        Script script = new Script { Body = body }
            .Add("@call", call.Name)
            .Add("@status", (chance.Is(92) ? 200 : AnswerBuilder.AnyStatus(chance)).ToString())
            .Add("@piece", chance.Pick(["1", "3", "64", "100000"]))
            .Add("@end", chance.Pick(["", "", "", "cut", "leave"]));
        if (chance.Is(85))
        {
            return script.Add("Content-Type", call.Name == "StreamLines" ? "application/jsonl" : "text/event-stream; charset=utf-8");
        }

        AnswerBuilder.AddHeaders(script, chance);
        return script;
    }

    private byte[] Body(ThingCall call, Chance chance)
    {
        JsonNode? schema = things.Find($"/components/schemas/{(call.Name == "StreamLines" ? "Thing" : "Part")}");
        List<byte> body = chance.Is(5) ? [.. Encoding.UTF8.Preamble] : [];
        for (int count = chance.Below(MostItems); count > 0; count--)
        {
            // Of one line: the JSON of a value has no line breaks unless it is indented.
            string item = Encoding.UTF8.GetString(_values.Value(schema, chance)).Replace("\n", "");
            item = chance.Is(3) ? "\"" + new string('x', chance.Pick([10_000, 100_000, 1_000_000])) + "\"" : item;
            body.AddRange(Encoding.UTF8.GetBytes(call.Name == "StreamLines" ? item + "\n" : Event(item, chance)));
        }

        string text = Encoding.UTF8.GetString([.. body]);
        return Encoding.UTF8.GetBytes(chance.Below(10) switch
        {
            0 => text.Replace("\n", "\r\n"),
            1 => text.Replace("\n", "\r"),
            2 => text.Replace("\n", "\n\n\n"),
            3 => text.TrimEnd('\n'),
            _ => text,
        });
    }

    private static string Event(string item, Chance chance)
    {
        StringBuilder text = new();
        while (chance.Is(40))
        {
            text.Append(chance.Pick(s_fields));
        }

        if (chance.Is(20))
        {
            // A value over two lines is one value still.
            int at = chance.Below(item.Length + 1);
            text.Append("data: ").Append(item, 0, at).Append("\ndata:").Append(item, at, item.Length - at).Append('\n');
        }
        else
        {
            text.Append("data:").Append(chance.Is(80) ? " " : "").Append(item).Append('\n');
        }

        while (chance.Is(20))
        {
            text.Append(chance.Pick(s_fields));
        }

        return text.Append('\n').ToString();
    }
}
