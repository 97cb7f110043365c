using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Which app the files are of that are read or written on this thread just now.</summary>
/// <remarks>JSON is read and written by static code without arguments of ours, and never across an await.</remarks>
internal sealed class GradioFileScope : IDisposable
{
    [ThreadStatic]
    private static GradioFileScope? t_current;

    private readonly GradioFileScope? _outer;
    private readonly IReadOnlyDictionary<AppFile, string>? _paths;
    private readonly List<AppFile> _missing = [];

    private GradioFileScope(GradioServer server, GradioConfig config, IReadOnlyDictionary<AppFile, string>? paths)
    {
        Server = server;
        Config = config;
        _paths = paths;
        _outer = t_current;
    }

    /// <summary>Gets the scope of this thread; null: no app is being called.</summary>
    public static GradioFileScope? Current => t_current;

    public GradioServer Server { get; }

    public GradioConfig Config { get; }

    /// <summary>Gets the files that were to be written and are not on the server yet, each once.</summary>
    public IReadOnlyList<AppFile> Missing => _missing;

    public static GradioFileScope Begin(GradioServer server, GradioConfig config, IReadOnlyDictionary<AppFile, string>? paths = null) =>
        t_current = new GradioFileScope(server, config, paths);

    /// <summary>Gets where an uploaded file is on the server; null: it has to be uploaded first.</summary>
    public string? PathOf(AppFile file)
    {
        if (_paths is not null && _paths.TryGetValue(file, out string? path))
        {
            return path;
        }

        if (!_missing.Contains(file))
        {
            _missing.Add(file);
        }

        return null;
    }

    public void Dispose() => t_current = _outer;
}
