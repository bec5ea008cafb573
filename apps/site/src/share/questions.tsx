import { DataBlock } from './data-block';
import { type Question } from './questions-in';

/** https://schema.org/FAQPage */
export function QuestionData({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  const mainEntity = questions.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  }));
  return <DataBlock data={{ '@type': 'FAQPage', mainEntity }} />;
}

export function Questions({ heading, questions }: { heading: string; questions: readonly Question[] }) {
  return (
    <section aria-labelledby="questions">
      <QuestionData questions={questions} />
      <h2 id="questions">{heading}</h2>
      {questions.map(({ question, answer }) => (
        <details className="fold" key={question}>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </section>
  );
}
