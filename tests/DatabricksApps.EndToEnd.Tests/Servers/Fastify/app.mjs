// Tickets: a Fastify app whose document @fastify/swagger writes.
import { Readable } from "node:stream";
import Fastify from "fastify";
import multipart from "@fastify/multipart";
import swagger from "@fastify/swagger";

const app = Fastify({ ajv: { plugins: [multipart.ajvFilePlugin] } });

await app.register(multipart, {
  attachFieldsToBody: "keyValues",
  onFile: async (part) => {
    part.value = { file: part.filename, type: part.mimetype, length: (await part.toBuffer()).length };
  },
});
await app.register(swagger, {
  openapi: { openapi: "3.0.3", info: { title: "Tickets", version: "1.0.0" }, tags: [{ name: "tickets" }] },
});

app.addSchema({
  $id: "Problem",
  type: "object",
  required: ["statusCode", "error", "message"],
  properties: { statusCode: { type: "integer" }, code: { type: "string" }, error: { type: "string" }, message: { type: "string" } },
});
app.addSchema({
  $id: "Ticket",
  type: "object",
  required: ["id", "title", "priority", "opened", "labels"],
  properties: {
    id: { type: "string", format: "uuid" },
    title: { type: "string" },
    priority: { type: "string", enum: ["low", "high"] },
    opened: { type: "string", format: "date-time" },
    due: { type: "string", format: "date", nullable: true },
    labels: { type: "array", items: { type: "string" } },
    effort: { type: "number" },
  },
});
app.addSchema({
  $id: "NewTicket",
  type: "object",
  required: ["title"],
  additionalProperties: false,
  properties: {
    title: { type: "string", minLength: 1 },
    priority: { type: "string", enum: ["low", "high"], default: "low" },
    due: { type: "string", format: "date", nullable: true },
    labels: { type: "array", items: { type: "string" }, default: [] },
  },
});
app.addSchema({
  $id: "Comment",
  type: "object",
  required: ["kind", "text"],
  properties: { kind: { type: "string", enum: ["comment"] }, text: { type: "string" } },
});
app.addSchema({
  $id: "Move",
  type: "object",
  required: ["kind", "to"],
  properties: { kind: { type: "string", enum: ["move"] }, to: { type: "string" }, at: { type: "string", format: "date-time" } },
});

const lamp = "11111111-2222-3333-4444-555555555555";
const tickets = [
  { id: lamp, title: "Lamp", priority: "high", opened: "2026-03-01T12:30:00.250Z", due: "2026-03-09", labels: ["light", "oak"], effort: 1.5 },
  { id: "66666666-7777-8888-9999-000000000000", title: "Rug", priority: "low", opened: "2026-03-02T00:00:00.000Z", due: null, labels: [] },
];

const tags = ["tickets"];
const one = { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } };
const missing = (id) => Object.assign(new Error(`There is no ticket ${id}.`), { statusCode: 404, code: "NO_TICKET" });
const find = (id) => {
  const found = tickets.find((ticket) => ticket.id === id);
  if (!found) throw missing(id);
  return found;
};

app.register(async (api) => {
  api.get("/tickets", {
    schema: {
      tags,
      operationId: "listTickets",
      querystring: {
        type: "object",
        properties: {
          priority: { type: "string", enum: ["low", "high"] },
          label: { type: "array", items: { type: "string" } },
          openedSince: { type: "string", format: "date-time" },
          limit: { type: "integer", minimum: 1, default: 10 },
        },
      },
      response: { 200: { type: "array", items: { $ref: "Ticket#" } } },
    },
  }, async ({ query }) => tickets
    .filter((ticket) => !query.priority || ticket.priority === query.priority)
    .filter((ticket) => (query.label ?? []).every((label) => ticket.labels.includes(label)))
    .filter((ticket) => !query.openedSince || new Date(ticket.opened) >= new Date(query.openedSince))
    .slice(0, query.limit));

  api.get("/tickets/:id", {
    schema: { tags, operationId: "readTicket", params: one, response: { 200: { $ref: "Ticket#" }, 404: { $ref: "Problem#" } } },
  }, async ({ params }) => find(params.id));

  api.post("/tickets", {
    schema: { tags, operationId: "createTicket", body: { $ref: "NewTicket#" }, response: { 201: { $ref: "Ticket#" }, 400: { $ref: "Problem#" } } },
  }, async ({ body }, reply) => reply.code(201).send({ id: lamp, opened: "2026-03-03T00:00:00Z", ...body }));

  // Without a name of its own, and with types that stand in their place.
  api.put("/tickets/:id/priority", {
    schema: {
      tags,
      params: one,
      body: { type: "object", required: ["priority"], properties: { priority: { type: "string", enum: ["low", "high"] } } },
      response: { 200: { type: "object", required: ["was", "is"], properties: { was: { type: "string" }, is: { type: "string" } } } },
    },
  }, async ({ params, body }) => ({ was: find(params.id).priority, is: body.priority }));

  api.delete("/tickets/:id", {
    schema: { tags, operationId: "deleteTicket", params: one, response: { 204: { type: "null", description: "Gone" } } },
  }, async (_, reply) => reply.code(204).send());

  api.post("/tickets/:id/files", {
    schema: {
      tags,
      operationId: "attachFile",
      consumes: ["multipart/form-data"],
      params: one,
      body: { type: "object", required: ["file"], properties: { file: { isFile: true }, caption: { type: "string" } } },
      response: {
        200: { type: "object", required: ["name", "type", "length"], properties: { name: { type: "string" }, type: { type: "string" }, length: { type: "integer" }, caption: { type: "string" } } },
      },
    },
  }, async ({ body: { file, caption } }) => ({ name: file.file, type: file.type, length: file.length, caption }));

  api.get("/tickets/:id/photo", {
    schema: {
      tags,
      operationId: "readPhoto",
      params: one,
      produces: ["image/png"],
      response: { 200: { description: "The photo", content: { "image/png": { schema: { type: "string", format: "binary" } } } } },
    },
  }, async (_, reply) => reply
    .header("content-disposition", 'attachment; filename="lamp.png"')
    .type("image/png")
    .send(Readable.from([Buffer.from([137, 80]), Buffer.from([78, 71])])));

  api.post("/events", {
    schema: {
      tags,
      operationId: "echoEvent",
      body: { oneOf: [{ $ref: "Comment#" }, { $ref: "Move#" }] },
      response: { 200: { anyOf: [{ $ref: "Comment#" }, { $ref: "Move#" }] } },
    },
  }, async ({ body }) => body);

  api.get("/events", {
    schema: {
      tags,
      operationId: "watchEvents",
      response: { 200: { description: "Events", content: { "text/event-stream": { schema: { $ref: "Comment#" } } } } },
    },
  }, async (_, reply) => reply
    .type("text/event-stream")
    .send(Readable.from(["id: 1\nevent: comment\n", 'data: {"kind":"comment","text":"one"}\n\n', 'data: {"kind":"comment",\ndata: "text":"zwei \u00fc"}\n\n'])));

  api.get("/who", {
    schema: {
      tags,
      operationId: "readCaller",
      headers: { type: "object", required: ["x-depth"], properties: { "x-depth": { type: "integer" }, "x-team": { type: "string" } } },
      response: { 200: { type: "object", additionalProperties: { type: "string" } } },
    },
  }, async ({ headers }) => ({ depth: `${headers["x-depth"]}`, kind: typeof headers["x-depth"], team: headers["x-team"] }));
}, { prefix: "/api" });

app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());

await app.listen({ host: "127.0.0.1", port: Number(process.argv[2]) });
