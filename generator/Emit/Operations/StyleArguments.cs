using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Spells the arguments of a style that differ from the runtime's defaults.</summary>
/// <param name="style">The default style.</param>
/// <param name="explode">The default of <c>explode</c>.</param>
internal readonly struct StyleArguments(ParameterStyle style, bool explode)
{
    public string Of(ParameterStyle actualStyle, bool actualExplode, bool allowReserved = false)
    {
        string arguments = actualStyle == style ? "" : $", style: {RuntimeNames.ParameterStyle}.{actualStyle}";
        arguments += actualExplode == explode ? "" : $", explode: {(actualExplode ? "true" : "false")}";
        return arguments + (allowReserved ? ", allowReserved: true" : "");
    }
}
