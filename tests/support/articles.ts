import { refusal, type RequestOptions, type TestApp } from './app.js';

export const english = {
  title: 'What to say first',
  summary: 'A few words that help.',
  note: 'Plain words.',
  body: '## First\n\nListen.',
};
export const spanish = {
  title: 'Qué decir primero',
  summary: 'Palabras que ayudan.',
  note: 'Sin rodeos.',
  body: '## Primero\n\nEscucha.',
};
export const inputOf = (parts: object = {}) => ({
  audience: 'EVERYONE',
  reviewBy: '2027-12-01',
  reviewedBy: 'The legal team',
  sources: [{ title: 'About', publisher: 'CDC', year: 2024, url: 'https://www.cdc.gov/x' }],
  en: english,
  es: spanish,
  spanishConfirmed: true,
  ...parts,
});

export interface Managed {
  id: string;
  slug: string;
  status: string;
  version: number;
  versionStatus: string;
  language: string;
  awaitsMyApproval: boolean;
  reviewDue: boolean;
  reviewedOn: string;
  withdrawalReason: string | null;
  withdrawalRequester: string | null;
  canConfirmWithdrawal: boolean;
  publishedVersion: number | null;
  versions: Array<{
    number: number;
    status: string;
    writer: string | null;
    decider: string | null;
    reason: string | null;
    en: { title: string };
  }>;
}
const articleFields = `{ id slug withdrawalReason withdrawalRequester canConfirmWithdrawal status version versionStatus language awaitsMyApproval reviewDue reviewedOn publishedVersion
  versions { number status writer decider reason en { title } } }`;
export const operations = {
  createArticle: '$slug: String!, $input: ArticleInput!',
  saveArticle: '$id: ID!, $input: ArticleInput!, $basedOn: Int!',
  submitArticle: '$id: ID!, $version: Int!, $publishAt: DateTime',
  approveArticle: '$id: ID!, $version: Int!, $spanishConfirmed: Boolean',
  returnArticle: '$id: ID!, $version: Int!, $reason: String!',
  withdrawArticle: '$id: ID!, $reason: String!',
  confirmArticleWithdrawal: '$id: ID!',
  cancelArticleWithdrawal: '$id: ID!',
} as const;

export class EditorDesk {
  constructor(private readonly app: TestApp) {}

  async tries(caller: RequestOptions, name: keyof typeof operations, variables: object) {
    const declared = operations[name];
    const argumentList = declared.match(/\$\w+/g)!.map((variable) => `${variable.slice(1)}: ${variable}`);
    const query = `mutation (${declared}) { ${name}(${argumentList.join(', ')}) ${articleFields} }`;
    return this.app.graphql<Record<string, Managed>>(query, variables as Record<string, unknown>, caller);
  }

  async does(caller: RequestOptions, name: keyof typeof operations, variables: object): Promise<Managed> {
    const answer = await this.tries(caller, name, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name]!;
  }

  async faults(caller: RequestOptions, name: keyof typeof operations, variables: object) {
    return (await this.tries(caller, name, variables)).errors?.[0]?.extensions.details?.['fields'];
  }

  async refused(caller: RequestOptions, name: keyof typeof operations, variables: object) {
    return refusal(await this.tries(caller, name, variables));
  }

  async readPublished(slug: string, locale = 'EN') {
    const query = `query ($slug: String!, $locale: Locale!) { article(slug: $slug, locale: $locale) { title bodyHtml } }`;
    const { data } = await this.app.graphql<{ article: { title: string; bodyHtml: string } | null }>(query, {
      slug,
      locale,
    });
    return data.article;
  }

  async findManaged(id: string, caller: RequestOptions): Promise<Managed> {
    const query = `query ($id: ID!) { manageArticle(id: $id) ${articleFields} }`;
    return (await this.app.graphql<{ manageArticle: Managed }>(query, { id }, caller)).data.manageArticle;
  }

  /** Publishes an article written by one person and approved by the other. */
  async published(
    people: { writer: RequestOptions; second: RequestOptions },
    slug: string,
    parts: object = {},
  ): Promise<Managed> {
    const { id } = await this.does(people.writer, 'createArticle', { slug, input: inputOf(parts) });
    await this.does(people.writer, 'submitArticle', { id, version: 1 });
    return this.does(people.second, 'approveArticle', { id, version: 1 });
  }
}
