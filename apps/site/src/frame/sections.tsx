interface Props {
  sections: ReadonlyArray<{ title: string; items: readonly string[] }>;
}

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
