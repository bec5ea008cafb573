import { bird, bunting, bush, cloud, hills, house, lamppost, lights, sun, tree } from './outdoors';
import { hand, person, seated } from './people';
import { room, rug, shelf, table, windowOn } from './rooms';
import { box, disc, line, place, shape } from './shapes';
import {
  backpack,
  books,
  carton,
  chairBack,
  foldedClothes,
  hangingLamp,
  letter,
  mug,
  plant,
  sheet,
  tableLamp,
} from './things';

const packing = () =>
  room(250) +
  windowOn(250, 34, 140, 116) +
  shelf(40, 92, 160) +
  foldedClothes(80, 92, 0.8, ['b', 'c', 'w', 'e']) +
  foldedClothes(142, 92, 0.8, ['d', 'a', 'w2']) +
  shelf(440, 92, 160) +
  books(486, 92, ['a', 'd', 'c', 'b']) +
  hangingLamp(222, 14, 0.8, 'a') +
  hangingLamp(418, 14, 0.8, 'a') +
  table(30, 216, 580, 130) +
  backpack(76, 214, 0.72, 'd') +
  carton(232, 216, 0.9) +
  backpack(330, 214, 0.8, 'a') +
  foldedClothes(402, 216, 0.9, ['c', 'w', 'b']) +
  backpack(560, 214, 0.76, 'b') +
  person(150, 404, 0.86, { coat: 'b', skin: 's3', hair: 'k1', style: 'bun', left: [-66, -212], right: [64, -222] }) +
  person(318, 420, 0.92, { coat: 'c', skin: 's1', hair: 'k2', style: 'long', left: [-64, -214], right: [14, -206] }) +
  person(484, 400, 0.9, { coat: 'd', skin: 's4', hair: 'k1', style: 'curls', left: [-72, -208], right: [62, -204] });

/** An awning with seven stripes that widen toward the bottom. */
const canopy = () => {
  const stripes = (nth: 0 | 1) =>
    [0, 1, 2, 3, 4, 5, 6]
      .filter((index) => index % 2 === nth)
      .map((index) => `M${-105 + index * 30}-190h30L${-91 + index * 36.5}-140a18 16 0 0 1-36.5 0z`)
      .join('');
  return line('wood2', 8, 'M-112 0V-150M112 0V-150') + shape('w', stripes(1)) + shape('a', stripes(0));
};

const outreach = () =>
  box('sky', 0, 0, 640, 360) +
  sun(540, 74, 34) +
  cloud(110, 60, 0.9) +
  house(-20, 250, 1, { wall: 'w', roof: 'a', height: 116 }) +
  house(96, 250, 1, { wall: 'hill', roof: 'leaf2', height: 150, width: 100 }) +
  house(470, 250, 1.2, { wall: 'w', roof: 'd', height: 110, width: 120 }) +
  bunting(0, 84, 640, 18) +
  shape('hill2', 'M0 246Q320 228 640 246V360H0Z') +
  shape('path', 'M0 304Q320 280 640 304V360H0Z') +
  tree(40, 290, 0.9) +
  place(320, 310, 1.12, canopy()) +
  box('d', 206, 232, 228, 78, 4) +
  shape('shade', 'M380 232H434V310H372Z') +
  box('w', 196, 224, 248, 14, 5) +
  line('w', 5, 'M284 268Q320 292 356 268') +
  disc('c', 320, 262, 11) +
  letter(318, 211, -4, 0.5) +
  person(262, 392, 0.82, { coat: 'e', skin: 's1', hair: 'k4', style: 'scarf', right: [48, -204] }) +
  person(392, 386, 0.86, { coat: 'c', skin: 's3', hair: 'k3', style: 'short', left: [-66, -222] }) +
  person(560, 366, 0.74, { coat: 'b', skin: 's3', hair: 'k1', style: 'bun', pack: 'a' });

const walk = () =>
  box('dusk', 0, 0, 640, 360) +
  sun(330, 128, 60) +
  bird(120, 70) +
  bird(156, 88, 0.7) +
  bird(520, 60, 0.9) +
  hills(140) +
  shape(
    'path',
    'M300 196C250 214 410 228 360 252 300 284 180 300 150 360H560C540 306 420 284 430 252 436 226 330 216 330 196Z',
  ) +
  tree(70, 268, 0.8) +
  tree(126, 240, 0.5, 'leaf2') +
  tree(566, 258, 0.86, 'leaf2') +
  tree(510, 232, 0.46) +
  person(336, 226, 0.2, { coat: 'd', skin: 's2', hair: 'k1', style: 'bun' }) +
  person(392, 268, 0.38, { coat: 'e', skin: 's4', hair: 'k1', style: 'curls', stride: true, right: [60, -290] }) +
  person(352, 276, 0.4, { coat: 'c', skin: 's1', hair: 'k2', style: 'tail', stride: true }, -1) +
  line('wood2', 5, 'M232 340V138M236 146') +
  shape('a', 'M236 140H300Q286 158 300 176H236Z') +
  disc('w', 260, 158, 8) +
  person(252, 352, 0.7, {
    coat: 'b',
    skin: 's2',
    hair: 'k3',
    style: 'braid',
    stride: true,
    left: [-30, -190],
    legs: 'j2',
  }) +
  person(440, 362, 0.74, { coat: 'd', skin: 's1', hair: 'k2', style: 'cap', pack: 'c', stride: true }, -1) +
  bush(40, 362, 1.2) +
  bush(618, 364, 1.3);

const board = () =>
  box('wood2', 196, 36, 248, 142, 6) +
  box('w', 204, 44, 232, 126, 3) +
  disc('hill2', 262, 92, 28) +
  disc('c', 300, 92, 28) +
  line('j1', 4, 'M350 76H412M350 94H400M350 112H408') +
  line('a', 4, 'M236 144Q270 134 300 146T350 142');

const learner = (x: number, y: number, scale: number, look: Parameters<typeof seated>[3]) =>
  seated(x, y, scale, { left: 'none', right: 'none', ...look }) + chairBack(x, y - 14 * scale, scale * 1.15);

const training = () =>
  room(228) +
  windowOn(34, 46, 96, 120) +
  windowOn(510, 46, 96, 120) +
  board() +
  plant(162, 232, 0.9, 'b') +
  person(440, 262, 0.62, { coat: 'a', skin: 's4', hair: 'k1', style: 'bun', left: [-66, -246], legs: 'j2' }) +
  learner(150, 300, 0.6, { coat: 'd', skin: 's1', hair: 'k2', style: 'short' }) +
  learner(270, 300, 0.6, { coat: 'c', skin: 's3', hair: 'k1', style: 'curls' }) +
  learner(510, 300, 0.6, { coat: 'b', skin: 's1', hair: 'k5', style: 'bob' }) +
  learner(88, 376, 0.84, { coat: 'e', skin: 's2', hair: 'k3', style: 'tail' }) +
  learner(246, 380, 0.86, { coat: 'b', skin: 's4', hair: 'k1', style: 'short' }) +
  learner(406, 380, 0.86, { coat: 'a', skin: 's1', hair: 'k3', style: 'long' }) +
  learner(562, 376, 0.84, { coat: 'd', skin: 's3', hair: 'k1', style: 'braid' });

const pen = (x: number, y: number, angle: number, color: string) =>
  `<g transform="translate(${x} ${y})rotate(${angle})">${line(color, 8, 'M0 0H52')}${line('j1', 5, 'M-9 0H-4')}</g>`;

const writing = () =>
  box('wood', 0, 0, 640, 360) +
  line('wood2', 3, 'M0 70H640M0 162H640M0 254H640M0 338H640') +
  rug(330, 176, 250, 200, 'wood2') +
  sheet(160, 176, -14, 1.12) +
  sheet(484, 196, 12, 1.12) +
  letter(316, 80, -8, 1.1) +
  letter(350, 124, 6, 1.1) +
  letter(322, 168, -3, 1.1) +
  `<circle class="w" cx="66" cy="66" r="44"/><circle class="wood2" cx="66" cy="66" r="32"/><circle class="shade" cx="66" cy="66" r="32"/>` +
  line('w', 12, 'M104 88Q122 102 128 82') +
  `<circle class="b" cx="580" cy="58" r="40"/><circle class="B" cx="580" cy="58" r="29"/>` +
  line('b', 12, 'M544 78Q524 90 524 70') +
  pen(168, 186, 38, 'a') +
  hand(204, 238, -122, 's3', 'e') +
  pen(470, 200, -40, 'd') +
  hand(452, 258, -66, 's1', 'b', -1) +
  hand(322, 282, -88, 's4', 'c') +
  place(0, 0, 1, line('c', 6, 'M56 300 120 312M62 318 118 330')) +
  hand(404, 34, 132, 's2', 'd', -1);

const tile = (x: number, y: number, color: string, inner: string) =>
  box(color, x, y, 50, 36, 4) + place(x + 25, y + 36, 1, inner);
const sitter = (coat: string, hair: string) => shape(coat, 'M-18 0Q-18-14 0-14T18 0Z') + disc(hair, 0, -20, 8);

const online = () =>
  room(300) +
  windowOn(408, 40, 150, 150, 'dusk') +
  shelf(70, 108, 150) +
  books(84, 108, ['e', 'b', 'c', 'd', 'a']) +
  plant(194, 108, 0.55) +
  table(60, 246, 520, 110) +
  tableLamp(142, 246, 1.05) +
  mug(474, 246, 0.9, 'a', true) +
  plant(534, 246, 0.8, 'b') +
  box('j1', 226, 118, 188, 126, 8) +
  box('w', 234, 126, 172, 108, 4) +
  tile(240, 132, 'dusk', sitter('b', 'k2')) +
  tile(295, 132, 'hill', sitter('e', 'k1')) +
  tile(350, 132, 'wall2', sitter('a', 'k4')) +
  tile(240, 174, 'wall2', sitter('d', 'k5')) +
  tile(295, 174, 'sun', sitter('c', 'k3')) +
  tile(350, 174, 'sky', sitter('b', 'k1')) +
  line('j1', 5, 'M306 222H334') +
  box('w2', 206, 240, 228, 8, 4) +
  seated(320, 392, 0.94, { coat: 'd', skin: 's2', hair: 'k3', style: 'bob', left: [-62, -208], right: [64, -206] }) +
  line('c', 7, 'M294 254Q292 216 320 214T346 254') +
  box('c', 286, 240, 14, 30, 6) +
  box('c', 340, 240, 14, 30, 6) +
  chairBack(320, 362, 1.3, 'B');

const gathering = () =>
  box('night', 0, 0, 640, 360) +
  shape('night2', 'M0 190C100 150 200 160 290 190S500 150 640 180V360H0Z') +
  disc('glow', 92, 60, 24) +
  shape('ground', 'M0 262Q320 236 640 262V360H0Z') +
  shape('d', 'M160 262V150L320 76 480 150V262Z') +
  shape('shade', 'M320 76 480 150V262H430V128Z') +
  line('a', 12, 'M146 156 320 74 494 156') +
  box('glow', 190, 174, 44, 52, 4) +
  box('glow', 406, 174, 44, 52, 4) +
  line('d', 4, 'M212 174V226M428 174V226') +
  shape('glow', 'M278 262V190Q278 152 320 152T362 190V262Z') +
  line('d', 5, 'M320 152V262') +
  disc('glow', 320, 118, 13) +
  shape('path', 'M280 262H360L430 360H210Z') +
  lights(0, 128, 164, 16) +
  lights(476, 128, 164, 16) +
  lamppost(548, 300, 0.8, true) +
  tree(70, 288, 0.9, 'leaf2') +
  tree(606, 276, 0.7, 'leaf2') +
  person(340, 300, 0.32, { coat: 'b', skin: 's4', hair: 'k1', style: 'short' }) +
  person(238, 352, 0.62, { coat: 'e', skin: 's3', hair: 'k1', style: 'bun', stride: true, right: [54, -150] }) +
  person(298, 358, 0.6, { coat: 'a', skin: 's2', hair: 'k3', style: 'long', stride: true, left: [-40, -140] }, -1) +
  person(424, 362, 0.7, { coat: 'c', skin: 's1', hair: 'k5', style: 'cap', legs: 'j2', stride: true }, -1) +
  bush(24, 364, 1.3) +
  bush(614, 366, 1.4);

export const eventScenes = {
  'event-packing': packing,
  'event-outreach': outreach,
  'event-walk': walk,
  'event-training': training,
  'event-writing': writing,
  'event-online': online,
  'event-gathering': gathering,
};
