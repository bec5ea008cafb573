import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { line, modelField, type Said } from '@upstander/platform';

const description = 'What happens at a time of an event.';

/** What happens when; kept as JSON with its event. */
@ObjectType({ description })
@InputType('AgendaLineInput', { description })
export class AgendaLine {
  @Field(() => String, { description: 'When it begins, such as 09:00, by the clock where the event is.' })
  time!: string;
  @Field(() => String, { defaultValue: '', description: 'In English, at most 160 characters; one of both is needed.' })
  text!: string;
  @Field(() => String, { defaultValue: '', description: 'The same in Spanish.' }) textEs!: string;
}

const mostLines = 20;
const words = line(160);
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The lines of an agenda, in the order in which they were written: an evening goes on after midnight. */
export function Agenda(said: Omit<Said, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...said },
    {
      ...{ type: () => [AgendaLine], column: { type: 'jsonb' as const }, empty: [], max: mostLines },
      tidy: (lines: readonly AgendaLine[]) =>
        lines.map(({ time, text, textEs }) => ({
          time: time.trim(),
          text: words.tidy(text),
          textEs: words.tidy(textEs),
        })),
      fault: (lines: readonly AgendaLine[]) => {
        if (lines.length > mostLines) return 'too-many';
        if (!lines.every(({ time }) => clock.test(time))) return 'not-a-time';
        if (lines.some(({ text, textEs }) => text === '' && textEs === '')) return 'required';
        return lines.flatMap(({ text, textEs }) => [words.fault(text), words.fault(textEs)]).find(Boolean) ?? null;
      },
    },
  );
}
