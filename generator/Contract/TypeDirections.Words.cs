namespace DatabricksApps.Gen.Contract;

// Apart from how they are found: what reads locks alone knows the words.
internal sealed partial class TypeDirections
{
    public const string Sent = "sent";
    public const string Received = "received";
}
