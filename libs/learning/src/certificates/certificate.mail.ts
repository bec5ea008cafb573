import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { greeting, MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import { certificateLinks } from './certificate-links.js';
import { words } from './certificate.mail.generated.js';
import { credentialOfCompletion } from './certificates.service.js';

interface CompletedCourse {
  id: string;
  name: string;
  title: string;
  titleEs: string;
  training: string | null;
  trainingEs: string | null;
}

@Injectable()
export class CertificateMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signed: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<CompletedCourse>({
      name: 'course-finished',
      load: (ids) => this.load(ids),
      write: (finished, locale) => this.letter(finished, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, CompletedCourse>> {
    const found = await this.db.query<CompletedCourse & Record<string, unknown>>(
      `SELECT d.id, d.name, c.texts->'en'->>'title' AS title, c.texts->'es'->>'title' AS "titleEs",
         y.name AS training, y.name_es AS "trainingEs"
       FROM learning.course_completion d JOIN learning.course c ON c.id = d.course_id
         ${credentialOfCompletion}
       WHERE d.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((finished) => [finished.id, finished]));
  }

  private letter(finished: CompletedCourse, locale: LocaleName): MailText {
    const { certificateUrl, badgeUrl } = certificateLinks(this.config, this.signed, finished.id);
    const t = words[locale];
    const [title, training] =
      locale === 'es' ? [finished.titleEs, finished.trainingEs] : [finished.title, finished.training];
    const heading = t.heading({ title });
    return {
      subject: heading,
      heading,
      blocks: [
        greeting(finished.name, locale),
        ...(training ? [t.training({ training })] : []),
        t.files,
        {
          buttons: [
            { label: t.certificate, url: certificateUrl },
            { label: t.badge, url: badgeUrl },
          ],
        },
      ],
    };
  }
}
