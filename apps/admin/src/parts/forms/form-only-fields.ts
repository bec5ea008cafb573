import type { InputModel } from '@upstander/web-kit';

const optional = { required: false, nullable: false } as const;

/** Kinds for a form's own fields, for example a day and a time instead of an instant. */
export const formOnly = {
  text: { kind: 'text', ...optional },
  email: { kind: 'email', ...optional },
  id: { kind: 'id', ...optional },
  date: { kind: 'date', ...optional },
  time: { kind: 'time', ...optional },
  localDateTime: { kind: 'localDateTime', ...optional },
  count: { kind: 'count', ...optional },
  money: { kind: 'money', ...optional },
  flag: { kind: 'flag', ...optional },
  timeZone: { kind: 'timeZone', ...optional },
} as const;

/** Returns a choice with the labels of its control. */
export function choiceOf<const Choice extends string>(...choices: Choice[]) {
  return { kind: 'choice', required: true, nullable: false, choices } as const;
}

export function optionalChoiceOf<const Choice extends string>(...choices: Choice[]) {
  return { ...choiceOf(...choices), required: false, nullable: true } as const;
}

export function nestedFields<const Fields extends InputModel>(fields: Fields) {
  return { kind: 'input', required: false, nullable: false, fields } as const;
}

export function without<Model extends InputModel, Name extends keyof Model>(
  model: Model,
  ...names: readonly Name[]
): Omit<Model, Name> {
  return Object.fromEntries(Object.entries(model).filter(([name]) => !names.includes(name as Name))) as Omit<
    Model,
    Name
  >;
}
