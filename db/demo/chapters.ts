import { idOf } from './random.js';

export interface DemoChapter {
  id: string;
  slug: string;
  name: string;
  city: string;
  timeZone: string;
  contact: { name: string; email: string };
  postcode: string;
  meetingPlace: string | null;
}

export type ChapterKey = 'la' | 'sd' | 'ny';

/** Two chapters in one time zone and one three hours ahead, so that time zone errors are visible. */
export const chapters: Readonly<Record<ChapterKey, DemoChapter>> = {
  la: {
    id: idOf('chapter', 'la'),
    slug: 'los-angeles',
    name: 'Los Angeles',
    city: 'Los Angeles, CA',
    timeZone: 'America/Los_Angeles',
    contact: { name: 'Rosa Delgado', email: 'los-angeles@demo.example' },
    postcode: '90033',
    meetingPlace: 'Evergreen Community Hall, 2100 E 1st St, Los Angeles, CA 90033',
  },
  sd: {
    id: idOf('chapter', 'sd'),
    slug: 'san-diego',
    name: 'San Diego',
    city: 'San Diego, CA',
    timeZone: 'America/Los_Angeles',
    contact: { name: 'Dana Whitaker', email: 'san-diego@demo.example' },
    postcode: '92101',
    meetingPlace: null,
  },
  ny: {
    id: idOf('chapter', 'ny'),
    slug: 'new-york',
    name: 'New York',
    city: 'New York, NY',
    timeZone: 'America/New_York',
    contact: { name: 'Yvonne Okafor', email: 'new-york@demo.example' },
    postcode: '10001',
    meetingPlace: null,
  },
};
