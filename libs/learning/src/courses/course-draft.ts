import { badInput, isUuid, readInput, refuseFaults, type Faults } from '@upstander/platform';
import { tells } from '../articles/telling-words.js';
import { mostLessons, type Course, type CourseText, type InBoth, type Question } from './course.entity.js';
import { CourseInput, CourseTextInput, type LessonInput } from './course.input.js';

export interface CourseDraft extends Pick<Course, 'audience' | 'minutes' | 'credentialTypeId' | 'texts'> {
  lessons: Array<{ articleId: string; questions: Question[] }>;
}

const most = { questions: 8, answers: 5, text: 400 };

/** Validates a course. @throws Refusal BAD_INPUT with every field */
export function readCourse(input: CourseInput): CourseDraft {
  const { values, faults } = readInput(CourseInput, input);
  if (input.lessons.length > mostLessons) throw badInput({ lessons: 'too-many' });
  const texts = { en: textFrom(input, 'en', faults), es: textFrom(input, 'es', faults) };
  const lessons = input.lessons.map((lesson, at) => lessonFrom(lesson, `lessons.${at}`, faults));
  const ids = lessons.map(({ articleId }) => articleId);
  if (new Set(ids).size < ids.length) faults['lessons'] = 'twice';
  refuseFaults(faults);
  return { ...values, texts, lessons };
}

function textFrom(input: CourseInput, locale: 'en' | 'es', faults: Faults): CourseText {
  const read = readInput(CourseTextInput, input[locale]);
  for (const [name, fault] of Object.entries(read.faults)) faults[`${locale}.${name}`] = fault;
  if (tells(read.values.title)) faults[`${locale}.title`] = 'tells-too-much';
  return read.values;
}

function lessonFrom({ articleId, questions }: LessonInput, at: string, faults: Faults) {
  if (!isUuid(articleId)) faults[`${at}.articleId`] = 'not-there';
  if (questions.length > most.questions) faults[`${at}.questions`] = 'too-many';
  const read = questions.map(({ question, answers, right }, q): Question => {
    const here = `${at}.questions.${q}`;
    if (answers.length < 2) faults[`${here}.answers`] = 'too-few';
    if (answers.length > most.answers) faults[`${here}.answers`] = 'too-many';
    if (right < 0 || right >= answers.length) faults[`${here}.right`] = 'not-a-choice';
    return {
      question: bothFrom(question, `${here}.question`, faults),
      answers: answers.map(({ text, why }, a) => ({
        text: bothFrom(text, `${here}.answers.${a}.text`, faults),
        why: bothFrom(why, `${here}.answers.${a}.why`, faults),
      })),
      right,
    };
  });
  return { articleId: articleId.toLowerCase(), questions: read };
}

function bothFrom(typed: InBoth, at: string, faults: Faults): InBoth {
  const read = { en: lineOf(typed.en), es: lineOf(typed.es) };
  for (const locale of ['en', 'es'] as const) {
    if (read[locale] === '') faults[`${at}.${locale}`] = 'required';
    else if (read[locale].length > most.text) faults[`${at}.${locale}`] = 'too-long';
    else if (/[\p{Cc}\p{Cs}]/u.test(read[locale])) faults[`${at}.${locale}`] = 'not-text';
  }
  return read;
}

const lineOf = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
