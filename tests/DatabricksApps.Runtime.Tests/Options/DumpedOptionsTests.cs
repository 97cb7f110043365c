using System.Runtime.Serialization;
using System.Text.Json;
using System.Xml;

namespace DatabricksApps.Tests.Options;

/// <summary>Options that a program writes down, into a log or a page of its state, hold no secret.</summary>
public sealed class DumpedOptionsTests
{
    private static readonly DatabricksAppOptions s_options = new()
    {
        AppName = "inventory",
        Host = "https://ws.example.com",
        Token = "token-CANARY",
        ClientId = "the-client",
        ClientSecret = "secret-CANARY",
        TokenProvider = _ => new("provided-CANARY"),
        FederatedTokenProvider = _ => new("federated-CANARY"),
        FederatedUserTokenProvider = _ => new("user-CANARY"),
        LookupTokenProvider = _ => new("lookup-CANARY"),
        OpenBrowser = (_, _) => default,
        ApiKeys = { ["QueryKey"] = "key-CANARY" },
    };

    [Fact]
    public void JSON()
    {
        string json = JsonSerializer.Serialize(s_options);

        Assert.DoesNotContain("CANARY", json, StringComparison.Ordinal);
        Assert.Contains("\"AppName\":\"inventory\"", json, StringComparison.Ordinal);
        Assert.Contains("\"ClientId\":\"the-client\"", json, StringComparison.Ordinal);
    }

    // Newtonsoft.Json leaves out the same.
    [Fact]
    public void Data_contracts()
    {
        using StringWriter text = new();
        using (XmlWriter writer = XmlWriter.Create(text))
        {
            new DataContractSerializer(typeof(DatabricksAppOptions)).WriteObject(writer, s_options);
        }

        Assert.DoesNotContain("CANARY", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("<AppName>inventory</AppName>", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text() => Assert.DoesNotContain("CANARY", s_options.ToString(), StringComparison.Ordinal);
}
