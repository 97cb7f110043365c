using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What the CLI and the browser cannot do without they are given, each variable of it.</summary>
public sealed class ChildEnvironmentTests
{
    // By what the program could not do otherwise: find its files, find other programs, reach the network, speak to the user.
    public static TheoryData<string> Needed =>
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TMP", "TEMP", "USERPROFILE", "USERNAME", "USERDOMAIN", "HOMEDRIVE", "HOMEPATH",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "ALLUSERSPROFILE", "PUBLIC", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432",
        "COMMONPROGRAMFILES", "COMMONPROGRAMFILES(X86)", "COMMONPROGRAMW6432", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "OS",
        "COMPUTERNAME", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "__CF_USER_TEXT_ENCODING",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "LANG", "LANGUAGE", "TZ", "TERM", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "BROWSER", "DESKTOP_SESSION", "DBUS_SESSION_BUS_ADDRESS",
        "SESSIONNAME", "WSLENV", "WSL_DISTRO_NAME", "WSL_INTEROP",
        "LC_ALL", "XDG_RUNTIME_DIR", "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID", "MATE_DESKTOP_SESSION_ID",
    ];

    [Theory]
    [MemberData(nameof(Needed))]
    public void In_large_letters_or_small_ones(string name)
    {
        Assert.Equal("/x", Cleaned(name, "/x"));
        Assert.Equal("/x", Cleaned(name.ToLowerInvariant(), "/x"));
        Assert.Null(Cleaned("A" + name, "/x"));
    }

    [Theory]
    [InlineData("LC")]
    [InlineData("XDG")]
    [InlineData("HOMEX")]
    [InlineData("")]
    public void A_name_that_is_only_like_one_is_none(string name) => Assert.Null(Cleaned(name, "x"));

    [Theory]
    [InlineData("PATH", "/a:b:.:/c::", "/a:/c")]
    [InlineData("Path", "/a:b:.:/c::", "/a:/c")]
    [InlineData("HOME", "/a/../x", "/x")]
    [InlineData("HOME", "", "")]
    public void Paths_mean_the_same_from_another_working_directory(string name, string value, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths are others there.");

        Assert.Equal(expected, Cleaned(name, value));
    }

    [Theory]
    [InlineData("HOME", "x")]
    [InlineData("HOME", "~/x")]
    [InlineData("TMPDIR", "../x")]
    public void A_relative_folder_is_made_a_full_one(string name, string value) => Assert.Equal(Path.GetFullPath(value), Cleaned(name, value));

    [Fact]
    public void A_variable_without_a_value_is_left_out() => Assert.Null(Cleaned("LANG", null));

    private static string? Cleaned(string name, string? value)
    {
        Dictionary<string, string?> environment = new() { [name] = value, ["OTHER"] = "x" };

        ChildEnvironment.Clean(environment);

        Assert.False(environment.ContainsKey("OTHER"));
        return environment.GetValueOrDefault(name);
    }
}
