import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { line, modelField, type FieldSettings } from '@upstander/platform';

const description = "An item on an event's agenda.";

@ObjectType({ description })
@InputType('AgendaLineInput', { description })
export class AgendaLine {
  @Field(() => String, { description: 'Local start time, for example 09:00.' })
  time!: string;
  @Field(() => String, {
    defaultValue: '',
    description: 'Text in English, at most 160 characters. At least one of `text` and `textEs` is required.',
  })
  text!: string;
  @Field(() => String, { defaultValue: '', description: 'Text in Spanish.' }) textEs!: string;
}

const maxLines = 20;
const words = line(160);
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Keeps items in the order entered, because an event may run past midnight. */
export function Agenda(options: Omit<FieldSettings, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...options },
    {
      type: () => [AgendaLine],
      column: { type: 'jsonb' as const },
      empty: [],
      max: maxLines,
      tidy: (lines: readonly AgendaLine[]) =>
        lines.map(({ time, text, textEs }) => ({
          time: time.trim(),
          text: words.tidy(text),
          textEs: words.tidy(textEs),
        })),
      fault: (lines: readonly AgendaLine[]) => {
        if (lines.length > maxLines) return 'too-many';
        if (!lines.every(({ time }) => clock.test(time))) return 'not-a-time';
        if (lines.some(({ text, textEs }) => text === '' && textEs === '')) return 'required';
        return lines.flatMap(({ text, textEs }) => [words.fault(text), words.fault(textEs)]).find(Boolean) ?? null;
      },
    },
  );
}
