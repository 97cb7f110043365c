using System.Text.Json;

namespace DatabricksApps.AuthConformance;

/// <summary>The machine of a case: a home folder with its files, the CLIs along PATH, the environment.</summary>
internal sealed class Machine : IDisposable
{
    private const int LegacyBelow = 1024 * 1024;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("auth-conformance-");
    private readonly Dictionary<string, string> _environment = [];
    private readonly string _runs;

    public Machine(Case item)
    {
        Home = Folder("home");
        CliFolder = Folder("cli");
        _runs = Path.Combine(_root.FullName, "runs");
        foreach ((string name, string value) in item.Environment)
        {
            _environment[name] = Expand(value);
        }

        WriteConfigFile(item);
        foreach ((string path, string content) in item.Files)
        {
            File.WriteAllText(Expand(path), Expand(content));
        }

        _environment["HOME"] = Home;
        _environment["USERPROFILE"] = Home;
        _environment["PATH"] = string.Join(Path.PathSeparator, FoldersOf(item));
    }

    public string Home { get; }

    public string CliFolder { get; }

    public string? Variable(string name) => _environment.GetValueOrDefault(name);

    /// <summary>Replaces the placeholders of a case.</summary>
    public string Expand(string text) => text
        .Replace("${HOME}", Home, StringComparison.Ordinal)
        .Replace("${CONFIG_FILE}", Path.Combine(_root.FullName, "config"), StringComparison.Ordinal)
        .Replace("${CLI_DIR}", CliFolder, StringComparison.Ordinal);

    /// <summary>Gets the arguments of the CLI's first <c>auth token</c>; empty: it did not run.</summary>
    public IReadOnlyList<string> FirstRun() => File.Exists(_runs) ? [.. File.ReadAllLines(_runs).TakeWhile(line => line != "--end--")] : [];

    public void Dispose() => _root.Delete(recursive: true);

    private void WriteConfigFile(Case item)
    {
        if (item.ConfigFile is { } text)
        {
            bool isElsewhere = item.Environment.Any(e => e is { Key: "DATABRICKS_CONFIG_FILE", Value: "${CONFIG_FILE}" });
            File.WriteAllText(Expand(isElsewhere ? "${CONFIG_FILE}" : "${HOME}/.databrickscfg"), Expand(text));
        }
    }

    // The folders along PATH, with the CLIs in them.
    private IEnumerable<string> FoldersOf(Case item)
    {
        JsonElement told = item.CliOverrides;
        if (Flag(told, "legacyFirstOnPath"))
        {
            string legacy = Folder("legacy");
            WriteProgram(Path.Combine(legacy, "databricks"), "exit 1", size: 0);
            yield return legacy;
        }

        if (item.Cli is { } behaviour)
        {
            WriteProgram(Path.Combine(CliFolder, "databricks"), CliScript(behaviour, told), behaviour == "legacy" ? 0 : LegacyBelow + 1);
            if (!Flag(told, "notOnPath"))
            {
                yield return CliFolder;
            }
        }

        if (item.AzureCli is { } azure)
        {
            string folder = Folder("az");
            WriteProgram(Path.Combine(folder, "az"), AzureScript(azure), size: 0);
            yield return folder;
        }

        // Where the commands of the scripts are.
        yield return "/usr/bin";
        yield return "/bin";
    }

    private string CliScript(string behaviour, JsonElement told)
    {
        string version = behaviour == "legacy" ? "Version 0.17.8" : Text(told, "version", "0.296.0") is { } text ? $"Databricks CLI v{text}" : "no version";
        string output = Text(told, "rawStdout", null) ?? JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["access_token"] = Text(told, "accessToken", "cli-token"),
            ["token_type"] = "Bearer",
            ["expiry"] = Text(told, "expiry", "2099-01-01T00:00:00.000000000Z"),
        });
        string token = behaviour == "fail"
            ? $"cat >&2 <<'EOT'\n{Text(told, "stderr", "Error: failed")}\nEOT\nexit 1"
            : $"cat <<'EOT'\n{output}\nEOT\nexit 0";
        return $"if [ \"$1\" = version ]; then echo '{version}'; exit 0; fi\nfor a in \"$@\"; do echo \"$a\" >> '{_runs}'; done\necho '--end--' >> '{_runs}'\n{token}";
    }

    // The token of az, for any resource but the management of Azure where it has none for that.
    private static string AzureScript(string behaviour)
    {
        const string token = """echo '{"accessToken":"az-token","expiresOn":"2099-01-01 00:00:00.000000","tokenType":"Bearer"}'; exit 0""";
        return behaviour switch
        {
            "success" => token,
            "success-no-management" => $"case \"$*\" in *management*) echo 'ERROR: no access' >&2; exit 1;; esac\n{token}",
            "logout" => "echo \"Please run 'az login' to setup account.\" >&2\nexit 1",
            _ => "echo 'ERROR: failed' >&2\nexit 1",
        };
    }

    private string Folder(string name) => _root.CreateSubdirectory(name).FullName;

    private static void WriteProgram(string path, string script, int size)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{script}\nexit 0\n".PadRight(size, '#'));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static bool Flag(JsonElement told, string name) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement told, string name, string? otherwise) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind == JsonValueKind.Null ? null : value.GetString()
            : otherwise;
}
