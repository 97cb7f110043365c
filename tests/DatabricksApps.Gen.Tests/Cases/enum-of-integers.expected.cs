public readonly partial struct Level
{
    public static readonly Level Value1 = new(1L);
    public static readonly Level Value2 = new(2L);
    public static readonly Level ValueMinus1 = new(-1L);
}
