interface Props {
  sections: ReadonlyArray<{ title: string; items: readonly string[] }>;
}

/** A text page of several headings with lists. */
export function Sections({ sections }: Props) {
  return sections.map(({ title, items }) => (
    <section key={title}>
      <h2>{title}</h2>
      <ul className="prose">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  ));
}
