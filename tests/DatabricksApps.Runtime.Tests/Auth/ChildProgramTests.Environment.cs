using System.Globalization;
using System.Runtime.CompilerServices;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <content>What a child learns of this process.</content>
public sealed partial class ChildProgramTests
{
    [Theory]
    [InlineData("DATABRICKS_TOKEN", "x", false)]
    [InlineData("DATABRICKS_METADATA_SERVICE_URL", "http://127.0.0.1:1/secret-path", false)]
    [InlineData("SYSTEM_ACCESSTOKEN", "x", false)]
    [InlineData("ConnectionStrings__Db", "x", false)]
    [InlineData("DATABASE_URL", "postgres://u:p@h/db", false)]
    [InlineData("MYSQL_PWD", "x", false)]
    [InlineData("SENTRY_DSN", "https://k@sentry.example.com/1", false)]
    [InlineData("GITHUB_PAT", "x", false)]
    [InlineData("NPM_CONFIG__AUTH", "x", false)]
    [InlineData("LD_PRELOAD", "/tmp/x.so", false)]
    [InlineData("LANG", "dapi0123456789abcdef", false)]
    [InlineData("LC_ALL", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.sig", false)]
    [InlineData("GNOME_API_PASSWORD", "x", false)]
    [InlineData("KDE_TOKEN", "x", false)]
    [InlineData("MATE_SECRET", "x", false)]
    [InlineData("XDG_SECRET", "x", false)]
    [InlineData("XDG_ACTIVATION_TOKEN", "x", false)]
    [InlineData("XDG_SECRET_HOME", "x", false)]
    [InlineData("LC_SECRET", "x", false)]
    [InlineData("lc_secret", "x", false)]
    [InlineData("LC_ALL", "de_DE.UTF-8", true)]
    [InlineData("LC_CTYPE", "de_DE.UTF-8", true)]
    [InlineData("XDG_RUNTIME_DIR", "/run/user/1000", true)]
    [InlineData("XDG_SESSION_TYPE", "wayland", true)]
    [InlineData("XDG_CONFIG_HOME", "/home/ada/.config", true)]
    [InlineData("XDG_DATA_DIRS", "/usr/share", true)]
    [InlineData("KDE_SESSION_VERSION", "6", true)]
    [InlineData("GNOME_DESKTOP_SESSION_ID", "this-is-deprecated", true)]
    [InlineData("GNOME_KEYRING_CONTROL", "/run/user/1000/keyring", true)]
    [InlineData("HTTPS_PROXY", "http://user:password@proxy:3128", true)]
    [InlineData("https_proxy", "http://user:password@proxy:3128", true)]
    [InlineData("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus", true)]
    [InlineData("XAUTHORITY", "/run/user/1000/gdm/Xauthority", true)]
    [InlineData("XDG_CURRENT_DESKTOP", "GNOME", true)]
    [InlineData("SystemRoot", @"C:\Windows", true)]
    public void A_child_learns_what_it_needs_and_nothing_else(string name, string value, bool isKept)
    {
        Dictionary<string, string?> environment = new() { [name] = value };

        ChildEnvironment.Clean(environment);

        Assert.Equal(isKept, environment.ContainsKey(name));
    }

    [Theory]
    [InlineData("HOME", "home", "{0}/home")]
    [InlineData("HOME", "~", "{0}/~")]
    [InlineData("HOME", "/home/ada", "/home/ada")]
    [InlineData("HOME", "", "")]
    [InlineData("XDG_CONFIG_HOME", "conf", "{0}/conf")]
    [InlineData("XDG_RUNTIME_DIR", "run", "{0}/run")]
    [InlineData("TMPDIR", "tmp", "{0}/tmp")]
    [InlineData("SSL_CERT_FILE", "ca.pem", "{0}/ca.pem")]
    [InlineData("XAUTHORITY", ".Xauthority", "{0}/.Xauthority")]
    [InlineData("XDG_DATA_DIRS", "share:/usr/share:", "/usr/share")]
    [InlineData("XDG_CONFIG_DIRS", "/etc/xdg:.", "/etc/xdg")]
    public void A_path_means_for_the_child_what_it_means_here(string name, string value, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are Unix's.");
        Dictionary<string, string?> environment = new() { [name] = value };

        ChildEnvironment.Clean(environment);

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, expected, Directory.GetCurrentDirectory()), environment[name]);
    }
}
