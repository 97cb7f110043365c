using System.Net;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace DatabricksApps.Tests.Signing;

/// <content>A user's own handlers.</content>
public sealed partial class HandlerOrderTests
{
    private sealed class Filter(Func<DelegatingHandler> handler) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(handler());
        };
    }

    private sealed class HoldingLogger : Microsoft.Extensions.Http.Logging.IHttpClientLogger
    {
        public HttpRequestMessage? Held { get; private set; }

        public object? LogRequestStart(HttpRequestMessage request)
        {
            Held = request;
            return null;
        }

        public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
        {
        }

        public void LogRequestFailed(object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed)
        {
        }
    }

    private sealed class HoldingHandler(Action<HttpRequestMessage> hold) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            hold(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CopyingHandler(bool withOptions = true) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpRequestMessage copy = new(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version };
            foreach (KeyValuePair<string, object?> option in withOptions ? request.Options : [])
            {
                copy.Options.Set(new HttpRequestOptionsKey<object?>(option.Key), option.Value);
            }

            return base.SendAsync(copy, cancellationToken);
        }
    }

    private sealed class BodyHandler(List<string?> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync();
            seen.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }

    private sealed class RetryHandler(int attempts) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            for (int i = 1; i < attempts && !response.IsSuccessStatusCode; i++)
            {
                response.Dispose();
                response = await base.SendAsync(request, cancellationToken);
            }

            return response;
        }
    }

    private sealed class SeeingHandler(List<string?> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            See(request);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            See(request);
            return response;
        }

        private void See(HttpRequestMessage request) =>
            seen.Add(request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null);
    }

    private sealed class ElsewhereHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri("https://elsewhere.example.com/api/items");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
