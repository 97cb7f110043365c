// Calls every endpoint of the stand-in through @gradio/client, and prints what each step gives, one line of JSON a step.
// Two things that Gradio's client hands on as they come are put as a caller means them: a change of the page is its value,
// and the value that ends a stream is left out if it only repeats the one before.
import { Client } from '@gradio/client';

const url = process.argv[2];
const app = await Client.connect(url);

const valueOf = (v) => (v && v.__type__ === 'update' ? v.value ?? null : v);
const step = async (name, run) => {
  let given;
  try { given = await run(); } catch (error) { given = { error: error.message ?? null, title: error.title ?? null }; }
  console.log(JSON.stringify([name, given]));
};
const call = async (name, data) => (await app.predict(name, data)).data.map(valueOf);
const stream = async (name, data) => {
  const values = [];
  for await (const message of app.submit(name, data)) {
    if (message.type === 'data') values.push(JSON.stringify(message.data.map(valueOf)));
    if (message.type === 'status' && message.stage === 'error') throw message;
  }
  return values.filter((v, i) => v !== values[i - 1]).map((v) => JSON.parse(v));
};

await step('greet', () => call('/greet', ['Ada']));
await step('scale', () => call('/scale', {}));
await step('scale with arguments', () => call('/scale', [4, 0.5]));
await step('shout_file', async () => {
  const [file] = await call('/shout_file', [new File(['hello, file'], 'hello.txt', { type: 'text/plain' })]);
  return [file.orig_name, file.size, await (await fetch(file.url)).text()];
});
await step('count', () => stream('/count', ['tick', 3]));
await step('fail', () => call('/fail', ['no']));
await step('chat', async () => [...(await call('/chat', ['one'])), ...(await call('/chat', ['two']))]);
await step('stats', () => call('/stats', ['x']));
await step('person', () => call('/person', ['Adam', 30]));
await step('person, refused', async () => { try { return await call('/person', ['Adam', 3]); } catch { return 'refused'; } });
await step('busy', async () => {
  const logs = [];
  let value;
  for await (const message of app.submit('/busy', [2], undefined, undefined, true)) {
    if (message.type === 'log') logs.push([message.level, message.log]);
    if (message.type === 'data') [value] = message.data;
  }
  return [value, ...logs];
});
await step('touch', () => call('/touch', ['t']));
await step('crash', async () => { try { return await call('/crash', ['boom']); } catch { return 'failed'; } });
await step('grow', () => stream('/grow', [3]));

// What a function returns beside its component's type, as a typed client means it: a number is read from text and Booleans,
// a choice is text, and what is neither comes as it is.
const numberOf = (v) => (typeof v === 'boolean' ? Number(v) : typeof v === 'string' && v !== '' && Number.isFinite(Number(v)) ? Number(v) : v);
const choiceOf = (v) => (v === null || typeof v === 'string' ? v : JSON.stringify(v));
for (const what of ['text', 'word', 'true', 'false', 'null', 'number', 'object', 'list']) {
  await step(`lie_number ${what}`, async () => numberOf((await call('/lie_number', [what]))[0]));
}
for (const what of ['word', 'true', 'null', 'number', 'object']) {
  await step(`lie_choice ${what}`, async () => choiceOf((await call('/lie_choice', [what]))[0]));
}
for (const what of ['word', 'text', 'null']) {
  await step(`lie_pair ${what}`, async () => { const [score, text] = await call('/lie_pair', [what]); return [numberOf(score), text]; });
}
const given = async (values) => (await call('/given', { text: 't', number: 1, ...values }))[0];
await step('given, defaults', () => given({}));
await step('given, null text', () => given({ text: null }));
await step('given, null number', () => given({ number: null }));
await step('given, null choice', () => given({ kind: null }));
await step('given, null list', () => given({ colors: null }));
await step('given, null file', () => given({ file: null }));
await step('given, all null', () => given({ text: null, number: null, kind: null, colors: null, file: null }));
await step('given, values', () => given({ kind: 'b', colors: ['blue'] }));
process.exit(0);
