using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Emit.Operations;
using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Model;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Emit;

/// <summary>A client that was written from a model, compiled and loaded, over a handler in process.</summary>
internal sealed class EmittedClient
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> _answer;

    private EmittedClient(Assembly assembly, ClientModel model, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answer = answer;
        Assembly = assembly;
        Type type = assembly.GetType($"{model.Namespace}.{model.ClientName}", throwOnError: true)!;
        Client = Activator.CreateInstance(type, new HttpClient(new Handler(this)) { BaseAddress = new Uri("https://app.example.com") })!;
    }

    public Assembly Assembly { get; }

    public object Client { get; }

    /// <summary>Gets the last request: line, headers and body.</summary>
    public string Sent { get; private set; } = "";

    /// <summary>Compiles a client at C# 12 for .NET 8 and at the latest C# for .NET 10, and loads it.</summary>
    public static EmittedClient Load(ClientModel model, string answer = "\"\"", HttpStatusCode status = HttpStatusCode.OK) =>
        Load(model, _ => new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") });

    public static EmittedClient Load(ClientModel model, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        string[] sources = [.. Write(model)];
        Compile(sources, LanguageVersion.CSharp12);
        byte[] image = Compile(sources, LanguageVersion.Latest);
        AssemblyLoadContext context = new(null, isCollectible: true);
        return new EmittedClient(context.LoadFromStream(new MemoryStream(image)), model, answer);
    }

    public static IEnumerable<string> Write(ClientModel model)
    {
        yield return ClientFile.Write(Buckets.SelectClient(model));
        yield return ResolverFile.Write(Buckets.SelectResolver(model));
        foreach (OperationsFileModel file in Buckets.Cut(model).Operations.SelectMany(bucket => bucket.Files))
        {
            yield return OperationsFile.Write(file);
        }

        foreach (TypesFileModel file in Buckets.Cut(model).Types.SelectMany(bucket => bucket.Files))
        {
            yield return TypesFile.Write(file);
        }
    }

    /// <summary>Calls a method of the client or of a group; arguments that are left out have their defaults.</summary>
    public async Task<object?> CallAsync(string name, params (string Name, object? Value)[] arguments)
    {
        object target = Client;
        if (name.Split('.') is [var group, var method])
        {
            target = Client.GetType().GetProperty(group)!.GetValue(Client)!;
            name = method;
        }

        MethodInfo found = target.GetType().GetMethod(name)!;
        object?[] values = [.. found.GetParameters().Select(p =>
            arguments.Any(a => a.Name == p.Name) ? arguments.Single(a => a.Name == p.Name).Value
            : p.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken
            : p.HasDefaultValue ? p.DefaultValue
            : throw new ArgumentException($"{p.Name} has no default."))];
        object result = found.Invoke(target, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        if (result is not Task task)
        {
            return result;
        }

        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    private static byte[] Compile(string[] sources, LanguageVersion language)
    {
        CSharpCompilation compilation = new Project(new DatabricksAppGenerator(), language).CreateCompilation(sources);
        using MemoryStream image = new();
        var outcome = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Diagnostic[] diagnostics = [.. outcome.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        Assert.True(diagnostics.Length == 0, string.Join('\n', diagnostics.Take(10).Select(d => d + "\n" + d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line])));
        return image.ToArray();
    }

    private sealed class Handler(EmittedClient client) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // The header is made when the length is asked for, as a socket's handler does.
            _ = request.Content?.Headers.ContentLength;
            StringBuilder sent = new($"{request.Method} {request.RequestUri!.PathAndQuery}\n");
            foreach (var header in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? []))
            {
                sent.Append(header.Key).Append(": ").Append(header.Value).Append('\n');
            }

            if (request.Content is not null)
            {
                sent.Append('\n').Append(await request.Content.ReadAsStringAsync(cancellationToken));
            }

            client.Sent = sent.ToString();
            return client._answer(request);
        }
    }
}
