using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>Reads the code of a method: which generated members it names, and which generated values it hands to code that is not seen.</summary>
internal sealed class MethodReader(MetadataReader reader, SignatureTypes types, Members members, UseRecorder uses)
{
    private readonly EvaluationStack _stack = new();
    private ImmutableArray<GeneratedType[]?> _locals = ImmutableArray<GeneratedType[]?>.Empty;
    private ImmutableArray<GeneratedType[]?> _arguments = ImmutableArray<GeneratedType[]?>.Empty;
    private GeneratedType[]? _result;

    public void Read(Member method, MethodBodyBlock body)
    {
        _locals = body.LocalSignature.IsNil
            ? ImmutableArray<GeneratedType[]?>.Empty
            : reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(types, TypeArguments.None);
        _arguments = method.IsInstance ? method.Parameters.Insert(0, method.TypeMention) : method.Parameters;
        _result = method.Result;
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            if (region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter)
            {
                _stack.HandlerAt(region.HandlerOffset);
            }

            if (region.Kind == ExceptionRegionKind.Filter)
            {
                _stack.HandlerAt(region.FilterOffset);
            }
        }

        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            _stack.At(code.Offset);
            OpCode instruction = Instructions.Read(ref code);
            int operand = Instructions.ReadOperand(ref code, instruction, out int[] targets);
            Run(instruction, operand);
            foreach (int target in targets)
            {
                _stack.BranchTo(target);
            }

            if (instruction.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget && instruction.Name is not ['l', 'e', 'a', ..])
            {
                _stack.BranchTo(operand);
            }

            if (instruction.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
            {
                _stack.Leave();
            }
        }
    }

    private void Run(OpCode instruction, int operand)
    {
        string name = instruction.Name ?? "";
        int dot = name.IndexOf('.');
        switch (dot < 0 ? name : name.Substring(0, dot))
        {
            case "ldarg" or "ldarga": _stack.Push(At(_arguments, operand)); break;
            case "ldloc" or "ldloca": _stack.Push(At(_locals, operand)); break;
            case "starg": Put(At(_arguments, operand)); break;
            case "stloc": Put(At(_locals, operand)); break;
            case "ret": Put(_result); break;
            case "dup": _stack.Push(_stack.Peek()); break;
            case "call" or "callvirt": Call(operand, isNew: false); break;
            case "newobj": Call(operand, isNew: true); break;
            case "calli": CallPointer(operand); break;
            case "ldftn": Refer(operand); _stack.Push(null); break;
            case "ldvirtftn": _stack.Pop(); Refer(operand); _stack.Push(null); break;
            case "ldtoken": Token(operand); _stack.Push(null); break;
            case "ldfld" or "ldflda": _stack.Pop(); LoadField(operand); break;
            case "ldsfld" or "ldsflda": LoadField(operand); break;
            case "stfld": Put(members.Of(operand)?.Result); _stack.Pop(); break;
            case "stsfld": Put(members.Of(operand)?.Result); break;
            case "castclass" or "isinst" or "box" or "unbox": _stack.Push(Mentions.Join(_stack.Pop(), TypeOf(operand))); break;
            case "newarr": _stack.Pop(); _stack.Push(TypeOf(operand)); break;
            case "ldobj" or "ldind": break;
            case "ldelem" or "ldelema": _stack.Pop(); break;
            case "stobj" or "stind": Put(PeekBelow()); _stack.Pop(); break;
            case "stelem": Store(); break;
            default: Other(instruction); break;
        }
    }

    private void Call(int token, bool isNew)
    {
        if (members.Of(token) is not { } member)
        {
            return;
        }

        bool hasObject = member.IsInstance && !isNew;
        GeneratedType[]?[] given = new GeneratedType[]?[member.Parameters.Length + (member.IsInstance ? 1 : 0)];
        for (int i = given.Length - 1; i >= (member.IsInstance && isNew ? 1 : 0); i--)
        {
            given[i] = _stack.Pop();
        }

        if (!hasObject && member.IsInstance)
        {
            given[0] = member.TypeMention;
        }

        uses.Call(member, given);
        if (isNew)
        {
            _stack.Push(member.TypeMention);
        }
        else if (!member.IsVoid)
        {
            _stack.Push(member.Result);
        }
    }

    private void CallPointer(int token)
    {
        MethodSignature<GeneratedType[]?> signature =
            reader.GetStandaloneSignature((StandaloneSignatureHandle)MetadataTokens.EntityHandle(token)).DecodeMethodSignature(types, TypeArguments.None);
        _stack.Pop();
        foreach (GeneratedType[]? parameter in signature.ParameterTypes)
        {
            Put(parameter);
        }

        _stack.Push(signature.ReturnType);
    }

    private void Refer(int token)
    {
        if (members.Of(token) is { } member)
        {
            uses.Refer(member);
        }
    }

    private void Token(int token)
    {
        // Of a type that code asks for as such, anything may be read; a method or field is named in an expression tree.
        Mentions.TakeWhole(TypeOf(token));
        Refer(token);
    }

    private void LoadField(int token)
    {
        Member? field = members.Of(token);
        if (field is not null)
        {
            uses.Refer(field);
        }

        _stack.Push(field?.Result);
    }

    // The value goes to a place of a type that may not show what it is.
    private void Put(GeneratedType[]? place) => Mentions.TakeWhole(_stack.Pop(), place);

    private void Store()
    {
        GeneratedType[]? value = _stack.Pop();
        _stack.Pop();
        Mentions.TakeWhole(value, _stack.Pop());
    }

    private GeneratedType[]? PeekBelow()
    {
        GeneratedType[]? value = _stack.Pop();
        GeneratedType[]? below = _stack.Peek();
        _stack.Push(value);
        return below;
    }

    private void Other(OpCode instruction)
    {
        for (int i = Instructions.Taken(instruction); i > 0; i--)
        {
            _stack.Pop();
        }

        for (int i = Instructions.Left(instruction); i > 0; i--)
        {
            _stack.Push(null);
        }
    }

    private GeneratedType[]? TypeOf(int token) => types.Of(MetadataTokens.EntityHandle(token), TypeArguments.None);

    private static GeneratedType[]? At(IReadOnlyList<GeneratedType[]?> list, int index) => index < list.Count ? list[index] : null;
}
