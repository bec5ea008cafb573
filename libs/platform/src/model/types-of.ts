import type { Type } from '@nestjs/common';
import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { fieldOf, fieldsOf, isSeenBy, type Audience, type Model, type ModelField } from './model-fields.js';

/**
 * The type of the API that an audience sees of a model: `class ManagedCampaign extends SeenBy(Campaign, 'staff') {}`,
 * marked `@ObjectType()`. What everybody sees is the model itself; `except` leaves fields out, also to say them again.
 */
export function SeenBy<T, E extends keyof T & string = never>(
  model: Model<T>,
  audience: Audience,
  except: readonly E[] = [],
): Type<Omit<T, E>> {
  @ObjectType({ isAbstract: true })
  @FieldsSeenBy(model, audience, except)
  class Seen {}
  return Seen as Type<Omit<T, E>>;
}

/** The same for a GraphQL interface, which takes no fields from what it extends; the types that implement it have them from it. */
export function FieldsSeenBy<T>(model: Model<T>, audience: Audience, except: readonly string[] = []): ClassDecorator {
  return ({ prototype }) => {
    for (const field of fieldsOf(model as Model)) {
      if (!isSeenBy(field, audience) || except.includes(field.property)) continue;
      Field(field.type, field.options)(prototype as object, field.property);
    }
  };
}

type Name<T> = keyof T & string;

/** What an input takes of its model; `readInput` reads it by this. */
export interface InputShape {
  model: Model;
  required: readonly string[];
  optional: readonly string[];
}

const shapes = new WeakMap<object, InputShape>();

interface Wanted<R extends string, O extends string> {
  required?: readonly R[];
  optional?: readonly O[];
  /** What a field means here, where that differs. */
  words?: Partial<Record<NoInfer<R | O>, string>>;
}

/** Notes in the type of an input class which fields it takes from its model. Never set. */
declare const taken: unique symbol;

type Input<T, R extends Name<T>, O extends Name<T>> = Type<Pick<T, R> & { [K in O]?: T[K] | null }> & {
  readonly [taken]?: Pick<T, R | O>;
};

/** The input classes that `InputOf` and `ArgsOf` make. */
export type InputClass<Values extends object = object> = Type & { readonly [taken]?: Values };

/**
 * An input made of fields of a model, as Nest's `PickType` and `PartialType` make it of a type: `required` have to be
 * said, `optional` may be left out or null.
 */
export function InputOf<T, R extends Name<T> = never, O extends Name<T> = never>(
  model: Model<T>,
  fields: Wanted<R, O>,
): Input<T, R, O> {
  @InputType({ isAbstract: true })
  class Fields {}
  return withFields(Fields, model as Model, fields) as unknown as Input<T, R, O>;
}

/** The same for the arguments of an operation, marked `@ArgsType()`. */
export function ArgsOf<T, R extends Name<T> = never, O extends Name<T> = never>(
  model: Model<T>,
  fields: Wanted<R, O>,
): Input<T, R, O> {
  @ArgsType()
  class Args {}
  return withFields(Args, model as Model, fields) as unknown as Input<T, R, O>;
}

function withFields(
  input: Type,
  model: Model,
  { required = [], optional = [], words = {} }: Wanted<string, string>,
): Type {
  for (const property of [...required, ...optional]) {
    const { type, options } = fieldOf(model, property);
    const description = words[property] ?? options.description;
    Field(type, { description, nullable: optional.includes(property) })(input.prototype as object, property);
  }
  shapes.set(input, { model, required, optional });
  return input;
}

/** Returns the model fields of an input class by name; empty if it isn't made by `InputOf`. */
export function inputFieldsOf(input: Type): ReadonlyMap<string, ModelField> {
  const shape = findShape(input);
  if (!shape) return new Map();
  return new Map([...shape.required, ...shape.optional].map((name) => [name, fieldOf(shape.model, name)]));
}

/** @internal What `InputOf` noted of a class or the one it extends. */
export function shapeOf(input: Type): InputShape {
  const shape = findShape(input);
  if (!shape) throw new Error(`${input.name} is not made by InputOf.`);
  return shape;
}

function findShape(input: Type): InputShape | null {
  for (let at: object = input; at && at !== Function.prototype; at = Object.getPrototypeOf(at) as object) {
    const shape = shapes.get(at);
    if (shape) return shape;
  }
  return null;
}
