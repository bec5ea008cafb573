import type { Tx } from '@upstander/platform';
import { insert } from './insert.js';
import { insertPhoto } from './photos.js';
import { idOf } from './random.js';

const SIZE = 640;

interface Member {
  name: string;
  role: readonly [en: string, es: string];
  bio?: readonly [en: string, es: string];
  group: 'staff' | 'board' | 'partner';
  email?: string;
}

const members: readonly Member[] = [
  {
    name: 'Alex Kim',
    role: ['Executive director', 'Dirección ejecutiva'],
    bio: [
      'Started as a volunteer driver in 2015. Leads the team and answers to the board.',
      'Empezó en 2015 dando traslados como voluntario. Dirige el equipo y rinde cuentas al consejo.',
    ],
    group: 'staff',
    email: 'admin@demo.example',
  },
  {
    name: 'Rosa Delgado',
    role: ['Events coordinator, Los Angeles', 'Coordinación de eventos, Los Ángeles'],
    bio: [
      'Plans the kit packings and the walk, and trains shift leads.',
      'Organiza las jornadas de kits y la caminata, y capacita a quienes coordinan turnos.',
    ],
    group: 'staff',
    email: 'organizer@demo.example',
  },
  {
    name: 'Yvonne Okafor',
    role: ['Coordinator, New York', 'Coordinación, Nueva York'],
    bio: [
      'Opened the New York chapter in 2021 and runs its night kitchen.',
      'Abrió el grupo local de Nueva York en 2021 y dirige su cocina nocturna.',
    ],
    group: 'staff',
    email: 'organizer.ny@demo.example',
  },
  {
    name: 'Sam Greene',
    role: ['Finance', 'Finanzas'],
    bio: ['Sends every gift on to where it was given for.', 'Hace llegar cada donación a su destino.'],
    group: 'staff',
    email: 'finance@demo.example',
  },
  { name: 'Alma Reyes', role: ['Chair', 'Presidenta'], group: 'board' },
  { name: 'Tom Becker', role: ['Treasurer', 'Tesorero'], group: 'board' },
  { name: 'Grace Kim', role: ['Secretary', 'Secretaria'], group: 'board' },
  { name: 'Denise Walker', role: ['Member', 'Vocal'], group: 'board' },
  { name: 'Luis Ortega', role: ['Member, attorney', 'Vocal, abogado'], group: 'board' },
  { name: 'Carmen Ibarra', role: ['Director, Harbor House', 'Directora, Harbor House'], group: 'partner' },
  { name: 'Paul Nguyen', role: ['Attorney, Eastside Legal Aid', 'Abogado, Eastside Legal Aid'], group: 'partner' },
];

const profile =
  'M300 800 C300 700 320 660 345 620 C300 580 270 520 270 430 C270 300 350 215 460 215 C545 215 600 265 612 330 C618 365 612 385 618 400 C630 430 655 470 664 492 C670 508 660 516 640 520 C636 528 646 538 642 550 C640 556 632 558 630 562 C638 570 640 578 632 588 C624 598 630 612 624 636 C616 664 580 668 530 660 C520 690 520 720 540 745 C600 765 660 780 690 800 Z';

/** Paper-cut silhouettes in profile: hair, and the colors of ground, face and hair. No real person is shown. */
const silhouettes: Readonly<Record<string, readonly [hair: string, ...colors: [string, string, string]]>> = {
  'Alex Kim': [
    'M262 480 C240 330 330 178 470 180 C565 182 628 250 622 325 C575 300 520 310 500 360 C490 390 488 420 470 440 C440 430 420 470 440 520 C420 560 380 590 345 620 C300 590 268 540 262 480Z',
    '#dcebe3',
    '#2f7a62',
    '#12382c',
  ],
  'Rosa Delgado': [
    'M255 470 C225 330 320 175 470 180 C560 184 620 250 618 330 C560 300 500 330 480 400 C470 450 440 470 420 520 C400 560 380 600 345 620 C300 600 262 540 255 470Z M300 300 A78 78 0 1 1 302 296Z',
    '#f6dcc0',
    '#c4552f',
    '#5a2a18',
  ],
  'Yvonne Okafor': [
    'M250 520 C190 500 200 420 240 400 C200 340 250 270 310 275 C310 200 410 160 460 195 C520 150 620 200 610 260 C650 290 640 330 616 340 C570 310 510 330 490 400 C480 450 440 470 430 530 C400 590 370 600 340 625 C300 640 250 590 250 520Z',
    '#fbe8c4',
    '#c78727',
    '#553708',
  ],
  'Alma Reyes': [
    'M250 800 C225 640 220 480 250 370 C280 240 370 175 470 180 C560 184 620 250 618 330 C560 300 500 330 485 400 C470 480 470 560 480 660 C485 720 470 770 460 800Z',
    '#e9dfee',
    '#8a5a7d',
    '#40263a',
  ],
};

/** The people under “About”. Four have a portrait; it is also on the chapter page and at the events of those who have one. */
export async function insertTeam(tx: Tx, now: Date): Promise<void> {
  for (const [index, { name, role, bio = [null, null], group, email = null }] of members.entries()) {
    const id = idOf('team member', name);
    const [roleEn, roleEs] = role;
    const [bioEn, bioEs] = bio;
    const member = {
      id,
      name,
      roleEn,
      roleEs,
      bioEn,
      bioEs,
      teamGroup: group,
      position: index + 1,
      email,
      createdAt: now,
    };
    await insert(tx, 'outreach.team_member', [member]);
    if (silhouettes[name]) await insertPortrait(tx, now, name, id);
  }
}

async function insertPortrait(tx: Tx, now: Date, name: string, memberId: string): Promise<void> {
  const [hair, ground, face, dark] = silhouettes[name]!;
  const photoId = await insertPhoto(tx, now, {
    key: `portrait of ${name}`,
    takenBy: 'Demo (silhouettes)',
    alt: [`A paper silhouette of ${name} in profile.`, `Silueta de papel de ${name}, de perfil.`],
    drawing: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="60 100 700 700" width="${SIZE}" height="${SIZE}"><rect width="800" height="800" fill="${ground}"/><path d="${profile}" fill="${face}"/><path d="${hair}" fill="${dark}"/></svg>`,
    size: [SIZE, SIZE],
    consents: [{ name, inDays: 400, signed: 'link' }],
  });
  await tx.query(
    `INSERT INTO outreach.photo_place (page, photo_id, placed_at)
     SELECT '/about#' || $2, $1::uuid, $4::timestamptz
     UNION ALL
     SELECT '/chapters/' || c.slug || '#' || p.id, $1, $4
     FROM identity.chapter_person p JOIN identity.chapter c ON c.id = p.chapter_id JOIN identity.account a ON a.id = p.account_id
     WHERE a.name = $3
     UNION ALL
     (SELECT '/events/' || e.slug || '#contact', $1, $4 FROM events.event e
      WHERE e.contact_name = $3 AND e.status = 'published' AND e.starts_at > $4 ORDER BY e.starts_at LIMIT 8)`,
    [photoId, memberId, name, now],
  );
}
