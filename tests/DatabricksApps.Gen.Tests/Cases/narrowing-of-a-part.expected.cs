public sealed partial class Base
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Note { get; init; } // sent when assigned

    public double? Size { get; init; }

    public Color? Color { get; init; }

    public BaseMeta? Meta { get; init; }
}

public sealed partial class BaseMeta
{
    public string? A { get; init; }
}

public readonly partial struct Color
{
    public static readonly Color Red = new("red");
    public static readonly Color Green = new("green");
    public static readonly Color Blue = new("blue");
}

public sealed partial class Narrow
{
    public string Kind { get; init; } = "narrow"; // always sent

    public string? Note { get; init; }

    public long? Size { get; init; }

    public NarrowColor? Color { get; init; }

    public NarrowMeta? Meta { get; init; }

    public string? Name { get; init; }
}

public readonly partial struct NarrowColor
{
    public static readonly NarrowColor Red = new("red");
    public static readonly NarrowColor Green = new("green");
}

public sealed partial class NarrowMeta
{
    public long? B { get; init; }

    public required string A { get; init; }
}

public sealed partial class RequiredBesideAReference
{
    public required string Name { get; init; }

    public string? Kind { get; init; }

    public string? Note { get; init; } // sent when assigned

    public double? Size { get; init; }

    public Color? Color { get; init; }

    public BaseMeta? Meta { get; init; }
}

public sealed partial class RequiredBesideParts
{
    public required string Name { get; init; }

    public string? Kind { get; init; }

    public string? Note { get; init; } // sent when assigned

    public double? Size { get; init; }

    public Color? Color { get; init; }

    public BaseMeta? Meta { get; init; }
}

public sealed partial class RequiredInAPart
{
    public required string Name { get; init; }

    public string? Kind { get; init; }

    public string? Note { get; init; } // sent when assigned

    public double? Size { get; init; }

    public Color? Color { get; init; }

    public BaseMeta? Meta { get; init; }
}

public sealed partial class RequiredOfARequired
{
    public required string Name { get; init; }

    public string? Kind { get; init; }

    public string? Note { get; init; } // sent when assigned

    public required double Size { get; init; }

    public Color? Color { get; init; }

    public BaseMeta? Meta { get; init; }
}

public sealed partial class RequiredWithAType
{
    public required string Name { get; init; }

    public string? Kind { get; init; }

    public string? Note { get; init; } // sent when assigned

    public double? Size { get; init; }

    public Color? Color { get; init; }

    public BaseMeta? Meta { get; init; }
}

public sealed partial class Uses
{
    public required RequiredInAPart A { get; init; }

    public required DateOnly B { get; init; }

    public required DateOnly C { get; init; }

    public required DateOnly? D { get; init; }

    public required UsesE E { get; init; }

    public required IReadOnlyList<long> F { get; init; }
}

public readonly partial struct UsesE
{
    public static readonly UsesE Blue = new("blue");
    public static readonly UsesE Red = new("red");
}
