import { badInput, isUuid, readInput, refuseFaults, type Faults } from '@upstander/platform';
import { revealsTopic } from '../articles/revealing-words.js';
import { maxLessons, type Course, type CourseText, type BilingualText, type Question } from './course.entity.js';
import { CourseInput, CourseTextInput, type LessonInput } from './course.input.js';

export interface CourseDraft extends Pick<Course, 'audience' | 'minutes' | 'credentialTypeId' | 'texts'> {
  lessons: Array<{ articleId: string; questions: Question[] }>;
}

const limits = { questions: 8, answers: 5, text: 400 };

/** @throws Refusal BAD_INPUT with every field */
export function readCourse(input: CourseInput): CourseDraft {
  const { values, faults } = readInput(CourseInput, input);
  if (input.lessons.length > maxLessons) throw badInput({ lessons: 'too-many' });
  const texts = { en: textFrom(input, 'en', faults), es: textFrom(input, 'es', faults) };
  const lessons = input.lessons.map((lesson, at) => lessonFrom(lesson, `lessons.${at}`, faults));
  const ids = lessons.map(({ articleId }) => articleId);
  if (new Set(ids).size < ids.length) faults['lessons'] = 'twice';
  refuseFaults(faults);
  return { ...values, texts, lessons };
}

function textFrom(input: CourseInput, locale: 'en' | 'es', faults: Faults): CourseText {
  const result = readInput(CourseTextInput, input[locale]);
  for (const [name, fault] of Object.entries(result.faults)) faults[`${locale}.${name}`] = fault;
  if (revealsTopic(result.values.title)) faults[`${locale}.title`] = 'tells-too-much';
  return result.values;
}

function lessonFrom({ articleId, questions }: LessonInput, at: string, faults: Faults) {
  if (!isUuid(articleId)) faults[`${at}.articleId`] = 'not-there';
  if (questions.length > limits.questions) faults[`${at}.questions`] = 'too-many';
  const parsed = questions.map(({ question, answers, right }, q): Question => {
    const path = `${at}.questions.${q}`;
    if (answers.length < 2) faults[`${path}.answers`] = 'too-few';
    if (answers.length > limits.answers) faults[`${path}.answers`] = 'too-many';
    if (right < 0 || right >= answers.length) faults[`${path}.right`] = 'not-a-choice';
    return {
      question: readBoth(question, `${path}.question`, faults),
      answers: answers.map(({ text, explanation }, a) => ({
        text: readBoth(text, `${path}.answers.${a}.text`, faults),
        why: readBoth(explanation, `${path}.answers.${a}.explanation`, faults),
      })),
      right,
    };
  });
  return { articleId: articleId.toLowerCase(), questions: parsed };
}

function readBoth(typed: BilingualText, at: string, faults: Faults): BilingualText {
  const texts = { en: lineOf(typed.en), es: lineOf(typed.es) };
  for (const locale of ['en', 'es'] as const) {
    if (texts[locale] === '') faults[`${at}.${locale}`] = 'required';
    else if (texts[locale].length > limits.text) faults[`${at}.${locale}`] = 'too-long';
    else if (/[\p{Cc}\p{Cs}]/u.test(texts[locale])) faults[`${at}.${locale}`] = 'not-text';
  }
  return texts;
}

const lineOf = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
