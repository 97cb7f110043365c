// DBXAPP0106 /components/schemas/Sort/enum/3
// DBXAPP0106 /components/schemas/Sort/enum/4
// DBXAPP0106 /components/schemas/Sort/enum/7
// DBXAPP0106 /components/schemas/Letter/enum/0
// DBXAPP0106 /components/schemas/Letter/enum/1

public readonly partial struct Letter
{
    public static readonly Letter a = new("a");
    public static readonly Letter AValue = new("A");
}

public readonly partial struct Sort
{
    public static readonly Sort Name = new("name");
    public static readonly Sort MinusName = new("-name");
    public static readonly Sort PlusName = new("+name");
    public static readonly Sort SoldMinusOut = new("sold-out");
    public static readonly Sort SOLD_OUT = new("SOLD_OUT");
    public static readonly Sort Empty = new("");
    public static readonly Sort _1st = new("1st");
    public static readonly Sort KnownValue = new("Known");
}
