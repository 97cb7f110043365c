using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Writes the file of the client class and of its registration.</summary>
internal static class ClientFile
{
    private const string HttpClient = "global::System.Net.Http.HttpClient";
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string NotInBrowsers = "[global::System.Runtime.Versioning.UnsupportedOSPlatform(\"browser\")]";
    private const string Builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";

    public static string Write(ClientFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        using (writer.Block($"namespace {CSharpText.Namespace(file.Namespace)}"))
        {
            writer.WriteLine(RuntimeNames.GeneratedAlias);
            writer.WriteLine();
            WriteClient(writer, file);
        }

        writer.WriteLine();
        using (writer.Block("namespace Microsoft.Extensions.DependencyInjection"))
        {
            writer.WriteLine(RuntimeNames.GeneratedAlias);
            writer.WriteLine();
            WriteRegistration(writer, file);
        }

        return writer.End();
    }

    private static void WriteClient(CodeWriter writer, ClientFileModel file)
    {
        string name = CSharpText.Identifier(file.ClientName);
        DocComment.WriteSummary(writer, file.Doc, file.BaseName);
        DocComment.WriteRemarks(
            writer, file.Doc,
            "Make one and keep it: it is safe for use from several threads. Disposing closes the pipeline of a client that <c>Create</c> made, and nothing else.");
        writer.WriteLine(FileHeader.GeneratedCode);
        WriteUnreadable(writer, file);
        using (writer.Block($"{Accessibility(file)} sealed partial class {name} : global::System.IDisposable"))
        {
            writer.WriteLine($"private readonly {Connection(file)} _app;");
            foreach (GroupModel group in file.Groups)
            {
                writer.WriteLine($"private {CSharpText.Identifier(group.ClassName)}? {Field(group)};");
            }

            writer.WriteLine();
            WriteConstruction(writer, file, name);
            writer.WriteLine();
            if (file.Gradio is not null)
            {
                WriteSession(writer, name);
            }
            else
            {
                WriteAnswers(writer, name);
            }

            foreach (GroupModel group in file.Groups)
            {
                writer.WriteLine();
                WriteGroup(writer, group);
            }

            writer.WriteLine();
            writer.WriteLine("void global::System.IDisposable.Dispose() => _app.Dispose();");
        }
    }

    private static void WriteConstruction(CodeWriter writer, ClientFileModel file, string name) => writer.WriteLine(
        $"""
        /// <summary>Initializes a client that sends over an HttpClient as it is: it needs a BaseAddress, and signs nothing.</summary>
        /// <param name="httpClient">What sends the requests; it stays open when the client is disposed.</param>
        public {name}({HttpClient} httpClient)
            : this({Connect(file, $"new {RuntimeNames.AppConnection}(httpClient)")})
        {"{"}
        {"}"}

        private {name}({Connection(file)} app) => _app = app;

        /// <summary>Makes a client that owns its pipeline and signs its requests. Make one and keep it; disposing closes it.</summary>
        /// <param name="options">Where the app is, and how to sign in to it.</param>
        /// <exception cref="global::System.ArgumentException">The options are not complete or not valid.</exception>
        {NotInBrowsers}
        public static {name} Create({RuntimeNames.DatabricksAppOptions} options) =>
            new({Connect(file, $"{RuntimeNames.AppPipeline}.Connect(options{Keys(file)}{Scopes(file)})")});

        internal static {name} Create({RuntimeNames.AppConnection} app) => new({Connect(file, "app")});
        """);

    private static void WriteSession(CodeWriter writer, string name) => writer.WriteLine(
        $"""
        /// <summary>Starts a session: the app remembers its state from call to call. A call of this client itself is a session of its own.</summary>
        /// <returns>A client over the same connection; disposing it ends the session and leaves the connection open.</returns>
        public {name} StartSession() => new(_app.StartSession());

        /// <summary>Starts a call that is held: its status and outputs so far, its result, and how to cancel it.</summary>
        /// <param name="call">The call, such as <c>client => client.PredictAsync("x")</c>, of the client that it is given.</param>
        public {RuntimeNames.GradioJob}<T> StartJob<T>(global::System.Func<{name}, {Task}<T>> call) =>
            _app.StartJob(static app => new {name}(app), call);

        /// <inheritdoc cref="StartJob{"{"}T{"}"}(global::System.Func{"{"}{name}, {Task}{"{"}T{"}"}{"}"})"/>
        public {RuntimeNames.GradioJob}<T> StartJob<T>(
            global::System.Func<{name}, global::System.Collections.Generic.IAsyncEnumerable<T>> call) =>
            _app.StartJob(static app => new {name}(app), call);
        """);

    private static void WriteAnswers(CodeWriter writer, string name) => writer.WriteLine(
        $"""
        /// <summary>Makes a call and gives its answer as it came: status, headers and the body, which nothing has read.</summary>
        /// <param name="call">The call, such as <c>client => client.ListItemsAsync()</c>, of the client that it is given.</param>
        /// <returns>The answer of a success; dispose it.</returns>
        /// <exception cref="{RuntimeNames.AppException}">The call failed; the message says why and what to do.</exception>
        public {Task}<{RuntimeNames.AppAnswer}> AnswerOfAsync(global::System.Func<{name}, {Task}> call) =>
            _app.AnswerOfAsync(static app => new {name}(app), call);

        /// <inheritdoc cref="AnswerOfAsync(global::System.Func{"{"}{name}, {Task}{"}"})"/>
        public {Task}<{RuntimeNames.AppAnswer}> AnswerOfAsync<T>(
            global::System.Func<{name}, global::System.Collections.Generic.IAsyncEnumerable<T>> call) =>
            _app.AnswerOfAsync(static app => new {name}(app), call);

        /// <summary>Makes a call and gives its result, or as a value the failure that the app answered and the document declares, or that says that the request is why.</summary>
        /// <param name="call">The call, such as <c>client => client.ReadItemAsync(7)</c>, of the client that it is given.</param>
        /// <exception cref="{RuntimeNames.AppException}">No answer came, or one that says nothing of the request.</exception>
        public {Task}<{RuntimeNames.AppResult}<T>> ResultOfAsync<T>(global::System.Func<{name}, {Task}<T>> call) =>
            _app.ResultOfAsync(static app => new {name}(app), call);

        /// <summary>Makes a call without a result and gives such a failure; null: it succeeded.</summary>
        /// <inheritdoc cref="ResultOfAsync{"{"}T{"}"}(global::System.Func{"{"}{name}, {Task}{"{"}T{"}"}{"}"})"/>
        public {Task}<{RuntimeNames.AppException}?> FailureOfAsync(global::System.Func<{name}, {Task}> call) =>
            _app.FailureOfAsync(static app => new {name}(app), call);
        """);

    private static void WriteGroup(CodeWriter writer, GroupModel group)
    {
        DocComment.WriteSummary(writer, group.Doc, group.PropertyName!);
        string type = CSharpText.Identifier(group.ClassName);
        writer.WriteLine($"public {type} {CSharpText.Identifier(group.PropertyName!)} => {Field(group)} ??= new {type}(_app);");
    }

    private static void WriteRegistration(CodeWriter writer, ClientFileModel file)
    {
        string client = $"global::{CSharpText.Namespace(file.Namespace)}.{CSharpText.Identifier(file.ClientName)}";
        DocComment.WriteElement(writer, "summary", $"Registers <see cref=\"{client}\"/>.");
        writer.WriteLine(FileHeader.GeneratedCode);
        using (writer.Block($"{Accessibility(file)} static class {CSharpText.Identifier(file.ClientName + "ServiceCollectionExtensions")}"))
        {
            string method = CSharpText.Identifier("Add" + file.ClientName);
            string arguments = $"{client}.Create, configure{Keys(file)}{Scopes(file)}";
            string name = CSharpText.Literal(file.Namespace + "." + file.ClientName);
            string refused = file.Unreadable is { } unreadable ? ObsoleteText.Of(unreadable.Text, unreadable.Id) + "\n" : "";
            writer.WriteLine(
                $"""
                /// <summary>Registers <see cref="{client}"/>, whose requests are signed.</summary>
                /// <param name="services">Where to register it.</param>
                /// <param name="configure">Sets where the app is, and how to sign in to it.</param>
                /// <returns>The builder of the HTTP client, for further handlers such as a resilience handler.</returns>
                {refused}{NotInBrowsers}
                public static {Builder} {method}(
                    this {Services} services, global::System.Action<{RuntimeNames.DatabricksAppOptions}>? configure = null) =>
                    {RuntimeNames.AppPipeline}.AddClient<{client}>(
                        services, {name}, {arguments});

                /// <summary>Registers a further <see cref="{client}"/> under a name, for another app or another sign-in.</summary>
                /// <param name="services">Where to register it.</param>
                /// <param name="name">The key by which it is asked for: <c>[FromKeyedServices("name")]</c>.</param>
                /// <param name="configure">Sets where the app is, and how to sign in to it.</param>
                /// <returns>The builder of the HTTP client, for further handlers such as a resilience handler.</returns>
                {refused}{NotInBrowsers}
                public static {Builder} {method}(
                    this {Services} services, string name, global::System.Action<{RuntimeNames.DatabricksAppOptions}>? configure = null) =>
                    {RuntimeNames.AppPipeline}.AddKeyedClient<{client}>(
                        services, {name}, name, {arguments});
                """);
        }
    }

    // What is missing in the client nobody knows, so that each line that names it says why.
    private static void WriteUnreadable(CodeWriter writer, ClientFileModel file)
    {
        if (file.Unreadable is { } unreadable)
        {
            writer.WriteLine(ObsoleteText.Of(unreadable.Text, unreadable.Id));
        }
    }

    private static string Connection(ClientFileModel file) =>
        file.Gradio is null ? RuntimeNames.AppConnection : RuntimeNames.GradioApp;

    private static string Connect(ClientFileModel file, string connection) =>
        file.Gradio is { } gradio ? $"new {RuntimeNames.GradioApp}({connection}, {CSharpText.Literal(gradio.Path)})" : connection;

    private static string Accessibility(ClientFileModel file) => file.IsPublic ? "public" : "internal";

    // By its name: an array alone would pass for the scopes.
    private static string Keys(ClientFileModel file) => file.ApiKeys.IsEmpty
        ? ", apiKeys: global::System.Array.Empty<string>()"
        : $", apiKeys: new[] {"{"} {string.Join(", ", file.ApiKeys.Select(CSharpText.Literal))} {"}"}";

    private static string Scopes(ClientFileModel file) => string.Concat(file.Scopes.Select(scope => ", " + CSharpText.Literal(scope)));

    // Names of groups begin with a capital, so that these are as different as they are.
    private static string Field(GroupModel group) =>
        CSharpText.Identifier("_" + char.ToLowerInvariant(group.PropertyName![0]) + group.PropertyName.Substring(1));
}
