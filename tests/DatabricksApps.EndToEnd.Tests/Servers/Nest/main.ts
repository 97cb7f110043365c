// Parcels: a NestJS app whose document @nestjs/swagger writes.
import "reflect-metadata";
import {
  BadRequestException, Body, Controller, Delete, Get, Headers, HttpCode, MessageEvent, Module, NotFoundException, Param, ParseEnumPipe, ParseIntPipe, ParseUUIDPipe, Patch, Post,
  Query, Sse, StreamableFile, UploadedFile, UseInterceptors,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FileInterceptor } from "@nestjs/platform-express";
import {
  ApiBadRequestResponse, ApiBody, ApiConsumes, ApiCreatedResponse, ApiExtraModels, ApiHeader, ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiProperty,
  ApiPropertyOptional, ApiQuery, ApiTags, DocumentBuilder, getSchemaPath, OmitType, PartialType, SwaggerModule,
} from "@nestjs/swagger";
import { from, Observable } from "rxjs";

enum Size {
  Small = "small",
  Large = "large",
}

enum Grade {
  Low = 1,
  High = 2,
}

class Address {
  @ApiProperty({ enum: ["address"] })
  kind: "address";

  @ApiProperty()
  street: string;
}

class Locker {
  @ApiProperty({ enum: ["locker"] })
  kind: "locker";

  @ApiProperty({ type: "integer" })
  number: number;
}

class Weight {
  @ApiProperty()
  grams: number;
}

const target = {
  oneOf: [{ $ref: getSchemaPath(Address) }, { $ref: getSchemaPath(Locker) }],
  discriminator: { propertyName: "kind", mapping: { address: getSchemaPath(Address), locker: getSchemaPath(Locker) } },
};

@ApiExtraModels(Address, Locker)
class Parcel {
  @ApiProperty({ format: "uuid" })
  id: string;

  @ApiProperty({ minLength: 1 })
  label: string;

  @ApiProperty({ enum: Size, enumName: "Size" })
  size: Size;

  @ApiProperty({ enum: Grade })
  grade: Grade;

  @ApiProperty()
  sent: Date;

  @ApiProperty({ type: "string", format: "date", nullable: true })
  due: string | null;

  @ApiProperty({ type: [String] })
  marks: string[];

  @ApiProperty({ type: () => Weight, nullable: true })
  weight: Weight | null;

  @ApiProperty(target)
  target: Address | Locker;

  @ApiPropertyOptional({ additionalProperties: { type: "integer" } })
  counts?: Record<string, number>;
}

class NewParcel extends OmitType(Parcel, ["id", "sent"]) {}

class ParcelChanges extends PartialType(NewParcel) {}

class Failure {
  @ApiProperty()
  statusCode: number;

  @ApiProperty()
  message: string;

  @ApiProperty({ required: false })
  error?: string;
}

class Upload {
  @ApiProperty({ type: "string", format: "binary" })
  photo: unknown;

  @ApiProperty({ required: false })
  caption?: string;

  @ApiProperty({ type: "integer" })
  page: number;
}

class Uploaded {
  @ApiProperty()
  name: string;

  @ApiProperty()
  type: string;

  @ApiProperty()
  size: number;

  @ApiProperty()
  text: string;
}

class Position {
  @ApiProperty()
  x: number;

  @ApiProperty()
  at: Date;
}

const lamp: Parcel = {
  id: "11111111-2222-4333-8444-555555555555",
  label: "Lamp",
  size: Size.Large,
  grade: Grade.High,
  sent: new Date("2026-03-01T12:30:00.250Z"),
  due: "2026-03-09",
  marks: ["light", "oak"],
  weight: { grams: 12.5 },
  target: { kind: "locker", number: 7 },
  counts: { north: 3 },
};

const rug: Parcel = {
  ...lamp, id: "66666666-7777-4888-8999-000000000000", label: "Rug", size: Size.Small, grade: Grade.Low, due: null, marks: [], weight: null,
  target: { kind: "address", street: "Way 1" }, counts: undefined,
};

@ApiTags("parcels")
@Controller("parcels")
class ParcelsController {
  @Get()
  @ApiQuery({ name: "size", enum: Size, enumName: "Size", required: false })
  @ApiQuery({ name: "marks", type: [String], required: false })
  @ApiQuery({ name: "limit", type: "integer", required: false })
  @ApiOkResponse({ type: [Parcel] })
  list(
    @Query("size", new ParseEnumPipe(Size, { optional: true })) size?: Size,
    @Query("marks") marks?: string | string[],
    @Query("limit", new ParseIntPipe({ optional: true })) limit?: number,
  ): Parcel[] {
    return [lamp, rug]
      .filter((parcel) => !size || parcel.size === size)
      .filter((parcel) => [marks ?? []].flat().every((mark) => parcel.marks.includes(mark)))
      .slice(0, limit);
  }

  @Get(":id")
  @ApiOkResponse({ type: Parcel })
  @ApiNotFoundResponse({ type: Failure })
  read(@Param("id", ParseUUIDPipe) id: string): Parcel {
    const found = [lamp, rug].find((parcel) => parcel.id === id);
    if (!found) {
      throw new NotFoundException(`There is no parcel ${id}.`);
    }
    return found;
  }

  @Post()
  @ApiCreatedResponse({ type: Parcel })
  @ApiBadRequestResponse({ type: Failure })
  create(@Body() parcel: NewParcel): Parcel {
    if (parcel.label === "") {
      throw new BadRequestException(["label should not be empty"]); // As a ValidationPipe does: texts, where others give one.
    }
    return { ...parcel, id: lamp.id, sent: lamp.sent };
  }

  @Patch(":id")
  @ApiOkResponse({ schema: { type: "object", required: ["fields"], properties: { fields: { type: "array", items: { type: "string" } } } } })
  change(@Param("id", ParseUUIDPipe) id: string, @Body() changes: ParcelChanges) {
    return { fields: Object.entries(changes).map(([name, value]) => `${name}=${JSON.stringify(value)}`) };
  }

  @Delete(":id")
  @HttpCode(204)
  remove(@Param("id", ParseUUIDPipe) id: string): void {}

  @Post(":id/photo")
  @ApiConsumes("multipart/form-data")
  @ApiBody({ type: Upload })
  @ApiCreatedResponse({ type: Uploaded })
  @UseInterceptors(FileInterceptor("photo"))
  upload(@Param("id", ParseUUIDPipe) id: string, @UploadedFile() photo: any, @Body() fields: Record<string, string>): Uploaded {
    return { name: photo.originalname, type: photo.mimetype, size: photo.size, text: `${fields.page}: ${fields.caption}` };
  }

  @Get(":id/photo")
  @ApiProduces("image/png")
  @ApiOkResponse({ schema: { type: "string", format: "binary" } })
  photo(@Param("id", ParseUUIDPipe) id: string): StreamableFile {
    return new StreamableFile(Buffer.from([137, 80, 78, 71]), { type: "image/png", disposition: 'attachment; filename="lamp.png"' });
  }

  @Post("targets")
  @HttpCode(200)
  @ApiBody({ schema: target })
  @ApiOkResponse({ schema: target })
  echo(@Body() to: Address | Locker) {
    return to;
  }
}

@Controller()
class MovesController {
  @Sse("moves")
  @ApiOkResponse({ description: "Where it is", content: { "text/event-stream": { schema: { $ref: getSchemaPath(Position) } } } })
  @ApiExtraModels(Position)
  moves(@Query("count", ParseIntPipe) count: number): Observable<MessageEvent> {
    return from(Array.from({ length: count }, (_, x) => ({ id: `${x}`, type: "moved", data: { x, at: lamp.sent } })));
  }

  @Get("who")
  @ApiHeader({ name: "x-team", required: true })
  @ApiOkResponse({ schema: { type: "object", additionalProperties: { type: "string" } } })
  who(@Headers("x-team") team: string) {
    return { team };
  }
}

@Module({ controllers: [ParcelsController, MovesController] })
class AppModule {}

async function main() {
  const app = await NestFactory.create(AppModule, { logger: ["error"] });
  app.setGlobalPrefix("api");
  const config = new DocumentBuilder().setTitle("Parcels").setVersion("1.0.0").build();
  SwaggerModule.setup("api", app, () => SwaggerModule.createDocument(app, config), { ui: false, jsonDocumentUrl: "api/openapi.json" });
  await app.listen(Number(process.argv[2]), "127.0.0.1");
}

void main();
