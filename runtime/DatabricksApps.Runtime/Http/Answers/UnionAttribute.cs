#if !NET11_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>Tells the compiler that a type is a union; .NET has it from version 11 on.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class UnionAttribute : Attribute;
#endif
