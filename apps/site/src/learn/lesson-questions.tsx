import { Choice } from '../forms/choice';
import { usePage } from '../request/page-context';
import type { CheckedAnswers, LessonCourse } from './course-queries';

type Question = LessonCourse['lessons'][number]['questions'][number];

interface Props {
  questions: readonly Question[];
  checked: CheckedAnswers | undefined;
  progress: string | null;
}

export function LessonQuestions({ questions, checked, progress }: Props) {
  const t = usePage().words.site.learn;
  return (
    <form className="panel questions" method="post" noValidate>
      <h2>{t.questions}</h2>
      <input type="hidden" name="progress" value={progress ?? ''} />
      {questions.map(({ text, answers }, at) => {
        const result = checked?.answers[at];
        return (
          <fieldset key={at}>
            <legend>{text}</legend>
            <input type="hidden" name={`asked-${at}`} value="1" />
            {result && (
              <p className={result.isCorrect ? 'note green' : 'note'}>
                <span>
                  <b>{result.chosen === null ? t.notAnswered : result.isCorrect ? t.right : t.notYet}</b>{' '}
                  {result.explanation}
                </span>
              </p>
            )}
            {answers.map(({ number, text: answer }) => (
              <Choice
                key={number}
                id={`answer-${at}-${number}`}
                name={`answer-${at}`}
                value={String(number)}
                label={answer}
                checked={result?.chosen === number}
              />
            ))}
          </fieldset>
        );
      })}
      <button className="button large">{checked ? t.checkAgain : t.check}</button>
    </form>
  );
}
