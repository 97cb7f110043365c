using System.Globalization;
using System.Text.Json;
using DatabricksApps.Http;

namespace DatabricksApps.Auth;

/// <summary>
/// Keeps the tokens of a sign-in in the browser between runs of the program: one file for each host, client and set of
/// scopes, in the user's own folder, which no other user can read (0700, files 0600; on Windows by the folder's own rights).
/// </summary>
/// <param name="folder">The folder; null: nothing is kept.</param>
/// <param name="host">The host.</param>
/// <param name="clientId">The OAuth client.</param>
/// <param name="scopes">The scopes.</param>
/// <param name="places">What else tells sign-ins apart, such as the account and the workspace of a host of several.</param>
internal sealed class TokenFile(string? folder, string host, string clientId, IEnumerable<string> scopes, IEnumerable<string> places)
{
    // Two tokens of a few kilobytes.
    private const int Longest = 256 * 1024;

    private const string OfYourOwn = "Set TokenFolder to a folder of your own, or to an empty text to keep nothing.";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string? _path = folder is null ? null : Path.Combine(folder, IdentityHash.Of([host, clientId, string.Join(' ', scopes), .. places]) + ".json");

    /// <summary>Gets the folder of this user; null: the user has no home.</summary>
    public static string? DefaultFolder()
    {
        // It need not be there yet: a new user's home is empty.
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length == 0 ? null : Path.GetFullPath(Path.Combine(data, "databricks-apps", "tokens"));
    }

    /// <summary>Reads the tokens; null: there are none, or the file is not one of ours.</summary>
    /// <exception cref="AppAuthenticationException">Others can write the folder.</exception>
    public TokenSet? Read()
    {
        try
        {
            if (_path is null)
            {
                return null;
            }

            PrivateFolder.Check(Path.GetDirectoryName(_path)!, OfYourOwn);
            if (!PrivateFolder.IsOwn(_path) || AnswerJson.Parse(SmallFile.Read(_path, Longest) ?? []) is not { } document)
            {
                return null;
            }

            using (document)
            {
                JsonElement root = document.RootElement;
                return AnswerJson.Text(root, "access_token") is { } token
                    && HeaderText.IsToken(token)
                    && DateTimeOffset.TryParse(
                        AnswerJson.Text(root, "expiry"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expiry)
                        ? new TokenSet(new AppToken(token, expiry), AnswerJson.Text(root, "refresh_token"))
                        : null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the tokens; what cannot be written is kept in memory only.</summary>
    public void Write(TokenSet set)
    {
        if (_path is null || set.Token.ExpiresOn is not { } expiry)
        {
            return;
        }

        try
        {
            PrivateFolder.Create(Path.GetDirectoryName(_path)!, OfYourOwn);
            string temporary = $"{_path}.{Guid.NewGuid():N}";
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (FileStream stream = new(temporary, options))
            using (Utf8JsonWriter writer = new(stream))
            {
                writer.WriteStartObject();
                writer.WriteString("access_token", set.Token.Value);
                writer.WriteString("expiry", expiry.UtcDateTime);
                if (set.RefreshToken is not null)
                {
                    writer.WriteString("refresh_token", set.RefreshToken);
                }

                writer.WriteEndObject();
            }

            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only home: the user signs in anew with the next run.
        }
    }
}
