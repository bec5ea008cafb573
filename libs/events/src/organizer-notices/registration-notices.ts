import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { StaffNotices, type NoticeSection, type NoticeWindow } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { answersWithLabels, type Answers, type RegistrationQuestion } from '../registrations/registration-question.js';
import { commonTitle, listEntries } from './event-notice-text.js';
import { noticesFrom, windowValues, type EventNotice } from './notice-windows.js';
import { words } from './organizer-notices.mail.generated.js';

interface AnswerNotice extends EventNotice {
  registrationId: string;
  name: string;
  answers: Answers;
  questions: RegistrationQuestion[];
}

/** Longer answers are on the registrations page. */
const maxAnswer = 160;

/** A registration counts from the confirmation of its address. The organizer who added someone knows the answers. */
const registrationAnswers = noticesFrom(
  `SELECT g.event_id, g.id, coalesce(g.verified_at, g.created_at) AS at, g.name, g.answers, f.questions
   FROM events.event e JOIN events.registration g ON g.event_id = e.id
     JOIN events.registration_form f ON f.event_id = e.id
   WHERE e.ends_at > $2 AND e.status = 'published' AND g.answers <> '{}' AND g.repeat_of IS NULL
     AND g.status NOT IN ('cancelled', 'expired') AND g.added_by IS NULL
     AND (g.verified_at IS NOT NULL OR g.expires_at IS NULL)
     AND coalesce(g.verified_at, g.created_at) > $2 AND coalesce(g.verified_at, g.created_at) <= $3`,
  {
    facts: 'r.id AS "registrationId", r.name, r.answers, r.questions',
    groupBy: 'r.id, r.name, r.answers, r.questions',
  },
);

/** Notifies organizers of the answers that participants gave when they registered. */
@Injectable()
export class RegistrationNotices implements OnModuleInit {
  constructor(
    private readonly notices: StaffNotices,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.notices.define<AnswerNotice>('registration_answers', {
      find: (windows) => this.find(windows),
      write: (notices, locale) => this.write(notices, locale),
    });
  }

  private find(windows: readonly NoticeWindow[]): Promise<AnswerNotice[]> {
    return this.db.query<AnswerNotice>(registrationAnswers, windowValues(windows));
  }

  private write(notices: readonly AnswerNotice[], locale: LocaleName): NoticeSection {
    const t = words[locale];
    return {
      subject: t.answers.subject({ count: notices.length, title: commonTitle(notices) }),
      title: t.answers.title({ count: notices.length }),
      blocks: listEntries(notices, locale, {
        adminUrl: this.config.adminUrl,
        entry: ({ name, title, questions, answers }) => [
          `${name} · ${title}`,
          answersWithLabels(questions, answers)
            .map(({ label, value }) => `${label} ${value.length > maxAnswer ? `${value.slice(0, maxAnswer)}…` : value}`)
            .join('\n'),
        ],
      }),
    };
  }
}
