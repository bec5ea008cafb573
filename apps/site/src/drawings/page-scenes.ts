import { bush, cloud, hills, house, lights, sun, tree } from './outdoors';
import { hand, person, seated } from './people';
import { room, shelf, table, windowOn } from './rooms';
import { box, disc, dots, line, outline, place, shape } from './shapes';
import { books, chairBack, hangingLamp, mug, plant, tableLamp } from './things';

/** Someone who answers a help line at night. */
const help = () =>
  box('night', 0, 0, 640, 360) +
  box('night2', 0, 300, 640, 60) +
  windowOn(226, 36, 236, 156, 'night') +
  dots('glow', 5, [
    [262, 70],
    [318, 58],
    [392, 90],
    [436, 62],
    [282, 104],
    [420, 112],
  ]) +
  shape('d', 'M232 186V146H262V130H296V160H318V186ZM372 186V150H402V120H438V186Z') +
  dots('glow', 6, [
    [246, 160],
    [276, 146],
    [276, 162],
    [390, 164],
    [420, 138],
    [420, 156],
  ]) +
  shelf(40, 116, 140) +
  books(58, 116, ['a', 'c', 'b', 'e']) +
  plant(150, 116, 0.6) +
  hangingLamp(548, 40, 1.1, 'a') +
  table(60, 248, 520, 110) +
  tableLamp(168, 248, 1.1, 'c') +
  shape('w', 'M430 248 438 238H500L508 248Z') +
  mug(538, 248, 0.9, 'b', true) +
  shape('a', 'M378 248Q380 226 396 222H412Q424 226 426 248Z') +
  line('a', 9, 'M380 216H424') +
  seated(312, 388, 1, { coat: 'a', skin: 's3', hair: 'k1', style: 'bun', left: [-64, -210], right: [38, -242] }) +
  line('w2', 7, 'M286 244Q284 206 312 204T338 244') +
  box('w2', 332, 232, 13, 30, 6) +
  chairBack(312, 362, 1.35, 'D');

/** Hands that hold an open book. */
const learn = () =>
  box('wall2', 0, 0, 640, 360) +
  box('wood', 0, 108, 640, 252) +
  line('wood2', 3, 'M0 190H640M0 276H640') +
  shape('wood2', 'M0 108H640V118H0Z') +
  plant(86, 112, 1, 'a') +
  mug(560, 112, 1.1, 'b', true) +
  books(470, 108, ['d', 'c', 'e']) +
  shape('B', 'M146 96 320 108 494 96V318L320 332 146 318Z') +
  shape('w', 'M160 84Q250 74 320 100V318Q250 294 160 304Z') +
  shape('w', 'M480 84Q390 74 320 100V318Q390 294 480 304Z') +
  shape('shade', 'M320 100Q352 86 372 84V296Q344 302 320 318Z') +
  line('w2', 5, 'M186 118Q240 112 290 126M186 142Q240 136 290 150M186 166Q220 162 260 170') +
  shape('hill', 'M186 270V214Q208 194 236 216T290 206V282Q240 264 186 270Z') +
  disc('sun', 264, 204, 12) +
  line(
    'w2',
    5,
    'M454 118Q400 112 350 126M454 142Q400 136 350 150M454 166Q400 160 350 174M454 190Q400 184 350 198M454 214Q420 210 380 216',
  ) +
  shape('a', 'M420 82H440V150L430 140 420 150Z') +
  hand(112, 300, -58, 's3', 'e', -1) +
  hand(528, 300, -122, 's3', 'e');

/** A baker who hangs up the sign of the shop. */
const business = () =>
  box('sky', 0, 0, 640, 360) +
  box('B', 0, 0, 122, 316) +
  shape('sky', outline(28, 40, 52, 78) + outline(28, 160, 52, 78)) +
  line('w', 6, 'M24 122H84M24 242H84') +
  box('e', 518, 0, 122, 316) +
  shape('sky', outline(556, 40, 52, 78) + outline(556, 160, 52, 78)) +
  line('w', 6, 'M552 122H612M552 242H612') +
  box('w', 122, 0, 396, 316) +
  box('d', 142, 26, 356, 52, 4) +
  line('glow', 6, 'M220 52H300M324 52H368M392 52H420') +
  box('d', 142, 140, 210, 130, 4) +
  box('glow', 150, 148, 194, 114) +
  shelf(158, 206, 178) +
  place(
    0,
    0,
    1,
    shape(
      'wood',
      'M172 206Q172 188 192 188T212 206ZM220 206Q220 188 240 188T260 206ZM268 206Q268 188 288 188T308 206Z',
    ),
  ) +
  shape('wood2', 'M164 262Q166 238 194 238T224 262ZM232 262Q234 238 262 238T292 262Z') +
  box('a', 304, 228, 30, 34, 5) +
  box('d', 376, 140, 108, 176, 4) +
  box('glow', 388, 152, 84, 96) +
  disc('c', 472, 266, 5) +
  shape('w2', [0, 1, 2, 3, 4].map((i) => `M${170 + i * 76}86h38v44a19 16 0 0 1-38 0z`).join('')) +
  shape('a', [0, 1, 2, 3, 4].map((i) => `M${132 + i * 76}86h38v44a19 16 0 0 1-38 0z`).join('')) +
  shape('path', 'M0 316H640V360H0Z') +
  box('w2', 0, 312, 640, 8) +
  line('j1', 3, 'M412 172 430 156 448 172') +
  box('c', 400, 172, 60, 32, 5) +
  line('w', 4, 'M412 188H448') +
  person(408, 346, 0.7, {
    coat: 'a',
    skin: 's4',
    hair: 'k1',
    style: 'curls',
    apron: 'w',
    right: [48, -222],
    left: [-14, -226],
  }) +
  plant(142, 324, 0.9, 'a') +
  plant(500, 324, 0.9, 'c') +
  box('j1', 232, 296, 76, 8, 3) +
  line('j1', 6, 'M244 304V330M296 304V330') +
  person(70, 358, 0.72, { coat: 'c', skin: 's1', hair: 'k5', style: 'bob', stride: true, legs: 'j2' });

const desk = (x: number, y: number, scale: number) =>
  place(
    x,
    y,
    scale,
    line('j1', 6, 'M-46-58-52 0M46-58 52 0') +
      box('wood', -62, -72, 124, 14, 5) +
      line('j1', 6, 'M-24-20-28 26M24-20 28 26') +
      box('b', -36, -30, 72, 10, 4) +
      box('b', -34, -78, 68, 36, 8),
  );

/** A speaker who arrives in an empty classroom. */
const school = () =>
  room(216) +
  windowOn(28, 40, 92, 126) +
  windowOn(520, 40, 92, 126) +
  box('wood', 160, 30, 320, 142, 5) +
  box('B', 170, 40, 300, 122) +
  line('w', 4, 'M196 74H270M196 96H300M196 118H252') +
  line('glow', 4, 'M346 128Q372 66 398 104T444 70') +
  box('wood2', 220, 166, 200, 9, 3) +
  table(250, 206, 140, 34) +
  books(262, 206, ['a', 'd', 'c']) +
  disc('b', 356, 184, 17) +
  line('wood2', 4, 'M338 170Q330 190 348 202M340 206H372') +
  desk(96, 284, 0.82) +
  desk(240, 284, 0.82) +
  desk(544, 284, 0.82) +
  desk(70, 366, 1.1) +
  desk(236, 366, 1.1) +
  desk(570, 366, 1.1) +
  person(404, 350, 0.86, {
    coat: 'c',
    skin: 's3',
    hair: 'k3',
    style: 'braid',
    pack: 'e',
    stride: true,
    right: [54, -236],
  });

/** A letter that goes into a mailbox. */
const contact = () =>
  box('sky', 0, 0, 640, 360) +
  sun(120, 90, 36) +
  cloud(250, 66, 1) +
  hills(190) +
  house(486, 292, 1.1, { wall: 'w', roof: 'a', height: 116, width: 130 }) +
  tree(456, 296, 0.9) +
  tree(62, 288, 1, 'leaf2') +
  shape('leaf2', 'M0 300Q320 278 640 300V360H0Z') +
  line('wood2', 22, 'M318 356V220') +
  shape('d', 'M214 224V142Q214 92 264 92H372Q422 92 422 142V224Z') +
  shape('D', 'M214 224V142Q214 92 264 92 312 92 312 142V224Z') +
  shape('k1', 'M226 212V144Q226 106 264 106T300 144V212Z') +
  line('a', 9, 'M392 160V86') +
  shape('a', 'M392 82H428V106H392Z') +
  line('w', 4, 'M340 200H384') +
  `<g transform="translate(252 178)rotate(-8)">${box('w', -58, -34, 96, 62, 4)}${line('w2', 3, 'M-54-30-10 4 34-30')}</g>` +
  hand(138, 206, -12, 's2', 'c') +
  bush(348, 356, 0.9, 'leaf') +
  bush(282, 358, 0.6, 'leaf') +
  bush(596, 362, 1.2);

/** Neighbors on a street, in the evening. */
const about = () =>
  box('dusk', 0, 0, 640, 360) +
  sun(312, 150, 52) +
  shape('hill', 'M0 200C120 150 220 170 320 196S540 150 640 190V360H0Z') +
  house(-24, 282, 1.1, { wall: 'b', roof: 'B', height: 130, lit: [0, 3] }) +
  house(104, 270, 0.94, { wall: 'w', roof: 'a', height: 104, lit: [1] }) +
  house(420, 270, 0.94, { wall: 'e', roof: 'E', height: 120, lit: [0] }) +
  house(536, 282, 1.1, { wall: 'c', roof: 'wood2', height: 112, lit: [1] }) +
  lights(196, 150, 236, 26) +
  shape('hill2', 'M0 276H640V300H0Z') +
  shape('path', 'M0 292H640V360H0Z') +
  box('w', 214, 262, 226, 12, 5) +
  shape('w2', 'M222 274H432L424 300H230Z') +
  line('wood2', 8, 'M240 300V326M414 300V326') +
  plant(346, 262, 0.6, 'a') +
  tree(34, 300, 0.8, 'leaf2') +
  person(206, 352, 0.66, { coat: 'd', skin: 's2', hair: 'k1', style: 'short', right: [50, -172] }) +
  person(270, 356, 0.64, { coat: 'a', skin: 's4', hair: 'k1', style: 'curls', right: [54, -246] }) +
  person(440, 352, 0.62, { coat: 'c', skin: 's3', hair: 'k4', style: 'scarf', left: [-52, -170] }) +
  person(556, 356, 0.68, { coat: 'e', skin: 's1', hair: 'k5', style: 'short', stride: true, legs: 'j2' }, -1);

const wheelchair = (x: number, y: number, scale: number) =>
  place(
    x,
    y,
    scale,
    line('j1', 8, 'M-40-150-44-66M40-150 44-66M-50-150H-38M50-150H38') +
      box('D', -40, -142, 80, 84, 10) +
      line('j1', 14, 'M-60-106V-6M60-106V-6') +
      line('w2', 4, 'M-60-70V-40M60-70V-40') +
      line('j1', 6, 'M-40-50H40'),
  );

/** A way into a building without steps. */
const accessibility = () =>
  box('sky', 0, 0, 640, 360) +
  cloud(90, 60, 0.9) +
  box('w', 196, 24, 444, 258) +
  shape('a', 'M184 24H640V42H184Z') +
  shape('sky', outline(226, 74, 60, 80) + outline(526, 74, 60, 80)) +
  line('w2', 4, 'M256 74V154M556 74V154') +
  box('d', 348, 72, 122, 200, 5) +
  shape('glow', outline(358, 82, 48, 190) + outline(412, 82, 48, 190)) +
  line('c', 6, 'M400 164V200M418 164V200') +
  box('b', 384, 48, 50, 14, 4) +
  tree(96, 280, 1.1) +
  tree(34, 268, 0.8, 'leaf2') +
  shape('hill2', 'M0 268H640V360H0Z') +
  shape('path', 'M340 272H480L560 360H230Z') +
  shape('shade', 'M480 272 560 360H530L462 272Z') +
  line('j1', 6, 'M322 232 216 312V360M322 232V284M270 272V324M498 232 590 312V360M498 232V284M546 272V324') +
  seated(404, 322, 0.8, { coat: 'a', skin: 's1', hair: 'k2', style: 'tail', left: [-58, -150], right: [58, -150] }) +
  wheelchair(404, 348, 0.8) +
  person(302, 356, 0.78, { coat: 'b', skin: 's4', hair: 'k1', style: 'short', stride: true }) +
  plant(520, 276, 0.8, 'c') +
  bush(60, 362, 1.3);

export const pageScenes = {
  help,
  learn,
  business,
  school,
  contact,
  about,
  accessibility,
};
