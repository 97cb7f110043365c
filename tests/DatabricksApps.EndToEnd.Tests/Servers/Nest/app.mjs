// Starts main.ts: what the Nest CLI does is to compile it with the types of parameters and members written into it.
import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const { outputText } = ts.transpileModule(readFileSync("main.ts", "utf8"), {
  compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, experimentalDecorators: true, emitDecoratorMetadata: true },
});
writeFileSync("main.cjs", outputText);
await import("./main.cjs");
