using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>
/// Reads from an assembly what its code uses of the clients that were generated into it. All code counts that has a body, so that
/// lambdas and what the compiler makes of async methods and iterators are seen as any other.
/// </summary>
internal sealed class AssemblyUsage
{
    private const string GeneratedRuntime = "DatabricksApps.Generated";

    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly GeneratedTypes _generated;
    private readonly SignatureTypes _types;
    private readonly Members _members;
    private readonly UseRecorder _uses;
    private readonly NamedTypes _named;

    private AssemblyUsage(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        _generated = GeneratedTypes.Find(_reader);
        _types = new SignatureTypes(_reader, _generated);
        _members = new Members(_reader, _generated, _types);
        _uses = new UseRecorder(CaseOf);
        _named = new NamedTypes(_reader, _generated);
        AssemblyName = _reader.GetString(_reader.GetAssemblyDefinition().Name);
        IsProgram = file.PEHeaders.CorHeader is { EntryPointTokenOrRelativeVirtualAddress: not 0 };
    }

    public string AssemblyName { get; }

    /// <summary>Gets whether it is started itself, so that nobody else calls what is public in it.</summary>
    public bool IsProgram { get; }

    public IReadOnlyList<ClientUsage> Clients => _generated.Clients;

    public static AssemblyUsage Read(string path)
    {
        using PEReader file = new(new MemoryStream(File.ReadAllBytes(path)));
        return Read(file);
    }

    public static AssemblyUsage Read(PEReader file)
    {
        AssemblyUsage usage = new(file);
        if (!usage._generated.IsEmpty)
        {
            foreach (TypeDefinitionHandle handle in usage._reader.TypeDefinitions)
            {
                usage.ReadType(handle);
            }
        }

        return usage;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        GeneratedType? generated = _generated.Of(handle, out bool isNested);
        bool isOfFramework = generated is null && IsDerived(type);
        if (generated is null)
        {
            _named.Read(type);
        }

        foreach (MethodDefinitionHandle methodHandle in type.GetMethods())
        {
            MethodDefinition method = _reader.GetMethodDefinition(methodHandle);
            if (method.RelativeVirtualAddress == 0 && generated is null)
            {
                // Of an interface, or abstract.
                _named.Read(method, null);
            }

            if (method.RelativeVirtualAddress == 0 || (generated is null && IsMadeByCompiler(method))
                || (generated is not null && !isNested && IsGenerated(generated, _reader.GetString(method.Name)))
                || (generated is not null && isNested && IsLambdaOfGenerated(handle, _reader.GetString(method.Name))))
            {
                continue;
            }

            MethodBodyBlock body = _file.GetMethodBody(method.RelativeVirtualAddress);
            if (generated is null)
            {
                _named.Read(method, body);
            }

            if (!Concerns(method, body, out bool callsRuntime) || (generated is not null && callsRuntime))
            {
                continue;
            }

            Member member = _members.Of(MetadataTokens.GetToken(methodHandle))!;
            new MethodReader(_reader, _types, _members, _uses).Read(member, body);

            // A controller's or hub's framework sends what its methods give.
            if (isOfFramework && member.IsPublic)
            {
                Mentions.TakeWhole(member.Result);
            }
        }
    }

    // Most code has nothing to do with any client. What is generated itself calls what only generated code may.
    private bool Concerns(MethodDefinition method, MethodBodyBlock body, out bool callsRuntime)
    {
        MethodSignature<GeneratedType[]?> signature = method.DecodeSignature(_types, TypeArguments.None);
        bool concerns = signature.ReturnType is { Length: > 0 } || signature.ParameterTypes.Any(type => type is { Length: > 0 });
        callsRuntime = false;
        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            OpCode instruction = Instructions.Read(ref code);
            int operand = Instructions.ReadOperand(ref code, instruction, out _);
            switch (instruction.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField:
                case OperandType.InlineTok when _members.Of(operand) is not null:
                    Member? member = _members.Of(operand);
                    concerns |= member is not null && (member.Generated is not null || member.TypeMention is { Length: > 0 } || member.Result is { Length: > 0 }
                        || member.Parameters.Any(type => type is { Length: > 0 }) || member.Arguments.OfMethod.Any(type => type is { Length: > 0 }));
                    callsRuntime |= member?.Namespace == GeneratedRuntime;
                    break;
                case OperandType.InlineType or OperandType.InlineTok:
                    concerns |= _types.Of(MetadataTokens.EntityHandle(operand), TypeArguments.None) is { Length: > 0 };
                    break;
            }
        }

        return concerns;
    }

    // The members of a partial class that the user wrote are not.
    private static bool IsGenerated(GeneratedType type, string name) => type.Kind switch
    {
        GeneratedKind.Other => true,
        _ when name is ".ctor" or ".cctor" or "ReadFrom" or "FitOf" or "ReadMember" or "WriteMembers" or "Equals" or "GetHashCode" or "ToString" or "PrintMembers" => true,
        _ when name.IndexOf('.') >= 0 => true,
        GeneratedKind.Choice => name == "Match" || name.StartsWith("op_", StringComparison.Ordinal)
            || name.StartsWith("From", StringComparison.Ordinal) || name.StartsWith("TryGet", StringComparison.Ordinal),
        _ => name.StartsWith("op_", StringComparison.Ordinal) || name[0] == '<',
    };

    // <ListItemsAllAsync>b__0: the compiler puts lambdas into a type beside the method that they stand in, the user's own ones too.
    private bool IsLambdaOfGenerated(TypeDefinitionHandle type, string name)
    {
        int end = name.IndexOf('>');
        if (end <= 1 || name[0] != '<')
        {
            return false;
        }

        TypeDefinition owner = _reader.GetTypeDefinition(type);
        while (!owner.GetDeclaringType().IsNil)
        {
            owner = _reader.GetTypeDefinition(owner.GetDeclaringType());
        }

        string method = name.Substring(1, end - 1);
        return owner.GetMethods().Select(_reader.GetMethodDefinition).Any(one =>
            one.RelativeVirtualAddress != 0 && _reader.StringComparer.Equals(one.Name, method)
            && Concerns(one, _file.GetMethodBody(one.RelativeVirtualAddress), out bool callsRuntime) && callsRuntime);
    }

    // What it makes of a record compares and shows all members, called or not. Its names of lambdas and local functions begin with '<'.
    private bool IsMadeByCompiler(MethodDefinition method) =>
        _reader.GetString(method.Name) is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "op_Equality" or "op_Inequality" or "get_EqualityContract"
        && method.GetCustomAttributes().Any(attribute =>
            _reader.GetCustomAttribute(attribute).Constructor is { Kind: HandleKind.MemberReference } constructor
            && _reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
            && _reader.StringComparer.Equals(_reader.GetTypeReference((TypeReferenceHandle)parent).Name, "CompilerGeneratedAttribute"));

    private bool IsDerived(TypeDefinition type) =>
        type.BaseType is { IsNil: false, Kind: not HandleKind.TypeDefinition } parent
        && !(parent.Kind == HandleKind.TypeReference
            && _reader.StringComparer.Equals(_reader.GetTypeReference((TypeReferenceHandle)parent).Namespace, "System"));

    private Member? CaseOf(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0)
        {
            return null;
        }

        BlobReader code = _file.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
        while (code.RemainingBytes > 0)
        {
            OpCode instruction = Instructions.Read(ref code);
            int operand = Instructions.ReadOperand(ref code, instruction, out _);
            if (instruction.OperandType == OperandType.InlineMethod && _members.Of(operand) is { Definition.IsNil: false, Generated: not null } called
                && (called.Name.StartsWith("From", StringComparison.Ordinal) || called.Name.StartsWith("TryGet", StringComparison.Ordinal)))
            {
                return called;
            }
        }

        return null;
    }
}
