using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.AuthConformance;

/// <summary>A web server on the loopback interface that stands for every host: it answers what the present case tells, else 404.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly X509Certificate2 _certificate;

    private StubServer(WebApplication host, X509Certificate2 certificate)
    {
        _host = host;
        _certificate = certificate;
    }

    /// <summary>Gets or sets the answers of the present case.</summary>
    public IReadOnlyList<Stub> Stubs { get; set; } = [];

    public static async Task<StubServer> StartAsync()
    {
        X509Certificate2 certificate = CreateCertificate();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        WebApplication host = builder.Build();
        StubServer server = new(host, certificate);
        host.Run(server.AnswerAsync);
        await host.StartAsync();
        return server;
    }

    /// <summary>Makes a client whose connections all lead here, whatever host they are for.</summary>
    public HttpClient CreateClient()
    {
        string[] addresses = [.. _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                string scheme = context.InitialRequestMessage.RequestUri!.Scheme;
                int port = new Uri(addresses.Single(a => new Uri(a).Scheme == scheme)).Port;
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _certificate.GetCertHashString();
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        IFormCollection? form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
        Stub? stub = Stubs.FirstOrDefault(s => IsFor(s, context.Request, form));
        context.Response.StatusCode = stub?.Status ?? 404;
        foreach ((string name, string value) in stub?.Headers ?? new Dictionary<string, string>())
        {
            context.Response.Headers[name] = value;
        }

        if (stub?.Body is { } body)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
        }
    }

    private static bool IsFor(Stub stub, HttpRequest request, IFormCollection? form) =>
        stub.Method == request.Method
        && stub.Url.TrimEnd('/') == Stub.Unescaped(request.GetEncodedUrl()).TrimEnd('/')
        && stub.Expected.All(h => request.Headers[h.Key] == h.Value)
        && (stub.Form is null
            || (form?.Count == stub.Form.Count && stub.Form.All(f => form.TryGetValue(f.Key, out var value) && value == f.Value)));

    private static X509Certificate2 CreateCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=stub", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
