using System.Text;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>
/// What a server does to a call, as a text that can be read, changed and shortened: lines that begin with <c>@</c> say
/// what is done, other lines are headers, and after an empty line comes the body.
/// </summary>
internal sealed class Script
{
    private readonly List<(string Name, string Value)> _lines = [];

    /// <summary>Gets or sets the body.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>Gets the headers of the answer.</summary>
    public IEnumerable<(string Name, string Value)> Headers => _lines.Where(line => !line.Name.StartsWith('@'));

    /// <summary>Reads a script; what makes no sense is left out.</summary>
    public static Script Read(byte[] input)
    {
        Script script = new();
        int position = 0;
        while (position < input.Length)
        {
            int end = Array.IndexOf(input, (byte)'\n', position);
            string line = Encoding.Latin1.GetString(input, position, (end < 0 ? input.Length : end) - position);
            position = end < 0 ? input.Length : end + 1;
            if (line.Length == 0)
            {
                break;
            }

            int colon = line.IndexOf(line[0] == '@' ? ' ' : ':');
            if (colon > 0)
            {
                script.Add(line[..colon], line[(colon + 1)..]);
            }
        }

        script.Body = input[position..];
        return script;
    }

    /// <summary>Adds a line.</summary>
    public Script Add(string name, string value)
    {
        _lines.Add((name, value));
        return this;
    }

    /// <summary>Gets the first line of a name; empty if there is none.</summary>
    public string Get(string name) => All(name).FirstOrDefault("");

    /// <summary>Gets a number that a line says; null if it says none.</summary>
    public int? Number(string name) => int.TryParse(Get(name), out int number) ? number : null;

    /// <summary>Gets all lines of a name.</summary>
    public IEnumerable<string> All(string name) => _lines.Where(line => line.Name == name).Select(line => line.Value);

    /// <summary>Writes the script.</summary>
    public byte[] Write()
    {
        string head = string.Concat(_lines.Select(line => $"{line.Name}{(line.Name.StartsWith('@') ? ' ' : ':')}{line.Value.Replace('\n', ' ')}\n"));
        return [.. Encoding.Latin1.GetBytes(head), (byte)'\n', .. Body];
    }
}
