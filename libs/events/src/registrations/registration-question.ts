import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  enumOf,
  isUuid,
  line,
  lines,
  modelField,
  type EnumOf,
  type Faults,
  type FieldSettings,
} from '@upstander/platform';
import { randomUUID } from 'node:crypto';

export const RegistrationQuestionKind = enumOf('RegistrationQuestionKind', 'Kind of answer to a question.', {
  short_text: 'One line of text, at most 200 characters.',
  long_text: 'Text, at most 1,000 characters.',
  number: 'A number.',
  yes_no: 'Yes or no.',
  choice: 'One of the choices.',
});
export type RegistrationQuestionKind = EnumOf<typeof RegistrationQuestionKind>;

@ObjectType({ description: 'A question that participants answer when they register.' })
export class RegistrationQuestion {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'The question, at most 200 characters.' }) label!: string;
  @Field(() => RegistrationQuestionKind) kind!: RegistrationQuestionKind;
  @Field(() => Boolean, { description: 'True if an answer is required.' }) isRequired!: boolean;
  @Field(() => [String], { description: 'Choices; empty for other kinds.' }) choices!: string[];
}

@InputType({ description: 'A question that participants answer when they register.' })
export class RegistrationQuestionInput {
  @Field(() => ID, { nullable: true, description: 'ID of the stored question; omit for a new one.' })
  id?: string | null;
  @Field(() => String, { description: 'The question, at most 200 characters.' }) label!: string;
  @Field(() => RegistrationQuestionKind) kind!: RegistrationQuestionKind;
  @Field(() => Boolean, { defaultValue: false, description: 'True if an answer is required.' }) isRequired!: boolean;
  @Field(() => [String], { defaultValue: [], description: 'From 2 to 10 choices of at most 100 characters.' })
  choices!: string[];
}

@InputType({ description: 'An answer to a question.' })
export class RegistrationAnswerInput {
  @Field(() => ID, { description: 'ID of the question.' }) questionId!: string;
  @Field(() => String, { description: 'The answer: text, a number, yes or no, or one of the choices.' })
  value!: string;
}

@ObjectType({ description: 'An answer to a question.' })
export class RegistrationAnswer {
  @Field(() => ID, { description: 'ID of the question.' }) questionId!: string;
  @Field(() => String, { description: 'The question.' }) label!: string;
  @Field(() => RegistrationQuestionKind) kind!: RegistrationQuestionKind;
  @Field(() => String, { description: 'The answer: text, a number, yes or no, or one of the choices.' })
  value!: string;
}

/** Values by question ID. */
export type Answers = Record<string, string>;

export const maxQuestions = 5;
const maxChoices = 10;
const label = line(200);
const choice = line(100);
const longText = lines(1_000);

export function Questions(settings: Omit<FieldSettings, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...settings },
    { type: () => [RegistrationQuestion], column: { type: 'jsonb' as const }, empty: [], max: maxQuestions },
  );
}

/** Answered values by question ID. */
export type GivenAnswers = ReadonlyMap<string, ReadonlySet<string>>;

/** Normalizes questions. Stored ones keep their ID; a question with answers keeps its kind and the chosen choices. */
export function readQuestions(
  inputs: readonly RegistrationQuestionInput[],
  stored: readonly RegistrationQuestion[],
  given: GivenAnswers,
): { questions: RegistrationQuestion[]; faults: Faults } {
  const faults: Faults = {};
  if (inputs.length > maxQuestions) faults['questions'] = 'too-many';
  const questions = inputs.map((input, index): RegistrationQuestion => {
    const before = stored.find(({ id }) => id === input.id);
    const isChoice = input.kind === 'choice';
    const question = {
      id: before?.id ?? randomUUID(),
      label: label.tidy(input.label),
      kind: input.kind,
      isRequired: input.isRequired,
      choices: isChoice ? [...new Set(input.choices.map(choice.tidy).filter(Boolean))] : [],
    };
    const at = `questions.${index}.`;
    if (input.id && !before) faults[`${at}id`] = isUuid(input.id) ? 'not-there' : 'not-an-id';
    const labelFault = question.label === '' ? 'required' : label.fault(question.label);
    if (labelFault) faults[`${at}label`] = labelFault;
    const choiceFault = isChoice ? choicesFault(question.choices) : null;
    if (choiceFault) faults[`${at}choices`] = choiceFault;
    const answers = given.get(question.id);
    if (before && answers && before.kind !== question.kind) faults[`${at}kind`] = 'has-answers';
    else if (isChoice && answers && [...answers].some((one) => !question.choices.includes(one)))
      faults[`${at}choices`] ??= 'has-answers';
    return question;
  });
  if (new Set(questions.map(({ id }) => id)).size < questions.length) faults['questions'] ??= 'twice';
  return { questions, faults };
}

function choicesFault(choices: readonly string[]): string | null {
  if (choices.length < 2) return 'too-few';
  if (choices.length > maxChoices) return 'too-many';
  return choices.map(choice.fault).find(Boolean) ?? null;
}

/** Reads the answers to these questions and returns faults by `answers.<question ID>`. Other answers are ignored. */
export function readAnswers(
  questions: readonly RegistrationQuestion[],
  inputs: readonly RegistrationAnswerInput[],
): { answers: Answers; faults: Faults } {
  const answers: Answers = {};
  const faults: Faults = {};
  for (const question of questions) {
    const typed = inputs.find(({ questionId }) => questionId === question.id)?.value ?? '';
    const value = (question.kind === 'long_text' ? longText : label).tidy(typed);
    const fault = value === '' ? (question.isRequired ? 'required' : null) : answerFault(question, value);
    if (fault) faults[`answers.${question.id}`] = fault;
    else if (value !== '') answers[question.id] = value;
  }
  return { answers, faults };
}

function answerFault({ kind, choices }: RegistrationQuestion, value: string): string | null {
  switch (kind) {
    case 'number':
      return /^-?\d{1,9}(?:\.\d{1,4})?$/.test(value) ? null : 'not-a-number';
    case 'yes_no':
      return value === 'yes' || value === 'no' ? null : 'not-there';
    case 'choice':
      return choices.includes(value) ? null : 'not-there';
    default:
      return (kind === 'long_text' ? longText : label).fault(value);
  }
}

export function answersWithLabels(questions: readonly RegistrationQuestion[], answers: Answers): RegistrationAnswer[] {
  return questions.flatMap(({ id, label: text, kind }) => {
    const value = answers[id];
    return value === undefined ? [] : [{ questionId: id, label: text, kind, value }];
  });
}
