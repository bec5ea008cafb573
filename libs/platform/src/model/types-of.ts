import type { Type } from '@nestjs/common';
import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { fieldOf, fieldsOf, isVisibleTo, type Audience, type Model, type ModelField } from './model-fields.js';

/**
 * Creates the API type of a model for an audience: `class ManagedCampaign extends SeenBy(Campaign, 'staff') {}`, marked
 * `@ObjectType()`. The model itself is the type for everyone. Omits `excluded`, for example to redefine those fields.
 */
export function SeenBy<T, E extends keyof T & string = never>(
  model: Model<T>,
  audience: Audience,
  excluded: readonly E[] = [],
): Type<Omit<T, E>> {
  @ObjectType({ isAbstract: true })
  @FieldsSeenBy(model, audience, excluded)
  class Seen {}
  return Seen as Type<Omit<T, E>>;
}

/** Declares a model's fields on a GraphQL interface, which can't inherit them from a base class. */
export function FieldsSeenBy<T>(model: Model<T>, audience: Audience, excluded: readonly string[] = []): ClassDecorator {
  return ({ prototype }) => {
    for (const field of fieldsOf(model as Model)) {
      if (!isVisibleTo(field, audience) || excluded.includes(field.property)) continue;
      Field(field.type, field.options)(prototype as object, field.property);
    }
  };
}

type Name<T> = keyof T & string;

export interface InputShape {
  model: Model;
  required: readonly string[];
  optional: readonly string[];
}

const shapes = new WeakMap<object, InputShape>();

interface InputOptions<R extends string, O extends string> {
  required?: readonly R[];
  optional?: readonly O[];
  /** Descriptions that replace the model's. */
  words?: Partial<Record<NoInfer<R | O>, string>>;
}

/** Carries the fields of an input class in its type. Never set. */
declare const takenBrand: unique symbol;

type Input<T, R extends Name<T>, O extends Name<T>> = Type<Pick<T, R> & { [K in O]?: T[K] | null }> & {
  readonly [takenBrand]?: Pick<T, R | O>;
};

export type InputClass<Values extends object = object> = Type & { readonly [takenBrand]?: Values };

/** Like Nest's `PickType` and `PartialType`. `optional` fields may be omitted or null. */
export function InputOf<T, R extends Name<T> = never, O extends Name<T> = never>(
  model: Model<T>,
  fields: InputOptions<R, O>,
): Input<T, R, O> {
  @InputType({ isAbstract: true })
  class Fields {}
  return addFields(Fields, model as Model, fields) as unknown as Input<T, R, O>;
}

export function ArgsOf<T, R extends Name<T> = never, O extends Name<T> = never>(
  model: Model<T>,
  fields: InputOptions<R, O>,
): Input<T, R, O> {
  @ArgsType()
  class Args {}
  return addFields(Args, model as Model, fields) as unknown as Input<T, R, O>;
}

function addFields(
  input: Type,
  model: Model,
  { required = [], optional = [], words = {} }: InputOptions<string, string>,
): Type {
  for (const property of [...required, ...optional]) {
    const { type, options } = fieldOf(model, property);
    const description = words[property] ?? options.description;
    Field(type, { description, nullable: optional.includes(property) })(input.prototype as object, property);
  }
  shapes.set(input, { model, required, optional });
  return input;
}

/** Empty if the class isn't made by `InputOf`. */
export function inputFieldsOf(input: Type): ReadonlyMap<string, ModelField> {
  const shape = findShape(input);
  if (!shape) return new Map();
  return new Map([...shape.required, ...shape.optional].map((name) => [name, fieldOf(shape.model, name)]));
}

/** @internal */
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
