using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Shop;

namespace DatabricksApps.Gen.Tests.Emit;

public sealed class EnumTests
{
    [Fact]
    public void A_value_that_the_document_does_not_name_is_kept()
    {
        EmittedTypes types = new(Enum("Status", EnumKind.String, ("New", "new"), ("SoldOut", "sold-out")));
        Assert.Equal(
            """
            "sold-out" True SoldOut sold out
            "gone" False Unknown other
            True True False
            "gone"
            Unknown null
            """,
            types.Run(
                """
                string Describe(Status status) => status.Kind switch
                {
                    Status.Known.New => "new",
                    Status.Known.SoldOut => "sold out",
                    _ => "other",
                };
                Status known = Read<Status>("\"sold-out\"");
                Status other = Read<Status>("\"gone\"");
                return string.Join(
                    "\n",
                    $"{Json(known)} {known.IsKnown} {known.Kind} {Describe(known)}",
                    $"{Json(other)} {other.IsKnown} {other.Kind} {Describe(other)}",
                    $"{known == Status.SoldOut} {other == "gone"} {known.Equals(other)}",
                    Json<Status>("gone"),
                    $"{default(Status).Kind} {Json(default(Status))}");
                """));
    }

    [Fact]
    public void Integers_and_mixed_scalars_have_open_enums_too()
    {
        EmittedTypes types = new(
            Enum("Level", EnumKind.Integer, ("Low", "-1"), ("High", "9223372036854775807")),
            Enum("Mode", EnumKind.Mixed, ("Auto", "\"auto\""), ("One", "1"), ("On", "true")));
        Assert.Equal(
            """
            -1 Low True
            7 Unknown False
            9223372036854775807
            "auto" Auto
            1 One
            {"a":1} Unknown
            True
            """,
            types.Run(
                """
                Level low = Read<Level>("-1.0");
                Level other = Read<Level>("7");
                Mode auto = Read<Mode>("\"\\u0061uto\"");
                return string.Join(
                    "\n",
                    $"{Json(low)} {low.Kind} {low.IsKnown}",
                    $"{Json(other)} {other.Kind} {other.IsKnown}",
                    Json(Level.High),
                    $"{Json(Mode.Auto)} {auto.Kind}",
                    $"{Json(Read<Mode>("1"))} {Read<Mode>("1").Kind}",
                    $"{Json(Read<Mode>("{\"a\":1}"))} {Read<Mode>("{\"a\":1}").Kind}",
                    Mode.On == Read<Mode>("true"));
                """));
    }
}
