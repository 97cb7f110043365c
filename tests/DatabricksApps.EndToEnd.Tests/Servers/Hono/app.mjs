// Rooms: a Hono app whose document @hono/zod-openapi writes of its Zod schemas.
import { serve } from "@hono/node-server";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { streamSSE, streamText } from "hono/streaming";

const Guest = z.object({ kind: z.literal("guest"), name: z.string() }).openapi("Guest");
const Team = z.object({ kind: z.literal("team"), team: z.string(), size: z.int().positive().optional() }).openapi("Team");
const Booker = z.discriminatedUnion("kind", [Guest, Team]).openapi("Booker");
const Floor = z.enum(["ground", "upper floor", "3"]).openapi("Floor");
const Room = z.object({
  id: z.uuid(),
  name: z.string().min(1),
  floor: Floor,
  seats: z.int(),
  price: z.number().nullable(),
  opened: z.iso.date(),
  checked: z.iso.datetime({ offset: true }),
  bookedBy: Booker.nullable(),
  code: z.union([z.string(), z.number()]),
  stock: z.record(z.string(), z.int()),
}).openapi("Room");
const NewRoom = Room.omit({ id: true, checked: true }).extend({ note: z.string().nullish() }).openapi("NewRoom");
const Trouble = z.object({ error: z.object({ code: z.string(), id: z.string().optional() }) }).openapi("Trouble");
const Invalid = z.object({ success: z.literal(false), issues: z.array(z.object({ path: z.array(z.union([z.string(), z.int()])), message: z.string() })) }).openapi("Invalid");
const Tick = z.object({ n: z.int(), at: z.iso.date() }).openapi("Tick");

const lamp = {
  id: "11111111-2222-4333-8444-555555555555",
  name: "Lamp",
  floor: "upper floor",
  seats: 4,
  price: 12.5,
  opened: "2026-03-01",
  checked: "2026-03-01T12:30:00.5+02:00",
  bookedBy: { kind: "team", team: "oak", size: 3 },
  code: 7,
  stock: { chairs: 4 },
};
const rug = { ...lamp, id: "66666666-7777-4888-8999-000000000000", name: "Rug", floor: "3", price: null, bookedBy: null, code: "r-1", stock: {} };

const json = (schema, description = "OK") => ({ description, content: { "application/json": { schema } } });
const body = (schema, type = "application/json") => ({ body: { required: true, content: { [type]: { schema } } } });
const params = z.object({ id: z.uuid().openapi({ param: { name: "id", in: "path" } }) });

const app = new OpenAPIHono({
  defaultHook: (result, c) => result.success ? undefined
    : c.json({ success: false, issues: result.error.issues.map(({ path, message }) => ({ path, message })) }, 400),
});

app.openapi(createRoute({
  method: "get",
  path: "/api/rooms",
  operationId: "listRooms",
  request: {
    query: z.object({
      floor: Floor.optional(),
      names: z.array(z.string()).or(z.string().transform((name) => [name])).optional(),
      openedSince: z.iso.date().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(10),
      free: z.enum(["true", "false"]).transform((free) => free === "true").optional(),
    }),
  },
  responses: { 200: json(z.array(Room)), 400: json(Invalid, "Invalid") },
}), (c) => {
  const { floor, names, openedSince, limit, free } = c.req.valid("query");
  return c.json([lamp, rug]
    .filter((room) => !floor || room.floor === floor)
    .filter((room) => !names || names.includes(room.name))
    .filter((room) => !openedSince || room.opened >= openedSince)
    .filter((room) => free === undefined || free === (room.bookedBy === null))
    .slice(0, limit));
});

app.openapi(createRoute({
  method: "get",
  path: "/api/rooms/{id}",
  operationId: "readRoom",
  request: { params },
  responses: { 200: json(Room), 404: json(Trouble, "No room") },
}), (c) => {
  const { id } = c.req.valid("param");
  const room = [lamp, rug].find((one) => one.id === id);
  return room ? c.json(room, 200) : c.json({ error: { code: "no_room", id } }, 404);
});

app.openapi(createRoute({
  method: "post",
  path: "/api/rooms",
  operationId: "createRoom",
  request: body(NewRoom),
  responses: { 201: json(Room), 400: json(Invalid, "Invalid") },
}), (c) => {
  const { note, ...room } = c.req.valid("json");
  return c.json({ ...room, name: note === undefined ? room.name : `${room.name} ${note}`, id: lamp.id, checked: lamp.checked }, 201);
});

// Without a name, as most are.
app.openapi(createRoute({
  method: "patch",
  path: "/api/rooms/{id}",
  request: { params, ...body(NewRoom.pick({ name: true, price: true }).partial()) },
  responses: { 200: json(z.object({ fields: z.array(z.string()), room: Room })) },
}), (c) => {
  const changes = c.req.valid("json");
  return c.json({ fields: Object.keys(changes), room: { ...lamp, ...changes } });
});

app.openapi(createRoute({
  method: "delete",
  path: "/api/rooms/{id}",
  operationId: "deleteRoom",
  request: { params, headers: z.object({ "x-reason": z.string() }) },
  responses: { 204: { description: "Gone", headers: z.object({ "x-said": z.string() }) } },
}), (c) => c.body(null, 204, { "x-said": c.req.valid("header")["x-reason"] }));

app.openapi(createRoute({
  method: "post",
  path: "/api/rooms/{id}/plan",
  operationId: "uploadPlan",
  request: {
    params,
    ...body(z.object({
      plan: z.instanceof(File).openapi({ type: "string", format: "binary" }),
      pages: z.coerce.number().int(),
      caption: z.string().optional(),
    }), "multipart/form-data"),
  },
  responses: { 200: json(z.object({ name: z.string(), type: z.string(), size: z.int(), pages: z.int(), caption: z.string().optional() })) },
}), (c) => {
  const { plan, pages, caption } = c.req.valid("form");
  return c.json({ name: plan.name, type: plan.type, size: plan.size, pages, caption });
});

app.openapi(createRoute({
  method: "get",
  path: "/api/rooms/{id}/plan",
  operationId: "downloadPlan",
  request: { params },
  responses: { 200: { description: "The plan", content: { "application/pdf": { schema: z.any().openapi({ type: "string", format: "binary" }) } } } },
}), (c) => c.body(new Uint8Array([37, 80, 68, 70]), 200, { "content-type": "application/pdf", "content-disposition": "inline; filename*=UTF-8''plan%20%C3%BC.pdf" }));

app.openapi(createRoute({
  method: "post",
  path: "/api/bookers",
  operationId: "echoBooker",
  request: body(Booker),
  responses: { 200: json(z.object({ booker: Booker, also: z.union([Booker, z.string(), z.null()]) })) },
}), (c) => {
  const booker = c.req.valid("json");
  return c.json({ booker, also: booker.kind === "guest" ? booker.name : booker });
});

app.openapi(createRoute({
  method: "get",
  path: "/api/ticks",
  operationId: "watchTicks",
  request: { query: z.object({ count: z.coerce.number().int() }) },
  responses: { 200: { description: "Ticks", content: { "text/event-stream": { schema: Tick } } } },
}), (c) => streamSSE(c, async (stream) => {
  for (let n = 1; n <= c.req.valid("query").count; n++) {
    await stream.writeSSE({ id: `${n}`, event: "tick", data: JSON.stringify({ n, at: "2026-03-01" }) });
  }
}));

app.openapi(createRoute({
  method: "get",
  path: "/api/lines",
  operationId: "readLines",
  responses: { 200: { description: "Ticks, one a line", content: { "application/x-ndjson": { schema: Tick } } } },
}), (c) => {
  c.header("content-type", "application/x-ndjson");
  return streamText(c, async (stream) => {
    await stream.write('{"n":1,"at":"2026-03-01"}\n{"n":2,');
    await stream.write('"at":"2026-03-02"}\n');
  });
});

app.doc31("/api/openapi.json", { openapi: "3.1.0", info: { title: "Rooms", version: "1.0.0" } });

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.argv[2]) });
