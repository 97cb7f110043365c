using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>The addresses that requests share, so that they are parsed once.</summary>
public sealed class BaseAddressTests
{
    private readonly BaseAddress _address = new(new Uri("https://app.example.com/base"));

    [Fact]
    public void Requests_of_a_route_without_parameters_share_their_address()
    {
        using AppRequest first = Sealed(new AppRequest(HttpMethod.Get, "/api/items"));
        using AppRequest second = Sealed(new AppRequest(HttpMethod.Post, "/api/items"));

        Assert.Equal("https://app.example.com/base/api/items", first.RequestUri!.AbsoluteUri);
        Assert.Same(first.RequestUri, second.RequestUri);
        Assert.True(second.IsJoinedTo(_address.Uri));
    }

    [Fact]
    public void A_request_with_a_parameter_has_its_own()
    {
        AppRequest plain = Sealed(new AppRequest(HttpMethod.Get, "/api/items"));
        AppRequest filtered = new(HttpMethod.Get, "/api/items");
        filtered.AddQuery("limit", long.MinValue);
        filtered.Seal(_address);
        AppRequest one = new(HttpMethod.Get, "/api/items/{id}");
        one.AddPath("/api/items/");
        one.AddPathValue("id", long.MinValue);
        one.Seal(_address);

        Assert.Equal("/base/api/items", plain.RequestUri!.PathAndQuery);
        Assert.Equal("/base/api/items?limit=-9223372036854775808", filtered.RequestUri!.PathAndQuery);
        Assert.Equal("/base/api/items/-9223372036854775808", one.RequestUri!.PathAndQuery);
    }

    [Fact]
    public void Addresses_without_end_are_not_kept()
    {
        Uri kept = _address.JoinRoute("/first");
        for (int i = 0; i < 1000; i++)
        {
            _address.JoinRoute("/other/" + i);
        }

        Assert.Same(kept, _address.JoinRoute("/first"));
        Assert.Equal(_address.JoinRoute("/other/999"), _address.JoinRoute("/other/999"));
        Assert.NotSame(_address.JoinRoute("/other/999"), _address.JoinRoute("/other/999"));
    }

    [Fact]
    public void A_query_of_nothing_takes_no_address_of_its_own()
    {
        AppRequest plain = Sealed(new AppRequest(HttpMethod.Get, "/api/items"));
        AppRequest filtered = new(HttpMethod.Get, "/api/items");
        filtered.AddQuery("limit", (long?)null);
        filtered.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("tag", []);

        Assert.Same(plain.RequestUri, Sealed(filtered).RequestUri);
    }

    private AppRequest Sealed(AppRequest request)
    {
        request.Seal(_address);
        return request;
    }
}
